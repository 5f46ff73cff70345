"""How far it goes: told without limits by one origin, and with a limit by another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.thesaurus import concepts, sequence
from briefing.extractive.detectors.wording import clause

_LIMIT = re.compile(
    r"\b(?:only|(?:not|n['’]t) (?:every|all|any)|not (?:\w+ ){1,2}about all)\s+(?:the\s+|an?\s+|of\s+)*"
    r"(?P<noun>(?-i:[a-z'’-]+\s+[a-z'’-]+))",
    re.IGNORECASE,
)
_RETREAT = re.compile(
    r"\b(?:eas\w+ off|back\w* (?:off|away) (?:on|from)|stop\w* short of|soften\w*|scal\w+ back|water\w* down|"
    r"fell short of)\b(?P<what>[^.;,—–]{6,110}?)(?=[.;,—–]|\s--?\s|$)",
    re.IGNORECASE,
)
_LIMITED = re.compile(r"\b(?:only|not (?:every|all|any)|unless|except|exclusively|solely|limited to)\b", re.I)
_NEGATED = re.compile(r"\b(?:not|no|never|without)\b|n['’]t\b", re.IGNORECASE)
_MILD = concepts("call slightly somewhat demand plan bit")
_COMMON = 4
_LIKE = 0.15


def detect(field: Field) -> Iterator[Finding]:
    """Limits on a noun that another origin leaves unlimited; demands that another origin softens."""
    unlimited = [line for line in field.lines if not _LIMITED.search(line.text)]
    for line in field.lines:
        limits = [sequence(match["noun"]) for match in _LIMIT.finditer(line.plain)]
        general = [x for x in unlimited for noun in limits if _unlimited(field, line, x, noun)]
        retreat = _RETREAT.search(line.plain)
        what = concepts(retreat["what"]) - _MILD if retreat else frozenset()
        if len(what) > 2:
            general += [x for x in unlimited if x.origin != line.origin and _demands(x, what)]
        if general:
            general.sort(key=lambda x: -field.shared(line.stems, x.stems))
            weight = field.closeness(line) + field.closeness(general[0])
            question = f"Whether {clause(field, general[0].text)}"
            finding = Finding.of(question, "scope", "contradiction", (general, [line]), weight)
            if finding:
                yield finding


def _unlimited(field: Field, line: Line, other: Line, noun: tuple[str, ...]) -> bool:
    """Whether the other line has the same two words in a row on the same matter."""
    if line.origin == other.origin or len(noun) != 2 or len(line.stems & other.stems) < _COMMON:
        return False
    told = sequence(other.plain)
    together = any(told[i : i + 2] == noun for i in range(len(told) - 1))
    return together and field.shared(line.stems, other.stems) >= _LIKE


def _demands(line: Line, what: frozenset[str]) -> bool:
    """Whether the line has all that another one softens, without softening or denying it."""
    return what <= line.stems and not _RETREAT.search(line.plain) and not _NEGATED.search(line.plain)
