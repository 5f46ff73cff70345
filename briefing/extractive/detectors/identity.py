"""Who is involved: one person with two ranks, ages or kinships that cannot all be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, islice

from briefing.extractive.detectors.finding import Finding
from briefing.extractive.lines.alignment import Field, Line
from briefing.extractive.lines.wording import whether
from briefing.types import Strength

_NAME = r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:al|bin|de|van|von|del)\s+)?[A-ZÀ-Þ][\w’'-]+){0,3})"
_GRADE = (
    r"(?:(?:assistant|deputy|vice|acting|associate|executive|managing|chief|general|regional|junior|interim|"
    r"lead)[\s-]+)"
)
_POST = (
    r"(?:president|manager|director|secretary|minister|officer|chair(?:man|woman)?|editor|captain|lieutenant|"
    r"sergeant|colonel|major|general|commander|professor|lecturer|analyst|engineer|coach|principal|"
    r"superintendent|"
    r"inspector|detective|partner|ambassador|counsel|treasurer|governor|mayor|attorney|prosecutor|head)"
)
_OFFICE = rf"(?P<rank>{_GRADE}*{_POST})\s+(?:for|of)\s+(?P<field>\w+)"
_RANKED = (
    re.compile(rf"{_NAME},\s+(?:[\w’']+\s+){{0,2}}?(?i:{_OFFICE})\b(?!\s+[A-Z])"),
    re.compile(rf"(?i:\b{_OFFICE})\s+{_NAME}"),
    re.compile(
        rf"{_NAME},\s+(?:then\s+)?(?:an?\s+|the\s+)?(?P<rank>(?i:{_GRADE}+))(?P<field>\w+)\s+"
        rf"(?P<post>(?i:{_POST}))\b"
    ),
    re.compile(
        rf"{_NAME},\s+(?:then\s+)?(?:an?\s+|the\s+)(?P<rank>)(?P<field>[a-z]+)\s+(?P<post>(?i:{_POST}))\b"
    ),
)
_POSTED = re.compile(_POST, re.IGNORECASE)
_AGED = (
    re.compile(rf"{_NAME},\s+(?:aged\s+)?(?P<age>\d{{1,3}})(?=[,.;)]|\s+(?:and|was|is|who|of)\b)"),
    re.compile(rf"{_NAME},\s+an?\s+(?P<age>\d{{1,3}})[\s-]years?[\s-]old"),
    re.compile(rf"(?P<age>\d{{1,3}})[\s-]years?[\s-]olds?\s+(?:[a-z]+,?\s+){{0,3}}?{_NAME}"),
)
_YOUNG = re.compile(
    r"\b(?P<adj>\w+)\s+(?P<who>boy|girl|teen|teenager|child|kid|schoolboy|schoolgirl)\b", re.I
)
_GROWN = re.compile(
    r"\b(?P<age>[2-9]\d)[\s-]years?[\s-]olds?\b(?:\s+(?P<adj>\w+)\s+(?:man|woman)\b)?|"
    r"(?<!old )\b(?P<adj2>\w+)\s+(?:man|woman)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset({"", "a", "an", "the", "young", "old", "one", "another"})
_KINSHIP = re.compile(
    r"\b(?:an?|his|her|their|the|\w+['’]s)\s+(?:\w+\s+)?(?P<kin>(?:grand|god|step)?(?:son|daughter|"
    r"father|mother)|"
    r"nephew|niece|brother|sister|cousin|husband|wife|uncle|aunt|widow|fiancée?|girlfriend|boyfriend)\b",
    re.IGNORECASE,
)


def detect(field: Field) -> Iterator[Finding]:
    """Ranks, ages, child or grown up, then kinships."""
    yield from _attributes(field, _ranks, "What post {} holds")
    yield from _attributes(field, _ages, "How old {} is")
    yield from _grown(field)
    yield from islice(_kin(field), 1)


def _attributes(
    field: Field, read: Callable[[Line], Iterator[tuple[str, str, str]]], question: str
) -> Iterator[Finding]:
    """Names with two values of one attribute; a last name stands for the first full name that bears it."""
    held: dict[tuple[str, str], dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    full: dict[str, str] = {}
    for line in field.lines:
        for name, about, value in read(line):
            last = re.split(r"[\s-]", name)[-1].lower()
            if full.setdefault(last, name).split()[0] == name.split()[0] or " " not in name:
                held[last, about][value].append(line)
    for (last, _), values in held.items():
        sides = list(values.values())
        weight = max(field.closeness(side[0]) for side in sides)
        yield from Finding.between(question.format(full[last]), "identity", "contradiction", sides, weight)


def _ranks(line: Line) -> Iterator[tuple[str, str, str]]:
    """Names with their rank in one field of work ("marketing", "vice president"): only these compare."""
    for pattern in _RANKED if _POSTED.search(line.text) else ():
        for match in pattern.finditer(line.text):
            if match["name"].isupper():  # a degree: "N, MD, professor of ..."
                continue
            rank = f"{match['rank']} {match.groupdict().get('post') or ''}".lower()
            if match["field"].lower() not in ("the", "a", "an", "its", "his", "her"):
                yield match["name"], match["field"].lower(), " ".join(re.findall(r"[a-z]+", rank))


def _ages(line: Line) -> Iterator[tuple[str, str, str]]:
    for pattern in _AGED:
        for match in pattern.finditer(line.text):
            yield match["name"], "age", match["age"]


def _grown(field: Field) -> Iterator[Finding]:
    """One person as a child in one origin and grown up in another."""
    young = [(line, m) for line in field.lines for m in _YOUNG.finditer(line.plain)]
    grown = [(line, m) for line in field.lines for m in _GROWN.finditer(line.plain)]
    pairs = [
        (
            m["who"].lower().startswith("teen") and bool(n["age"]),
            field.shared(a.stems, b.stems),
            -i,
            a,
            b,
            m[0],
        )
        for i, (a, m) in enumerate(young)
        for b, n in grown
        if a.origin != b.origin and _one_person(field, a, b, m, n)
    ]
    if not pairs:
        return
    teen, like, _, a, b, child = max(pairs, key=lambda pair: pair[:3])
    sides = (
        [a, *(x for x, _ in young if field.shared(x.stems, a.stems) > 0.3)],
        [b, *(x for x, _ in grown if field.shared(x.stems, b.stems) > 0.3)],
    )
    strength: Strength = "contradiction" if teen else "tension"
    question = f"Whether the {child} is grown up"
    yield from Finding.between(question, "identity", strength, sides, like + field.closeness(a))


def _one_person(field: Field, a: Line, b: Line, young: re.Match[str], grown: re.Match[str]) -> bool:
    """Whether child and adult share a description, a kinship, or all but the whole line."""
    common, like = len(a.stems & b.stems), field.shared(a.stems, b.stems)
    described = {(grown["adj"] or "").lower(), (grown["adj2"] or "").lower()}
    if young["adj"].lower() in described - _PLAIN:
        return common >= 4 and like >= 0.2
    kin = {w.lower() for w in _KINSHIP.findall(a.plain)} & {w.lower() for w in _KINSHIP.findall(b.plain)}
    return bool(grown["age"]) and ((common >= 4 and like >= 0.3) or (bool(kin) and common >= 2))


def _kin(field: Field) -> Iterator[Finding]:
    """One relation named differently in two lines that otherwise say the same."""
    told = [(line, {m["kin"].lower() for m in _KINSHIP.finditer(line.plain)}) for line in field.lines]
    told = [(line, kin) for line, kin in told if len(kin) == 1]
    for (a, x), (b, y) in combinations(told, 2):
        if a.origin == b.origin or x == y or len(a.stems & b.stems) < 5:
            continue
        if field.shared(a.stems, b.stems) >= 0.3:
            sides = [[line for line, kin in told if kin == one] for one in (x, y)]
            question = whether(field, a.text)
            yield from Finding.between(
                question, "identity", "contradiction", ([a, *sides[0]], [b, *sides[1]]), field.closeness(a)
            )
