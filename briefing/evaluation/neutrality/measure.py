"""The judge of wording measured on labelled sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.evaluation.confusion import Confusion, Measured, best_threshold
from briefing.evaluation.neutrality.judge import coloured
from briefing.evaluation.rows import read_rows
from briefing.words import count_words


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence; `label` is 1 where its wording is coloured, else 0."""

    text: str
    label: int


@dataclass(frozen=True, slots=True)
class MeasuredWording(Measured):
    """How well coloured rows are told from the others, and the mean of the F1 of both."""

    macro_f1: float | None


def measure(rows: Sequence[Wording]) -> MeasuredWording:
    """The judge on these rows.

    `floor` is the better of two trivial judges: a constant answer (0.5), and the sentence's length in words
    with the threshold that is best for these very rows.
    """
    labels = [row.label for row in rows]
    told = Confusion.of(labels, [coloured(row.text) for row in rows])
    floor = None
    if told.balanced_accuracy is not None:
        floor = max(0.5, best_threshold(labels, [count_words(row.text) for row in rows]))
    return MeasuredWording(
        len(rows), told.balanced_accuracy, told.sensitivity, told.specificity, floor, told.macro_f1
    )


def read_wordings(path: Path) -> tuple[Wording, ...]:
    """The rows of a JSON Lines file; raises UsageError with the line and what is wrong in it."""
    rows = read_rows(path, ["text"], "coloured wording")
    return tuple(Wording(text, label) for (text,), label in rows)


def measure_neutrality(path: Path) -> MeasuredWording:
    """The judge on the rows of this file; raises UsageError as `read_wordings` does."""
    return measure(read_wordings(path))
