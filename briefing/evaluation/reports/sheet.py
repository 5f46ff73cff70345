"""A report before any format: sections of rows and notes, raw text all, and how a figure is written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass, field

from briefing.evaluation.bootstrap import Mean
from briefing.evaluation.results import Control
from briefing.evaluation.scores import LOWER_IS_BETTER
from briefing.printable import shortened

NONE = "–"
"""Where there is no figure."""
LESS = "↓"
"""Beside the name of a score where less is more."""
_LONGEST = 100  # characters of a line among some
_FIGURE = re.compile(r"[+-]?\d[\d.,/]*|\[.*\]")


@dataclass(frozen=True, slots=True)
class Section:
    """A grid, every row as long as `head`, then notes; `means` are those of its scores, to be drawn."""

    title: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    means: Mapping[str, Mean] = field(default_factory=dict)


def figures(section: Section) -> tuple[bool, ...]:
    """Which columns hold figures alone, and so stand to the right."""
    return tuple(all(_is_figure(row[n]) for row in section.rows) for n in range(len(section.head)))


def named(score: str) -> str:
    """A score's name, marked where less is more."""
    return f"{score} {LESS}" if score in LOWER_IS_BETTER else score


def figure(value: float | None, sign: str = "") -> str:
    """Three decimals, fewer for large figures; `sign` "+" writes the plus of a difference."""
    if value is None:
        return NONE
    decimals = 3 if abs(value) < 10 else 1 if abs(value) < 1000 else 0
    return f"{value:{sign},.{decimals}f}"


def interval(mean: Mean, sign: str = "") -> str:
    """The 95 % interval."""
    return NONE if mean.low is None else f"[{figure(mean.low, sign)}, {figure(mean.high, sign)}]"


def counted(mean: Mean) -> str:
    """Over how many events and cases."""
    return f"{mean.events}/{mean.cases}"


def hits(mean: Mean) -> str:
    """The counts of a ratio over all cases."""
    return NONE if mean.of is None else f"{mean.hits}/{mean.of}"


def moved(control: Control) -> str:
    """What a control did to its score, and what it must do; or the error that it ended in."""
    if control.error:
        return f"{control.score}: {failed(control.error)}"
    return f"{control.score} {figure(control.before)} → {figure(control.after)}; must: {control.must}"


def failed(error: str) -> str:
    """An error where a figure or a finding would stand."""
    return f"in error: {error}"


def some(lines: Sequence[str], most: int) -> tuple[str, ...]:
    """The first of the lines, shortened, and how many there are besides."""
    return (*(shortened(line, _LONGEST) for line in lines[:most]), *more(lines, most))


def more(rows: Sized, most: int) -> tuple[str, ...]:
    """How many rows there are beyond the first of them; nothing where none is."""
    rest = len(rows) - most
    return (f"and {rest} more",) if rest > 0 else ()


def _is_figure(cell: str) -> bool:
    return cell == NONE or _FIGURE.fullmatch(cell) is not None
