"""The judge card: how far a judge of support can be trusted, by its figures on public sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from briefing.evaluation.judges import Judge
from briefing.evaluation.judges.fitted import fitted, record
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
    """What is known of a judge: a row for each public set, none where none was at hand."""

    judge: str
    rows: tuple[CardRow, ...]


def card(folder: Path, judge: Judge | None = None) -> JudgeCard:
    """The card of a judge on the reporting half of the sets in this folder.

    Without a judge it is that of the rules, with weights fitted to the other half: the documents here had
    no part in them, though the features were chosen on all. Where the folder has no set, the figures are
    those recorded at the fitting. It takes about half a minute.
    """
    rows: dict[str, list[Public]] = {}
    for row in public(folder):
        if row.reporting:
            rows.setdefault(row.set, []).append(row)
    if not rows and judge is None:
        return JudgeCard(RulesJudge.name, tuple(CardRow(**row, recorded=True) for row in record()["card"]))
    judge = judge or RulesJudge(fitted("half"))
    measured = (_row(judge, name, told) for name, told in rows.items())
    return JudgeCard(judge.name, tuple(row for row in measured if row))


def _row(judge: Judge, name: str, rows: Sequence[Public]) -> CardRow | None:
    """The judge on these rows; None where they all have one label, so that there is nothing to tell apart."""
    m = measure(judge, [row.pair for row in rows])
    if m.balanced_accuracy is None or m.floor is None:
        return None
    documents = len({row.cluster for row in rows})
    return CardRow(name, m.rows, m.balanced_accuracy, m.floor, False, documents, m.sensitivity, m.specificity)
