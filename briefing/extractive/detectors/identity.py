"""Who is involved: one person with two ranks, ages or kinships that cannot all be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.thesaurus import concepts
from briefing.extractive.detectors.wording import clause
from briefing.types import Strength

_NAME = r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:al|bin|de|van|von|del)\s+)?[A-ZÀ-Þ][\w’'-]+){0,3})"
_GRADE = r"(?:(?:assistant|deputy|vice|acting|associate|executive|managing|chief|general|regional|junior|interim|lead)[\s-]+)*"
_POST = (
    r"(?:president|manager|director|secretary|minister|officer|chair(?:man|woman)?|editor|captain|lieutenant|sergeant|colonel|"
    r"major|general|commander|professor|lecturer|analyst|engineer|coach|principal|superintendent|inspector|detective|"
    r"partner|ambassador|counsel|treasurer|governor|mayor|head)"
)
_OFFICE = rf"(?P<rank>{_GRADE}{_POST})\s+(?:for|of)\s+(?P<field>\w+)"
_RANKED = (
    re.compile(rf"{_NAME},\s+(?:[\w’']+\s+){{0,2}}?(?i:{_OFFICE})\b(?!\s+[A-Z])"),
    re.compile(rf"(?i:\b{_OFFICE})\s+{_NAME}"),
    re.compile(
        rf"{_NAME},\s+(?:an?\s+|the\s+)?(?P<rank>(?i:{_GRADE}))(?P<field>\w+)\s+(?P<post>(?i:{_POST}))\b"
    ),
)
_AGED = (
    re.compile(rf"{_NAME},\s+(?:aged\s+)?(?P<age>\d{{1,3}})(?=[,.;)]|\s+(?:and|was|is|who|of)\b)"),
    re.compile(rf"(?P<age>\d{{1,3}})[\s-]years?[\s-]olds?\s+(?:[a-z]+\s+){{0,3}}?{_NAME}"),
)
_YOUNG = re.compile(
    r"\b(?P<adj>\w+)\s+(?P<who>boy|girl|teen|teenager|child|kid|schoolboy|schoolgirl)\b", re.IGNORECASE
)
_GROWN = re.compile(
    r"\b(?P<age>[2-9]\d)[\s-]years?[\s-]olds?\b(?:\s+(?P<adj>\w+)\s+(?:man|woman)\b)?|(?<!old )\b(?P<adj2>\w+)\s+(?:man|woman)\b",
    re.IGNORECASE,
)
_KIN = (
    "son daughter grandson granddaughter godson goddaughter nephew niece brother sister cousin husband wife father mother "
    "uncle aunt stepson stepdaughter stepfather stepmother grandfather grandmother widow fiancée fiancé girlfriend boyfriend"
).split()
_KINSHIP = re.compile(
    rf"\b(?:an?|his|her|their|the|\w+['’]s)\s+(?:\w+\s+)?(?P<kin>{'|'.join(_KIN)})\b", re.IGNORECASE
)


def detect(field: Field) -> Iterator[Finding]:
    """Ranks, ages, then kinships."""
    yield from _persons(field, _ranks, "What post {} holds", "contradiction")
    yield from _persons(field, _ages, "How old {} is", "contradiction")
    yield from _grown(field)
    yield from _kin(field)
    yield from _excluded(field)


def _persons(
    field: Field, read: Callable[[Line], Iterator[tuple[str, str]]], question: str, strength: Strength
) -> Iterator[Finding]:
    """Names with two values of one attribute ("rank|field": only ranks in one field are compared)."""
    held: dict[tuple[str, str], dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    full: dict[str, str] = {}
    for line in field.lines:
        for name, value in read(line):
            last = re.split(r"[\s-]", name)[-1].lower()
            first, _, about = value.partition("|")
            if last not in full or full[last].split()[0] == name.split()[0] or " " not in name:
                full.setdefault(last, name)
                held[last, about][first].append(line)
    for (last, _), values in held.items():
        sides = list(values.values())
        closest = max(field.closeness(side[0]) for side in sides)
        finding = Finding.of(question.format(full[last]), "identity", strength, sides, closest)
        if finding:
            yield finding


def _ranks(line: Line) -> Iterator[tuple[str, str]]:
    """A name with its rank in one field of work ("vice president", marketing)."""
    for pattern in _RANKED:
        for match in pattern.finditer(line.text):
            rank = f"{match['rank']} {match.groupdict().get('post') or ''}".lower()
            if match["field"].lower() not in ("the", "a", "an", "its", "his", "her"):
                yield (
                    match["name"],
                    f"{' '.join(re.split(r'[^a-z]+', rank)).strip()}|{match['field'].lower()}",
                )


def _ages(line: Line) -> Iterator[tuple[str, str]]:
    for pattern in _AGED:
        for match in pattern.finditer(line.text):
            yield match["name"], match["age"]


def _grown(field: Field) -> Iterator[Finding]:
    """One person as a child in one origin and grown up in another."""
    young = [(line, m) for line in field.lines for m in _YOUNG.finditer(line.plain)]
    grown = [(line, m) for line in field.lines for m in _GROWN.finditer(line.plain)]
    pairs = [
        (m["who"].lower().startswith("teen") and bool(n["age"]), field.shared(a.stems, b.stems), i, a, b)
        for i, (a, m) in enumerate(young)
        for b, n in grown
        if a.origin != b.origin and _one_person(field, a, b, m, n)
    ]
    if not pairs:
        return
    hard, like, _, a, b = max(pairs, key=lambda pair: (pair[0], pair[1], -pair[2]))
    sides = (
        [a, *(x for x, _ in young if field.shared(x.stems, a.stems) > 0.3)],
        [b, *(x for x, _ in grown if field.shared(x.stems, b.stems) > 0.3)],
    )
    strength: Strength = "contradiction" if hard else "tension"
    question = "Whether it is a teenager or grown up" if hard else "Whether it is a child or grown up"
    finding = Finding.of(question, "identity", strength, sides, like + field.closeness(a))
    if finding:
        yield finding


def _one_person(field: Field, a: Line, b: Line, young: re.Match[str], grown: re.Match[str]) -> bool:
    common = a.stems & b.stems
    described = {(grown["adj"] or "").lower(), (grown["adj2"] or "").lower()}
    if young["adj"].lower() in described - {"a", "the", "young", "old", "one", "another"}:
        return len(common) >= 4 and field.shared(a.stems, b.stems) >= 0.2
    kin = {w.lower() for w in _KINSHIP.findall(a.plain)} & {w.lower() for w in _KINSHIP.findall(b.plain)}
    return bool(grown["age"]) and (
        len(common) >= 4 and field.shared(a.stems, b.stems) >= 0.3 or bool(kin) and len(common) >= 2
    )


def _kin(field: Field) -> Iterator[Finding]:
    """One relation named differently in two lines that otherwise say the same."""
    told = [(line, {m["kin"].lower() for m in _KINSHIP.finditer(line.plain)}) for line in field.lines]
    told = [(line, kin) for line, kin in told if len(kin) == 1]
    said: dict[str, set[str]] = defaultdict(set)
    for line, kin in told:
        said[line.origin] |= kin
    for (a, x), (b, y) in combinations(told, 2):
        if a.origin == b.origin or x == y or x & said[b.origin] or len(a.stems & b.stems) < 5:
            continue
        if field.shared(a.stems, b.stems) < 0.3:
            continue
        sides = ([line for line, kin in told if kin == x], [line for line, kin in told if kin == y])
        sides = ([a, *sides[0]], [b, *sides[1]])
        finding = Finding.of(
            f"Whether {clause(field, a.text)}", "identity", "contradiction", sides, field.closeness(a)
        )
        if finding:
            yield finding
            return


_OUTSIDE = re.compile(
    r"\b(?P<who>[A-ZÀ-Þ][\w’'-]+)\s+(?:\w+\s+){0,2}?(?:would|will|is|was|were|are|did|has|had)\s*(?:not|n['’]t)\s+(?:be\s+|been\s+)?"
    r"(?:a\s+)?(?:part of|party to|included in|involved in|invited to|take part in|taking part in|a member of)\s+(?P<what>[^.;,]{3,60})"
)


def _excluded(field: Field) -> Iterator[Finding]:
    """A party outside of a thing in one origin, and its partner in another."""
    for line in field.lines:
        for match in _OUTSIDE.finditer(line.plain):
            what = concepts(match["what"])
            within = re.compile(
                rf"\b(?P<what>\w+)[\"”’']*\s+(?:with|between|including)\s+(?:the\s+)?{re.escape(match['who'])}\b"
            )
            like = [
                other
                for other in field.lines
                if other.origin != line.origin
                and any(concepts(m["what"]) & what for m in within.finditer(_MARKS.sub("", other.text)))
            ]
            if like:
                finding = Finding.of(
                    f"Whether {match['who']} is part of it",
                    "identity",
                    "contradiction",
                    (like, [line]),
                    field.closeness(like[0]),
                )
                if finding:
                    yield finding


_MARKS = re.compile(r"[“”\"]")
