"""What puts the scores on trial and could not be tried: every report says so; silence looks like success."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.evaluation.controls import FEWEST, MATTER, RECIPES
from briefing.evaluation.results import Evaluation

CONTROLS = "controls"
TWINS = "twins"
_TOO_LITTLE = (
    f"Too little to break: no brief has a story of {FEWEST} sentences and a source of more than {MATTER}."
)
_NO_BRIEF = "No case gave a brief."
_NO_TWINS = "None was briefed: recorded replies answer no rewritten case; ask a live model with --twins."


def untried(evaluation: Evaluation) -> Mapping[str, str]:
    """Why there are no controls or not all, and why no twins: a sentence for each that lacks any."""
    told: dict[str, str] = {}
    tried = {control.name for control in evaluation.controls}
    if not tried:
        failed = evaluation.cases and all(case.error for case in evaluation.cases)
        told[CONTROLS] = _NO_BRIEF if failed else _TOO_LITTLE
    elif missing := [recipe.name for recipe in RECIPES if recipe.name not in tried]:
        told[CONTROLS] = f"Not tried, as their scores have nothing to count: {'; '.join(missing)}."
    if not evaluation.twins:
        told[TWINS] = _NO_TWINS
    return told
