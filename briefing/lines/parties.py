"""Who acts in a line, and whether two phrases mean one party, without knowing any name beforehand."""

from __future__ import annotations

import re

from briefing.grounding import called, speeches
from briefing.lines.corpus import Corpus, Line

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_PRONOUN = re.compile(r"\b(?:he|she|they|his|her|their|him)\b", re.IGNORECASE)
_RUN = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+)*")
_TITLED = re.compile(r"[\w.'’-]+")
GENERIC = frozenset(
    """
    official officials spokesman spokeswoman spokesperson spokespeople spokesmen representative
    representatives government governments authority authorities leader leaders minister ministers ministry
    president presidential prime chief chairman chairwoman chair head heads aide aides adviser advisers
    advisor advisors secretary officer officers director executive executives company companies firm group
    groups agency administration office department police member members side sides party parties people
    person man woman source sources senior top high former new the a an his her their its mr mrs ms dr sir
    lord lady rep sen gov gen senator governor general judge king queen prince who has have far not yet
    public publicly
    """.split()
)
"""Ranks and articles: they tell no party from another."""


def words_of(phrase: str) -> list[str]:
    """Telling words of a party's phrase, in lower case without possessives."""
    words = (w.strip(".'’-").lower().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(phrase))
    return [w for w in words if len(w) > 1 and w not in GENERIC]


def akin(a: str, b: str) -> bool:
    """Whether two lower-case words begin alike for most of their length: "ukraine" and "ukrainian"."""
    if a == b:
        return True
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return common >= max(4, min(len(a), len(b)) - 2)


def speaker_name(corpus: Corpus, line: Line) -> str | None:
    """The last name of who first speaks in the line; "he" and "she" mean who spoke in the lines before."""
    for earlier in (line, *reversed(corpus.before(line, 3))):
        said = [s.speaker for s in speeches(earlier.text) if s.speaker]
        named = [s.split()[-1] for s in said if s[:1].isupper()]
        if named:
            return named[0 if earlier is line else -1]
        if earlier is line and not said:
            return None
    return None


def same_party(corpus: Corpus, party: str, actor: str, line: Line) -> bool:
    """Whether the actor's phrase in this line means the party, by shared roots or by what the sources say.

    "His aide N" is looked up through the person whom the lines before name, and each name through
    the words that stand before or behind it anywhere ("Ruritanian President N").
    """
    wanted = words_of(party)
    if any(akin(w, h) for w in wanted for h in words_of(actor)):
        return bool(wanted)
    head = actor.strip(" ,").split(",", 1)[0]  # a name in an apposition is not who acts
    named = [word for name in called(head) for word in words_of(name)]
    if _PRONOUN.search(actor):
        runs = (_RUN.search(earlier.plain) for earlier in reversed(corpus.before(line, 2)))
        named += words_of(next((run[0] for run in runs if run), ""))
    return any(akin(w, name) or _belongs(corpus, name, [w]) for name in named for w in wanted)


def _belongs(corpus: Corpus, name: str, wanted: list[str]) -> bool:
    """Whether some line puts a word of the party right before the name, or in an apposition after it."""
    return any(_titled(before, wanted) or _apposed(behind, wanted) for before, behind in corpus.beside(name))


def _titled(before: str, wanted: list[str]) -> bool:
    for word in reversed(before.split()[-5:]):
        lowered = word.lower().removesuffix("'s").removesuffix("’s")
        if not _TITLED.fullmatch(word):
            return False
        if any(akin(w, lowered) for w in wanted):
            return True
        if word.islower() and lowered not in GENERIC:
            return False
    return False


def _apposed(behind: str, wanted: list[str]) -> bool:
    match = re.match(r",\s+(?:the\s+|an?\s+)?([^,;.]{3,60})", behind)
    return match is not None and any(akin(w, h) for w in wanted for h in words_of(match[1])[:4])
