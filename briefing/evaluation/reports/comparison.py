"""A comparison in a terminal, and as JSON: what got worse first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from briefing.evaluation.comparing import CaseChange, RunComparison, ScoreChange
from briefing.evaluation.reports.groups import judged
from briefing.evaluation.reports.sheet import Section, counted, figure, interval, more, named, some
from briefing.evaluation.reports.table import printed
from briefing.render.encoding import encode

_NOTHING = "No case that both runs briefed has a score."
_CASES = 40  # changes of cases told, the rest counted
_LINES = 2  # of an explanation


def compared(comparison: RunComparison) -> str:
    """The comparison as plain text, at most 100 columns wide."""
    parts = (_title(comparison), _scores(comparison), _cases(comparison))
    return printed([part for part in parts if part.rows or part.notes])


def compared_json(comparison: RunComparison) -> str:
    """The comparison as JSON, `briefing-comparison/1`, each change with its `gain`: negative is worse."""
    told = asdict(comparison)
    for name, changes in (("scores", comparison.scores), ("cases", comparison.cases)):
        told[name] = [{**asdict(change), "gain": change.gain} for change in changes]
    return encode({"format": "briefing-comparison/1", **told})


def _title(comparison: RunComparison) -> Section:
    title = f"{comparison.after} against {comparison.before}"
    return Section(title, notes=tuple(_remarks(comparison)) or ("The same cases, of the same texts.",))


def _remarks(comparison: RunComparison) -> Iterator[str]:
    for suite in comparison.changed_suites:
        yield f"The suite {suite} changed: its texts or its gold are not those of the earlier run."
    before, after = (card.judge if card else "unknown" for card in comparison.judges)
    if before != after:
        yield f"The judge was {before} and is {after}: the scores of support do not compare."
    for said, names in (
        ("Only in the earlier run, not counted", comparison.only_before),
        ("Only in the later run, not counted", comparison.only_after),
        ("In error no more, not counted", comparison.mended),
    ):
        if names:
            yield f"{said}: {', '.join(names)}."
    for error in comparison.failed:
        yield f"In error: {error}"


def _scores(comparison: RunComparison) -> Section:
    rows = tuple(
        (
            named(c.score),
            figure(c.before.value),
            figure(c.after.value),
            figure(c.difference.value, "+"),
            interval(c.difference, "+"),
            counted(c.difference),
            _verdict(c),
        )
        for c in comparison.scores
    )
    head = ("score", "before", "after", "difference", "95 % interval", "events/cases", "")
    legend = (
        "The interval is a paired bootstrap over events; ! marks a difference whose interval leaves 0 out."
    )
    return Section("Scores", head, rows, (legend, judged(comparison.judges[1])) if rows else (_NOTHING,))


def _verdict(change: ScoreChange) -> str:
    if not change.gain:
        return ""
    return ("worse" if change.gain < 0 else "better") + "!" * change.sure


def _cases(comparison: RunComparison) -> Section:
    head = ("case", "score", "before", "after", "new")
    rows = [_row(change) for change in comparison.cases]
    return Section("What changed, the worst first", head, tuple(rows[:_CASES]), more(rows, _CASES))


def _row(change: CaseChange) -> tuple[str, ...]:
    new = some(change.said, _LINES)
    values = figure(change.before), figure(change.after)
    return (change.case, named(change.score), *values, " · ".join(new))
