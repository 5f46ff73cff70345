"""Who speaks in a line, and whether two phrases mean one party, without knowing any name beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line

SAYING = (
    "said|says|say|told|tells|announced|announces|added|adds|stated|states|declared|declares|emphasi[sz]ed|"
    "stressed|insisted|insists|argued|argues|claimed|claims|asserted|asserts|confirmed|confirms|explained|explains|"
    "warned|warns|vowed|pledged|promised|urged|noted|notes|remarked|maintained|maintains|suggested|acknowledged|"
    "admitted|conceded|revealed|disclosed|denied|denies|tweeted|wrote|writes|posted|spoke|speaks|commented|"
    "concluded|continued|observed|reiterated|repeated|signal(?:l)?ed|proposed|offered|demanded|called|described"
)
"""Verbs of reporting in the tenses of news."""

ANSWERING = (
    "responded|responds|replied|replies|answered|answers|reacted|reacts|retorted|countered|rebuffed|rebuffs|"
    "dismissed|dismisses|dismissing|rejected|rejects|rejecting|denounced|denounces|condemned|condemns|slammed|blasted|"
    "criticized|criticised|branded|labell?ed|termed|ridiculed|mocked|derided|scoffed|welcomed|welcomes|hailed|"
    "praised|accepted|accepts|embraced|refused|rebuked|decried|brushed off|hit back|shot back|fired back|lashed out|"
    "called|calls|calling|described|describes|describing|said|says|told|tweeted|wrote|denied|denies|denying"
)
"""Verbs by which a party answers."""

_TITLE = "[A-ZÀ-Þ][\\w.'’&-]*"
_NAME = re.compile(rf"{_TITLE}(?:\s+(?:(?:of|the|de|al|bin|van|von|del)\s+)?{_TITLE})*")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SPEAKER = re.compile(
    rf"(?P<name>{_TITLE}(?:\s+{_TITLE})*|\b[Hh]e\b|\b[Ss]he\b)"
    rf"(?:,[^,;.]{{2,70}},)?\s+(?:(?:also|later|then|has|have|had|again|repeatedly|himself|herself)\s+){{0,2}}(?:{SAYING})\b"
    rf"|\b(?:{SAYING})\s+(?P<after>{_TITLE}(?:\s+{_TITLE})*)"
)
_GENERIC = frozenset(
    """
    official officials spokesman spokeswoman spokesperson spokespeople spokesmen representative representatives
    government governments authority authorities leader leaders minister ministers ministry president
    presidential prime chief chairman chairwoman chair head heads aide aides adviser advisers advisor advisors
    secretary officer officers director executive executives company companies firm group groups agency
    administration office department police member members side sides party parties people person man woman
    source sources senior top high former new the a an his her their its mr mrs ms dr sir lord lady rep sen gov gen
    representant senator governor general judge king queen prince who has have far not yet public publicly
    """.split()
)
_PRONOUN = re.compile(r"\b(?:he|she|they|his|her|their|him)\b", re.IGNORECASE)


def words_of(phrase: str) -> list[str]:
    """The telling words of a party's phrase, lower case: ranks and articles tell nobody apart."""
    words = (w.strip(".'’-").lower().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(phrase))
    return [w for w in words if len(w) > 1 and w not in _GENERIC]


def akin(a: str, b: str) -> bool:
    """Whether two lower-case words share a root: equal, or a long common beginning ("ukraine", "ukrainian")."""
    if a == b:
        return True
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return common >= max(4, min(len(a), len(b)) - 2)


def speakers(line: Line) -> Iterator[str]:
    """Surnames of those who speak in the line outside quotation marks; "he" and "she" as such."""
    for match in _SPEAKER.finditer(line.plain):
        name = match["name"] or match["after"]
        last = name.split()[-1].strip(".'’")
        yield last.removesuffix("'s").removesuffix("’s")


def antecedent(field: Field, line: Line) -> str | None:
    """The surname that "he" or "she" at the line's start most likely means: who the lines before speak of."""
    for earlier in reversed(field.before(line, 3)):
        said = [s for s in speakers(earlier) if s.lower() not in ("he", "she")]
        if said:
            return said[-1]
    return None


def names_in(text: str) -> list[str]:
    """Runs of capitalised words, the sentence's first word too."""
    return [match[0] for match in _NAME.finditer(text)]


def same_party(field: Field, party: str, speaker: str, line: Line) -> bool:
    """Whether the speaker's phrase in this line means the party, by shared roots or by what the sources say.

    "His aide N" is looked up through the person whom the lines before name, and each
    name through the words that stand before or behind it anywhere ("Ruritanian President N").
    """
    wanted = words_of(party)
    if not wanted:
        return False
    heads = words_of(speaker)
    if any(akin(w, h) for w in wanted for h in heads):
        return True
    names = [h for phrase in names_in(speaker) for h in words_of(phrase)]
    if _PRONOUN.search(speaker):
        for earlier in reversed(field.before(line, 2)):
            said = names_in(earlier.plain)
            if said:
                names += words_of(said[0])
                break
    return any(_belongs(field, name, wanted) for name in names)


def _belongs(field: Field, name: str, wanted: list[str]) -> bool:
    """Whether some line puts a word of the party right before the name ("Ruritanian President N") or behind it."""
    return any(
        _titled(line.text[max(0, match.start() - 60) : match.start()], wanted)
        or _apposed(line.text[match.end() : match.end() + 70], wanted)
        for line in field.lines
        for match in re.finditer(rf"\b{re.escape(name)}\b", line.text, re.IGNORECASE)
    )


def _titled(before: str, wanted: list[str]) -> bool:
    for word in reversed(before.split()[-5:]):
        if not re.fullmatch(r"[\w.'’-]+", word):
            return False
        lowered = word.lower().removesuffix("'s").removesuffix("’s")
        if any(akin(w, lowered) for w in wanted):
            return True
        if word.islower() and lowered not in _GENERIC:
            return False
    return False


def _apposed(behind: str, wanted: list[str]) -> bool:
    match = re.match(r",\s+(?:the\s+|an?\s+)?([^,;.]{3,60})", behind)
    return match is not None and any(akin(w, h) for w in wanted for h in words_of(match[1])[:4])
