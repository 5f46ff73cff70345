"""Where something was said: one announcement, in two settings that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.parties import antecedent, speakers

_SETTINGS = {
    "press": r"(?:press|news|media) (?:conference|briefing)|press call|briefing|presser",
    "speech": r"speech|address|lecture|sermon|keynote|oration",
    "interview": r"(?<!job )interview|sit-down",
    "letter": r"letter|op-ed|written statement|memo|communiqu[eé]|press release|news release|e-?mail",
    "post": r"tweets?|posts?|Twitter|Facebook|Instagram|Telegram|Truth Social",
    "rally": r"rally|campaign (?:event|stop)",
    "call": r"(?:phone|telephone|conference|video) call|phone conversation",
    "hearing": r"hearing|testimony|deposition",
    "debate": r"debate",
}
_EXCLUSIVE = frozenset(
    frozenset(pair)
    for pair in (
        *combinations(("press", "speech", "interview", "letter", "post", "call", "hearing", "debate"), 2),
        ("rally", "press"),
        ("rally", "interview"),
        ("rally", "letter"),
        ("rally", "post"),
        ("rally", "call"),
        ("rally", "hearing"),
        ("rally", "debate"),
    )
) - {frozenset(("interview", "call")), frozenset(("letter", "post"))}
"""Settings of which one utterance has only one; a speech may be held at a rally, an interview by telephone."""

_SETTING = re.compile(
    r"\b(?:in|during|at|on|via|by|through|with)\s+(?:(?:an?|the|his|her|their|its|this|that|one)\s+)?(?:[\w’'-]+\s+){0,4}?(?:"
    + "|".join(rf"(?P<{name}>(?:{words}))" for name, words in _SETTINGS.items())
    + r")\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|this morning|tonight)\b", re.IGNORECASE
)


def detect(field: Field) -> Iterator[Finding]:
    """One speaker's announcement placed in two exclusive settings by two origins."""
    told: dict[str, list[tuple[str, Line]]] = {}
    for line in field.lines:
        for setting, speaker in _held(field, line):
            told.setdefault(speaker, []).append((setting, line))
    for speaker, held in told.items():
        finding = _clash(field, speaker, held)
        if finding:
            yield finding


def _held(field: Field, line: Line) -> Iterator[tuple[str, str]]:
    match = _SETTING.search(line.plain)
    if match is None or match.lastgroup is None:
        return
    for speaker in dict.fromkeys(speakers(line)):
        name = antecedent(field, line) if speaker.lower() in ("he", "she") else speaker
        if name:
            yield match.lastgroup, name
            return


def _clash(field: Field, speaker: str, held: list[tuple[str, Line]]) -> Finding | None:
    for (first, a), (second, b) in combinations(held, 2):
        if a.origin == b.origin or frozenset((first, second)) not in _EXCLUSIVE:
            continue
        if not _same_announcement(field, a, b):
            continue
        sides = [[line for s, line in held if s == setting] for setting in (first, second)]
        sides = [
            [line] + [x for x in side if x is not line] for line, side in zip((a, b), sides, strict=True)
        ]
        question = f"Where {speaker} spoke"
        finding = Finding.of(
            question, "place", "contradiction", sides, field.closeness(a) + field.closeness(b)
        )
        if finding:
            return finding
    return None


def _same_announcement(field: Field, a: Line, b: Line) -> bool:
    days = [{d.lower() for d in _DAY.findall(x.plain)} for x in (a, b)]
    if (
        days[0]
        and days[1]
        and not days[0] & days[1]
        and not {"today", "this morning", "tonight"} & (days[0] | days[1])
    ):
        return False
    return len(a.stems & b.stems) >= 4 and field.shared(a.stems, b.stems) >= 0.12
