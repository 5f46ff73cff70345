"""A figure counted again: how many it was told to be of one thing, and how many it is now."""

from __future__ import annotations

import re

from briefing import vectors
from briefing.grounding import names
from briefing.grounding.dates import moments
from briefing.lines.corpus import Line
from briefing.lines.measures import MONEY
from briefing.lines.thesaurus import concepts
from briefing.novelty.figures import TOLLS, Figure, figures
from briefing.novelty.scene import Scene, said_concepts
from briefing.novelty.values import agree

_ASKED = {
    next(iter(concepts(word))): f"How many {asked}"
    for word, asked in (
        ("dead", "people died"),
        ("injured", "people were injured"),
        ("missing", "people are missing"),
        ("arrested", "people were arrested"),
        ("rescued", "people were rescued"),
        ("evacuated", "people were evacuated"),
        ("ill", "people are ill"),
        ("infected", "people are infected"),
        ("homeless", "people are homeless"),
    )
}
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 8
"""Words of a question after "How many", at most: 50 of 1,129 figures of eval/ and BASIL have more after
them."""
_AKIN = 0.4
"""The least similarity of two nouns that name one thing: "ships" and "vessels". With .3 a figure of another
thing is taken for a change; .5 changes nothing."""
_LIKE, _COUNTED = 0.3, 0.15
"""How alike the clauses of two figures are at least, unless they count a toll; and if their nouns are one. On
BASIL .24 adds two changes and .36 takes one; of the second, .12 changes nothing, .2 adds one, and with .3 two
are missed."""


def same(scene: Scene, now: Line, then: Line) -> bool | None:
    """Whether the two lines give one figure for one thing; None where they count nothing in common."""
    pairs = _pairs(scene, now, then)
    return any(agree(a.quantity, b.quantity) for a, b in pairs) if pairs else None


def about(scene: Scene, now: Line, then: Line) -> str:
    """What was counted again, as a question ("How many people died"); else "From 40 to 60"."""
    mine, theirs = _pairs(scene, now, then)[0]
    if not mine.noun and mine.frame in _ASKED:
        return _ASKED[mine.frame]
    tails = [f.tail for f in (mine, theirs) if f.tail and 1 < len(f.tail.split()) <= _LONGEST]
    if mine.quantity.kind == "number" and mine.frame not in MONEY and tails:
        return f"How many {tails[0]}"
    return f"From {_shown(theirs)} to {_shown(mine)}"


def _pairs(scene: Scene, now: Line, then: Line) -> list[tuple[Figure, Figure]]:
    """Pairs of a figure of today's line and a told one of the same thing, the most alike first."""
    if _other_year(scene, now, then):
        return []
    found = [(_likeness(scene, a, b), a, b) for a in figures(now) for b in figures(then)]
    found.sort(key=lambda pair: -pair[0])
    return [(a, b) for like, a, b in found if like]


def _likeness(scene: Scene, one: Figure, other: Figure) -> float:
    """How surely two figures are of one thing; 0 where they are not."""
    if one.frame != other.frame or one.quantity.kind != other.quantity.kind:
        return 0.0
    alike = scene.pairing.alike(one.about, other.about)
    if one.frame in TOLLS:
        return 1 + alike if one.noun == other.noun else 0.0
    if _of_others(scene, one.line, other.line):
        return 0.0
    common = (one.about & other.about) - _named(one.line) - _named(other.line)
    if one.word != other.word and vectors.similarity([one.word], [other.word]) < _AKIN:
        return 0.0
    least = _COUNTED if one.noun == one.frame and common else _LIKE
    return alike if alike >= least else 0.0


def _of_others(scene: Scene, one: Line, other: Line) -> bool:
    """Whether each line names somebody whom the other does not, except speakers and the story's names."""
    mine, theirs = (_named(line) & said_concepts(line) - scene.names for line in (one, other))
    return bool(mine and theirs) and not mine & other.stems and not theirs & one.stems


def _named(line: Line) -> frozenset[str]:
    return frozenset(c for name in names(line.text) if name.start for c in concepts(name.text))


def _other_year(scene: Scene, now: Line, then: Line) -> bool:
    """Whether one of the two tells of another year than the one in which it was said."""
    return any(
        moment.year is not None and moment.year != scene.at(line).year
        for line in (now, then)
        for moment in moments(line.plain)
    )


def _shown(figure: Figure) -> str:
    unit = next(iter(_WORD.findall(figure.tail)), "") if figure.frame in MONEY else ""
    return f"{figure.quantity.text} {unit}".strip()
