"""How far it goes: a rule or a demand told without limits by one origin, and with a limit by another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.thesaurus import concepts
from briefing.extractive.detectors.wording import clause
from briefing.words import stems

_LIMIT = re.compile(
    r"\b(?:only|not (?:every|all|any)|n['’]t (?:every|all|any)|not (?:\w+ ){1,2}about all)\s+(?:the\s+|an?\s+|of\s+)*(?P<noun>(?-i:[a-z'’-]+(?:\s+[a-z'’-]+)?))",
    re.IGNORECASE,
)
_RETREAT = re.compile(
    r"\b(?:eas\w+ off|back\w* (?:off|away) (?:on|from)|stop\w* short of|soften\w*|scal\w+ back|water\w* down|fell short of)\b"
    r"(?P<what>[^.;,—–]{6,110}?)(?=[.;,—–]|\s--?\s|$)",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|no|never|without)\b|n['’]t\b", re.IGNORECASE)
_LIMITED = re.compile(
    r"\b(?:only|not (?:every|all|any)|unless|except|exclusively|solely|limited to)\b", re.IGNORECASE
)


_MILD = concepts("call calls calling slightly somewhat demand demands plan plans a bit")


def detect(field: Field) -> Iterator[Finding]:
    """Limits on a noun that the other origin leaves unlimited; demands that the other softens."""
    for a in field.lines:
        for match in _LIMIT.finditer(a.plain):
            noun = _stems(match["noun"])
            if len(noun) == 2:
                yield from _against(
                    field, a, [b for b in field.lines if _unlimited(field, a, b, noun)], "contradiction"
                )
        match = _RETREAT.search(a.plain)
        what = concepts(match["what"]) if match else frozenset()
        if len(what) >= 3:
            yield from _against(
                field, a, [b for b in field.lines if _full(field, a, b, what)], "contradiction"
            )


def _against(field: Field, limited: Line, general: list[Line], strength) -> Iterator[Finding]:
    if not general:
        return
    general.sort(key=lambda b: -field.shared(limited.stems, b.stems))
    finding = Finding.of(
        f"Whether {clause(field, general[0].text)}",
        "scope",
        strength,
        (general, [limited]),
        field.closeness(limited) + field.closeness(general[0]),
    )
    if finding:
        yield finding


def _unlimited(field: Field, a: Line, b: Line, noun: list[str]) -> bool:
    if a.origin == b.origin or _LIMITED.search(b.text) or len(a.stems & b.stems) < 4:
        return False
    told = _stems(b.plain)
    return (
        any(told[i : i + 2] == noun for i in range(len(told) - 1)) and field.shared(a.stems, b.stems) >= 0.15
    )


def _full(field: Field, a: Line, b: Line, what: frozenset[str]) -> bool:
    if _NEGATED.search(b.plain):
        return False
    return (
        a.origin != b.origin
        and not _RETREAT.search(b.plain)
        and what <= b.stems | _MILD
        and not _LIMITED.search(b.plain)
    )


def _stems(text: str) -> list[str]:
    return [next(iter(concepts(w)), w) for w in stems(text)]
