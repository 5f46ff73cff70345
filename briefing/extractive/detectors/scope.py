"""How far it goes: told without limits by one origin, and with a limit by another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.thesaurus import concepts, sequence
from briefing.extractive.detectors.wording import clause

_LIMIT = re.compile(
    r"\b(?:(?<!\bthe )(?<!['’]s )(?<!\bits )(?<!\bhis )(?<!\bher )only|"
    r"(?:not|n['’]t) (?:every|all|any)|not (?:\w+ ){1,2}about all)\s+(?:the\s+|an?\s+|of\s+)*"
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
    """Limits on a noun that another origin leaves unlimited; demands that another origin softens.

    An origin that tells the limit is on its side, however loosely it speaks elsewhere.
    """
    unlimited = [line for line in field.lines if not _LIMITED.search(line.text)]
    limits = {line: {sequence(m["noun"]) for m in _LIMIT.finditer(line.plain)} for line in field.lines}
    softened = {
        line: concepts(m["what"]) - _MILD for line in field.lines if (m := _RETREAT.search(line.plain))
    }
    for line in (x for x in field.lines if limits[x] or x in softened):
        limited = {x.origin for x in field.lines if limits[x] & limits[line]}
        general = [x for x in unlimited for noun in limits[line] if _unlimited(field, line, x, noun)]
        what = softened.get(line, frozenset())
        if len(what) > 2:
            limited = {x.origin for x, other in softened.items() if what & other}
            general += [x for x in unlimited if _demands(x, what)]
        general = [x for x in general if x.origin not in limited]
        if general:
            general.sort(key=lambda x: -field.shared(line.stems, x.stems))
            weight = field.closeness(line) + field.closeness(general[0])
            question = f"Whether {clause(field, general[0].text)}"
            finding = Finding.of(question, "scope", "contradiction", (general, [line]), weight)
            if finding:
                yield finding


def _unlimited(field: Field, line: Line, other: Line, noun: tuple[str, ...]) -> bool:
    """Whether the other line has the same two words in a row on the same matter."""
    if len(noun) != 2 or len(line.stems & other.stems) < _COMMON:
        return False
    told = sequence(other.plain)
    together = any(told[i : i + 2] == noun for i in range(len(told) - 1))
    return together and field.shared(line.stems, other.stems) >= _LIKE


def _demands(line: Line, what: frozenset[str]) -> bool:
    """Whether the line has all that another one softens, without softening or denying it."""
    return what <= line.stems and not _RETREAT.search(line.plain) and not _NEGATED.search(line.plain)
