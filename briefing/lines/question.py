"""Questions in the sources' own words: what a sentence leaves open, or its main clause after "Whether"."""

from __future__ import annotations

import re

from briefing.grounding import names
from briefing.lines.corpus import Corpus
from briefing.plain import dateline
from briefing.printable import capitalised
from briefing.words import MONTHS, STOPWORDS, WEEKDAYS

_SHORTEST, _LONG, _WHOLE, _LONGEST = 6, 11, 13, 20
"""Words of a question: what has fewer is no whole clause. What has more than `_WHOLE` is cut behind a verb to
`_LONG`, or if that cannot be to `_LONGEST`."""
_LABEL = re.compile(r"^(?:[A-Z][\w’'.]*\s?){1,3}:\s+(?=\w)")
"""Who is quoted in a title: "Lind: Bridge will open"."""
_ASKED = re.compile(
    r"\b(?:too (?:early|soon) to (?:say|tell|know)|(?:un|not (?:yet |immediately )?)(?:clear|known)|"
    r"(?:did|does|do|has|have)(?: not|n['’]t) (?:say|said|specif(?:y|ied)|disclosed?|reveal(?:ed)?)|"
    r"declin\w+ to (?:say|specify|disclose|reveal))\s+"
    r"(?P<asked>(?:what|who|whom|how|why|when|where|whether|which)\b[^.;:,“”\"]{8,90})",
    re.IGNORECASE,
)
"""The question that a source itself leaves open."""
_ADVERB = re.compile(r"^(?P<subject>(?:[\w’'.-]+\s){1,4}?)(?:also|again|still|now|already)\s", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:(?:In|On|At|By|During|After|Before|As|Since|Despite|Last|Earlier|Over|With|Amid|According to|While|"
    r"Although|However|"
    r"Meanwhile|But|And|Also|Now|So|Well|Yet|Still|[A-Z][a-z]+ing)\b[^,“”\"]{0,80},\s+)(?=\w)|^(?:But|And|So|Yet)\s+"
)
_SAYS = r"(?:said|says|added|adds|reported|reports|announced|told [\w’'. -]{2,30})"
_WHERE = r"(?:\s(?:via|on|to|in)\s[\w’'.]+(?:\s[A-Z\d][\w’'.]*){0,3}|\s[A-Z][a-z]+day)?"
_REPORTED = re.compile(
    rf"^(?P<who>[\w’'.-]+(?:\s[\w’'.-]+){{0,7}}?)(?:,\s[^,]{{2,60}},)?(?:\s(?:has|have|had))?\s{_SAYS}{_WHERE}\s+"
    r"(?:that\s+|(?=(?:the|an?|his|her|their|they|he|she)\s))(?!it\s)(?=(?:[\w’'.-]+\s+){5})"
)
"""Who says so before what is said: sources differ on that, and seldom on whether anybody said it."""
_ANNOUNCED = re.compile(
    r"^(?P<who>(?:[A-Z][\w’'.-]+\s){0,3}[A-Z][\w’'.-]+)(?:\s(?:has|had))? announced (?:that )?s?he "
    r"(?=will\b|would\b)"
)
_CREDIT = re.compile(rf",\s+(?:according to\s[^,]{{2,60}}|[^,]{{2,60}}?\s{_SAYS}{_WHERE})\s*[.…]?$")
"""The same behind it."""
_BREAK = re.compile(
    r"\s*[,;:()]\s+|\s*[—–]\s*|\s+-\s+|"
    r"\s+(?=(?:who|which|whose|where|when|after|because|although|while|as|but|and|since|before|"
    r"according|following|amid|despite|unless|if|said|saying)\b)"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|do|made|took|got|went|"
    r"came|left|won|"
    r"lost|says|said|held|told|met|set|began|became|found|gave|sent|wants|plans|\w{3,}ed)\b"
)
_ENDED = re.compile(rf"{_VERB.pattern}|\b(?:cost|worth|pay|lose|earn|get|last|take)s?\b")
_DAYS = frozenset(word.capitalize() for word in (*WEEKDAYS, *MONTHS))
_RELATIVE = re.compile(r",\s+(?:which|who|whose)\b[^,]*,?")
_MARKS = re.compile(r"[“”\"]|(?<!\w)['‘’]|['‘’](?!\w)")
_SPACE = re.compile(r"\s+")
LINKS = frozenset(
    "to of in on at by for with from as into after before over about during against that".split()
)
_DANGLING = frozenset(
    "a an the of to in on at by for with from and or but as that his her their its is was were are be "
    "been has have "
    "had who which not no into over after before more than would will could saying adding intended".split()
)


def whether(corpus: Corpus, text: str) -> str:
    """The question that the text leaves open, as it puts it; else whether its opening clause is so."""
    asked = _ASKED.search(_MARKS.sub("", text))
    if asked:
        return capitalised(_trimmed(asked["asked"].split()))
    return f"Whether {opening_clause(corpus, text)}"


def opening_clause(corpus: Corpus, text: str) -> str:
    """The sentence's opening clause without dateline and connectives, lower case unless a name begins it.

    It ends at the first break behind a verb; where that is far off, before the last preposition in reach.
    """
    plain = unattributed(text)
    ends = (match.start() for match in _BREAK.finditer(plain))
    cut = next((end for end in ends if _complete(plain[:end])), len(plain))
    words = plain[:cut].split()
    if len(words) > _WHOLE:
        links = [i for i in range(_SHORTEST, len(words)) if words[i].lower() in LINKS]
        near = [i for i in links if i <= _LONG and _complete(" ".join(words[:i]))]
        best = [i for i in near if words[i].lower() != "of"] or near  # before "of" it cuts a thing in two
        words = words[: max(best or [i for i in links if i <= _LONGEST], default=_LONGEST)]
    return uncapitalised(corpus, _trimmed(words))


def unattributed(text: str) -> str:
    """The sentence without dateline, label, connectives and who says so.

    A "he" behind it stays, since nobody can tell whether the speaker is meant; but who has announced that he
    will do something is named.
    """
    line = _SPACE.sub(" ", text.strip())
    plain = _LABEL.sub("", line[dateline(line) :])
    plain = _CREDIT.sub("", _MARKS.sub("", _OPENING.sub("", plain)).strip())
    plain = _ANNOUNCED.sub(r"\g<who> ", plain)
    return _ADVERB.sub(r"\g<subject>", _REPORTED.sub("", plain))


def _trimmed(words: list[str]) -> str:
    """The words without those at the end that lead on to something."""
    kept = list(words)
    while kept and kept[-1].lower().strip("–—-") in _DANGLING | {""}:
        kept.pop()
    return " ".join(kept).rstrip(" .,;:!?…-–—")


def uncapitalised(corpus: Corpus, text: str) -> str:
    """The text with its first letter in lower case, unless it is of a name, of its title or of capitals."""
    first, second, *_ = [*text.split(" ", 2), "", ""]
    if second[:1].isupper() and second not in _DAYS and first.lower() not in STOPWORDS:
        return text
    if first.lower() in corpus.common:
        return first.lower() + text[len(first) :]
    if first in corpus.proper or any(name.start in (0, len(first) + 1) for name in names(text)):
        return text
    if first[1:].islower():
        return first.lower() + text[len(first) :]
    return text


def is_clause(text: str) -> bool:
    """Whether the text is one clause that may end in a figure: it has a verb, and no break in it."""
    return _ENDED.search(text) is not None and _BREAK.search(text) is None


def _complete(text: str) -> bool:
    return len(text.split()) >= _SHORTEST and _VERB.search(_RELATIVE.sub(" ", text)) is not None
