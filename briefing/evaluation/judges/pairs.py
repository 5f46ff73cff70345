"""A judge measured on labelled rows of evidence and claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.evaluation.confusion import Confusion, Measured, best_threshold
from briefing.evaluation.judges import Judge
from briefing.evaluation.rows import read_rows
from briefing.words import words


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """A claim with the evidence to judge it by; `label` is 1 where the evidence supports it, else 0."""

    evidence: str
    claim: str
    label: int


def measure(judge: Judge, rows: Sequence[LabelledPair]) -> Measured:
    """The judge on these rows, beside `floor`."""
    judge.study((row.evidence, row.claim) for row in rows)
    supported = [judge.judge(row.evidence, row.claim).supported for row in rows]
    told = Confusion.of([row.label for row in rows], supported)
    return Measured(len(rows), told.balanced_accuracy, told.sensitivity, told.specificity, floor(rows))


def floor(rows: Sequence[LabelledPair]) -> float | None:
    """The better of a constant answer (0.5) and word overlap, its threshold the best for these very rows.

    Overlap is the share of the claim's distinct words that the evidence has, of all words or of those
    with a capital or digit. Chosen in hindsight, it is a generous floor: a judge above it knows more.
    """
    labels = [row.label for row in rows]
    if len(set(labels)) < 2:
        return None
    return max(0.5, *(best_threshold(labels, [share(row) for row in rows]) for share in (_all, _proper)))


def read_pairs(path: Path) -> tuple[LabelledPair, ...]:
    """The rows of a JSON Lines file; raises UsageError with the line and what is wrong in it."""
    rows = read_rows(path, ["evidence", "claim"], "supported")
    return tuple(LabelledPair(evidence, claim, label) for (evidence, claim), label in rows)


def _all(row: LabelledPair) -> float:
    return _shared(words(row.claim), words(row.evidence))


def _proper(row: LabelledPair) -> float:
    return _shared(_capitals(row.claim), _capitals(row.evidence))


def _capitals(text: str) -> list[str]:
    return [word for word in text.split() if word[0].isupper() or word[0].isdigit()]


def _shared(wanted: Iterable[str], shown: Iterable[str]) -> float:
    asked = set(wanted)
    return len(asked & set(shown)) / len(asked) if asked else 1.0
