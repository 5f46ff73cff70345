"""Controls: briefs broken on purpose. If their scores do not move, the scores see nothing.

They are taken on a few statements of a few cases: enough to tell a judge that sees from one that is blind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.checking.facsimile import Item, items
from briefing.errors import BriefingError
from briefing.evaluation import broken
from briefing.evaluation.account import Account
from briefing.evaluation.case import Case
from briefing.evaluation.judges import Judge
from briefing.evaluation.results import CaseResult, Control, means
from briefing.evaluation.running import account
from briefing.evaluation.scores import scored
from briefing.evaluation.subject import Subject

CASES = 6
"""Cases at most, spread evenly over those whose brief can be broken."""
STATEMENTS = 6
"""Sentences of a brief that are looked at."""
FEWEST = 3
"""Sentences of a story below which there is nothing to shuffle."""
MATTER = 8
"""Sentences: of a source that has no more, the first three are most of it, and lead-3 breaks nothing."""
_COLLAPSE = 0.5
"""The share of a score that a brief broken on purpose may keep where it must collapse."""


@dataclass(frozen=True, slots=True)
class _Recipe:
    """How a brief is broken, the score that must move, and how far."""

    name: str
    score: str
    breaks: Callable[[Account], Item]
    behaves: Callable[[float, float], bool]
    must: str
    whole: bool = False
    """Whether it needs the whole brief, not only its first sentences."""


def controls(told: Sequence[tuple[Case, CaseResult]], judge: Judge) -> tuple[Control, ...]:
    """Every control on a sample of the cases and their briefs."""
    good = [(case, one.brief) for case, one in told if not one.error and _has_matter(case, one.brief)]
    most = min(CASES, len(good))
    sample = [good[n * len(good) // most] for n in range(most)]
    found = (_control(recipe, sample, judge) for recipe in RECIPES)
    return tuple(control for control in found if control is not None)


def _control(recipe: _Recipe, sample: Sequence[tuple[Case, Item]], judge: Judge) -> Control | None:
    whole = [(case, brief if recipe.whole else _short(brief)) for case, brief in sample]
    spoilt = [(case, recipe.breaks(account(case, brief))) for case, brief in whole]
    try:
        before, after = (_mean(recipe.score, briefs, judge) for briefs in (whole, spoilt))
    except BriefingError as error:
        return Control(recipe.name, recipe.score, None, None, False, recipe.must, str(error))
    if before is None:  # nothing that this score could count
        return None
    behaves = recipe.behaves(before, after or 0.0)  # nothing left to count is nothing
    return Control(recipe.name, recipe.score, before, after, behaves, recipe.must)


def _mean(score: str, briefs: Sequence[tuple[Case, Item]], judge: Judge) -> float | None:
    results = [
        CaseResult(case.name, "", case.event, scored(Subject(account(case, b), case.gold, judge), [score]), b)
        for case, b in briefs
    ]
    return means(results)[score].value if results else None


def _has_matter(case: Case, brief: Item) -> bool:
    """Whether there is enough to shuffle, and more in some source than its lead."""
    told = account(case, brief)
    return (
        max((len(items(story, "sentences")) for story in told.stories), default=0) >= FEWEST
        and max((len(told.read(s)) for s in told.texts), default=0) > MATTER
    )


def _short(brief: Item) -> Item:
    """The first sentences of the brief's longest story.

    Without its disagreements, whose citations stay where they are: a judge could live on these alone.
    """
    story = max(items(brief, "stories"), key=lambda s: len(items(s, "sentences")))
    kept = items(story, "sentences")[:STATEMENTS]
    return {**brief, "stories": [{**story, "sentences": kept, "disagreements": []}]}


def _collapses(before: float, after: float) -> bool:
    return after <= _COLLAPSE * before and before > 0


def _falls(before: float, after: float) -> bool:
    return after < before


def _is_nothing(_before: float, after: float) -> bool:
    return after == 0


def _vanishes(before: float, after: float) -> bool:
    return after == 0 < before


RECIPES: tuple[_Recipe, ...] = (
    _Recipe("citations shuffled", "supported_recall", broken.shuffled, _collapses, "falls to half or less"),
    _Recipe("a random passage", "supported_recall", broken.elsewhere, _collapses, "falls to half or less"),
    _Recipe(
        "all citations on all", "citation_precision", broken.all_on_all, _collapses, "falls to half or less"
    ),
    _Recipe("no citations", "citation_coverage", broken.uncited, _vanishes, "is 0"),
    _Recipe("no citations, support", "supported_recall", broken.uncited, _vanishes, "is 0"),
    _Recipe("invented ids", "citation_validity", broken.invented, _falls, "falls"),
    _Recipe("lead-3", "source_coverage", broken.lead_three, _falls, "falls", whole=True),
    _Recipe("lead-3, disagreements", "flag_f1", broken.lead_three, _is_nothing, "is 0", whole=True),
)
