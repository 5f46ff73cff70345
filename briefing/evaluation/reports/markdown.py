"""The report as Markdown, for a pull request or a page of documentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.evaluation.baseline import UNPINNED, Baseline
from briefing.evaluation.reports.sections import sections
from briefing.evaluation.reports.sheet import Section, figures
from briefing.evaluation.results import Evaluation
from briefing.render import escape


def markdown(evaluation: Evaluation, baseline: Baseline = UNPINNED) -> str:
    """The whole report."""
    first, *rest = sections(evaluation, baseline)
    return "\n\n".join([*_section(first, "#"), *(part for s in rest for part in _section(s, "##"))]) + "\n"


def _section(section: Section, mark: str) -> Iterator[str]:
    yield f"{mark} {escape.markdown(section.title.strip())}"
    if section.rows:
        rule = ("---:" if is_right else "---" for is_right in figures(section))
        grid = [_cells(section.head), f"| {' | '.join(rule)} |", *map(_cells, section.rows)]
        yield "\n".join(grid)
    if section.notes:
        yield "\n".join(f"- {escape.opening(note)}" for note in section.notes)


def _cells(row: Iterable[str]) -> str:
    return f"| {' | '.join(escape.markdown(cell.strip()) for cell in row)} |"
