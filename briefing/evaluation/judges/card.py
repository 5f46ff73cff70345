"""The judge card: how far a judge of support can be trusted, by its figures on public sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from briefing.evaluation.judges import Judge
from briefing.evaluation.judges.fitted import fitted, record
from briefing.evaluation.judges.pairs import Measured, measure
from briefing.evaluation.judges.public import Public, public
from briefing.evaluation.judges.rules import RulesJudge


@dataclass(frozen=True, slots=True)
class Figure:
    """A judge on the reporting half of one public set: `documents` are the clusters of its rows."""

    set: str
    documents: int
    measured: Measured

    def plain(self) -> dict[str, Any]:
        """As JSON has it, ratios rounded to thousandths."""
        told = {k: round(v, 3) if isinstance(v, float) else v for k, v in asdict(self.measured).items()}
        return {"set": self.set, "documents": self.documents, **told}

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """The figure that `plain` gave."""
        rest = {name: value for name, value in told.items() if name not in ("set", "documents")}
        return cls(told["set"], told["documents"], Measured(**rest))


@dataclass(frozen=True, slots=True)
class Card:
    """A judge's figures; `recorded` where they were kept from the fitting, the sets not being at hand."""

    judge: str
    figures: tuple[Figure, ...]
    recorded: bool = False


def card(folder: Path, judge: Judge | None = None) -> Card:
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
        return Card(RulesJudge.name, tuple(map(Figure.of, record()["card"])), recorded=True)
    judge = judge or RulesJudge(fitted("half"))
    return Card(judge.name, tuple(_figure(judge, name, told) for name, told in rows.items()))


def _figure(judge: Judge, name: str, rows: list[Public]) -> Figure:
    return Figure(name, len({row.cluster for row in rows}), measure(judge, [row.pair for row in rows]))
