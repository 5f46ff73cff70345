"""Who is involved: one person with two ranks, ages or kinships that cannot all be right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from briefing.extractive.detectors.finding import Finding
from briefing.lines.corpus import Corpus, Line
from briefing.lines.question import whether
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
_SAME, _DESCRIBED = 0.3, 0.2
"""How alike two lines are that speak of one person (`Corpus.shared`), and if they describe one alike. At .24
and .2 one and two flags are added where reports agree, and at .4 a gold flag cites fewer lines; of the
second, .1 adds a flag and .3 loses none."""


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Ranks, ages, child or grown up, then kinships."""
    yield from _attributes(corpus, _ranks, "What post {} holds")
    yield from _attributes(corpus, _ages, "How old {} is")
    yield from _grown(corpus)
    yield from islice(_kin(corpus), 1)


def _attributes(
    corpus: Corpus, read: Callable[[Line], Iterator[tuple[str, str, str]]], question: str
) -> Iterator[Finding]:
    """Names with two values of one attribute; a last name stands for the first full name that bears it."""
    held: dict[tuple[str, str], dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    full: dict[str, str] = {}
    for line in corpus.lines:
        for name, about, value in read(line):
            last = re.split(r"[\s-]", name)[-1].lower()
            if full.setdefault(last, name).split()[0] == name.split()[0] or " " not in name:
                held[last, about][value].append(line)
    for (last, _), values in held.items():
        sides = list(values.values())
        weight = max(corpus.closeness(side[0]) for side in sides)
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


@dataclass(frozen=True, slots=True, eq=False)
class _Person:
    """One person, it seems: a child in the one line, grown up in the other."""

    young: Line
    child: re.Match[str]
    grown: Line
    adult: re.Match[str]

    @property
    def impossible(self) -> bool:
        """Whether nobody is both: a teenager, and an age from twenty on."""
        return self.child["who"].lower().startswith("teen") and bool(self.adult["age"])


def _grown(corpus: Corpus) -> Iterator[Finding]:
    """One person as a child in one origin and grown up in another."""
    young = [(line, child) for line in corpus.lines for child in _YOUNG.finditer(line.plain)]
    grown = [(line, adult) for line in corpus.lines for adult in _GROWN.finditer(line.plain)]
    persons = [
        _Person(a, child, b, adult)
        for a, child in young
        for b, adult in grown
        if a.origin != b.origin and _one_person(corpus, a, b, child, adult)
    ]

    def likeness(one: _Person) -> float:
        return corpus.shared(one.young.stems, one.grown.stems)

    if not persons:
        return
    best = max(persons, key=lambda one: (one.impossible, likeness(one)))
    sides = (
        [best.young, *(line for line, _ in young if corpus.shared(line.stems, best.young.stems) > _SAME)],
        [best.grown, *(line for line, _ in grown if corpus.shared(line.stems, best.grown.stems) > _SAME)],
    )
    strength: Strength = "contradiction" if best.impossible else "tension"
    question = f"Whether the {best.child[0]} is grown up"
    weight = likeness(best) + corpus.closeness(best.young)
    yield from Finding.between(question, "identity", strength, sides, weight)


def _one_person(corpus: Corpus, a: Line, b: Line, child: re.Match[str], adult: re.Match[str]) -> bool:
    """Whether child and adult share a description and much of their lines, or a kinship."""
    described = {(adult["adj"] or "").lower(), (adult["adj2"] or "").lower()}
    if child["adj"].lower() in described - _PLAIN:
        return corpus.shared(a.stems, b.stems) >= _DESCRIBED
    kin = {w.lower() for w in _KINSHIP.findall(a.plain)} & {w.lower() for w in _KINSHIP.findall(b.plain)}
    return bool(adult["age"] and kin)


def _kin(corpus: Corpus) -> Iterator[Finding]:
    """One relation named differently in two lines that otherwise say the same."""
    told = [(line, {m["kin"].lower() for m in _KINSHIP.finditer(line.plain)}) for line in corpus.lines]
    told = [(line, kin) for line, kin in told if len(kin) == 1]
    for (a, x), (b, y) in combinations(told, 2):
        if a.origin == b.origin or x == y:
            continue
        if corpus.shared(a.stems, b.stems) >= _SAME:
            sides = [[line for line, kin in told if kin == one] for one in (x, y)]
            question = whether(corpus, a.text)
            yield from Finding.between(
                question, "identity", "contradiction", ([a, *sides[0]], [b, *sides[1]]), corpus.closeness(a)
            )
