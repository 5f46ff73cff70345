"""The judge card: how far a judge of support can be trusted, by its figures on public sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from briefing.errors import ModelError
from briefing.evaluation.judges import Judge
from briefing.evaluation.judges.fitted import record, weighed
from briefing.evaluation.judges.pairs import measure
from briefing.evaluation.judges.public import Public, public
from briefing.evaluation.judges.rules import RulesJudge


@dataclass(frozen=True, slots=True)
class CardRow:
    """A judge on the reporting half of one public set; `recorded` where the figures are of the fitting.

    `floor` is the best that a trivial judge can do; `documents` are the clusters of the rows (0: not known).
    """

    data: str
    rows: int
    balanced_accuracy: float
    floor: float
    recorded: bool = False
    documents: int = 0
    sensitivity: float | None = None
    specificity: float | None = None

    def plain(self) -> dict[str, Any]:
        """As the record keeps it: ratios rounded to thousandths, not yet `recorded`."""
        told = {k: round(v, 3) if isinstance(v, float) else v for k, v in asdict(self).items()}
        del told["recorded"]
        return told


@dataclass(frozen=True, slots=True)
class JudgeCard:
    """What is known of a judge: a row for each public set, none where none was at hand.

    `error` is what ended the measuring; the rows are those of the sets before it.
    """

    judge: str
    rows: tuple[CardRow, ...]
    error: str | None = None


def card(folder: Path, judge: Judge) -> JudgeCard:
    """The judge on the reporting half of each public set in this folder; no rows where it has none.

    The rules take about half a minute for all of them.
    """
    measured: list[CardRow] = []
    try:
        for name, rows in _reporting(folder).items():
            if row := _row(judge, name, rows):
                measured.append(row)
    except ModelError as error:
        return JudgeCard(judge.name, tuple(measured), str(error))
    return JudgeCard(judge.name, tuple(measured))


def rules_card(folder: Path | None) -> JudgeCard:
    """The card of the rules: measured on the sets in this folder, else as recorded at the fitting.

    It is measured with weights that were fitted to the other half of each set: the documents of the
    reporting half had no part in them, though the features were chosen on all documents.
    """
    if folder and _reporting(folder):
        return card(folder, RulesJudge(weighed("half")))
    return JudgeCard(RulesJudge.name, tuple(CardRow(**row, recorded=True) for row in record()["card"]))


def _reporting(folder: Path) -> dict[str, list[Public]]:
    """The rows of the reporting half, by the name of their set."""
    rows: dict[str, list[Public]] = {}
    for row in public(folder):
        if row.reporting:
            rows.setdefault(row.set, []).append(row)
    return rows


def _row(judge: Judge, name: str, rows: Sequence[Public]) -> CardRow | None:
    """The judge on these rows; None where they all have one label, so that there is nothing to tell apart."""
    m = measure(judge, [row.pair for row in rows])
    if m.balanced_accuracy is None or m.floor is None:
        return None
    documents = len({row.cluster for row in rows})
    return CardRow(name, m.rows, m.balanced_accuracy, m.floor, False, documents, m.sensitivity, m.specificity)
