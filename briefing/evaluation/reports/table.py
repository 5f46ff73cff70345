"""The report in a terminal: plain text, at most 100 columns wide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from textwrap import wrap

from briefing.evaluation.baseline import UNPINNED, Baseline
from briefing.evaluation.reports.sections import sections
from briefing.evaluation.reports.sheet import Section, figures
from briefing.evaluation.results import Evaluation
from briefing.render.escape import defang

WIDTH = 100
_GAP = "  "


def table(evaluation: Evaluation, baseline: Baseline = UNPINNED) -> str:
    """The whole report."""
    return printed(sections(evaluation, baseline))


def printed(parts: Sequence[Section]) -> str:
    """Sections as plain text; columns of one name are as wide in all, and long cells wrap within them."""
    widest: dict[str, int] = {}
    for part in parts:
        for name, *cells in zip(part.head, *part.rows, strict=True):
            widest[name] = max(widest.get(name, 1), *(len(_clean(cell)) for cell in (name, *cells)))
    return "\n".join(_section(part, widest) for part in parts)


def _section(section: Section, widest: Mapping[str, int]) -> str:
    title = _clean(section.title)
    lines = [*wrap(title, WIDTH), "-" * min(len(title), WIDTH)]
    if section.rows:
        lines += _grid(section, _fitting([widest[name] for name in section.head]))
    for note in section.notes:
        lines += wrap(_clean(note), WIDTH, subsequent_indent=_GAP)
    return "\n".join(lines) + "\n"


def _grid(section: Section, widths: Sequence[int]) -> Iterator[str]:
    right = figures(section)
    for row in (section.head, *section.rows):
        cells = [wrap(_clean(cell), width) for cell, width in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            told = zip(line, widths, right, strict=True)
            yield _GAP.join(c.rjust(w) if is_right else c.ljust(w) for c, w, is_right in told).rstrip()


def _fitting(widths: list[int]) -> list[int]:
    """The columns' widths: the widest gives way until all fit."""
    while sum(widths) + len(_GAP) * (len(widths) - 1) > WIDTH and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths


def _clean(text: str) -> str:
    return defang(text).strip()
