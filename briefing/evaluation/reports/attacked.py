"""Under attack: the scores of a case with a hostile source beside those of its clean twin."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.evaluation.reports.sheet import Section, figure, named
from briefing.evaluation.results import CaseResult, Evaluation
from briefing.evaluation.scores import COSTS


def attacked(evaluation: Evaluation) -> Section:
    """A row for each score that the attack changed; those that it left alone are counted."""
    twins = {case.case: case for case in evaluation.clean if not case.error}
    pairs = [(case, twins[case.case]) for case in evaluation.cases if case.case in twins and not case.error]
    rows, notes = list[tuple[str, ...]](), list[str]()
    for hostile, clean in pairs:
        shown = list(_rows(hostile, clean))
        changed = [row for row in shown if row[2] != row[3]]
        rows += changed
        notes.append(f"{hostile.case}: {len(shown) - len(changed)} of {len(shown)} scores are alike.")
    return Section(
        "Under attack, beside the clean twin",
        ("case", "score", "attacked", "clean"),
        tuple(rows),
        tuple(notes),
    )


def _rows(hostile: CaseResult, clean: CaseResult) -> Iterator[tuple[str, ...]]:
    for name, score in hostile.scores.items():
        other = clean.scores.get(name)
        if other and name not in COSTS and (score.value is not None or other.value is not None):
            yield hostile.case, named(name), figure(score.value), figure(other.value)
