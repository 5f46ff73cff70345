"""Scores by what they are about, and whose word those of support rest on."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.evaluation.bootstrap import Mean
from briefing.evaluation.judges.card import CardRow, JudgeCard
from briefing.evaluation.reports.sheet import figure
from briefing.evaluation.scores import SCORERS

SUPPORT = "support"
GROUPS: Mapping[str, str] = {
    SUPPORT: "Support",
    "citing": "Citations",
    "fidelity": "Fidelity",
    "breadth": "Breadth",
    "recall": "Fact recall",
    "dissent": "Disagreements",
    "neutrality": "Neutrality",
    "attack": "Under attack",
    "thrift": "Length and cost",
    "other": "Other scores",
}
"""The files of `scores/`, each a section: what a score is about is said by where it is defined."""


def grouped(means: Mapping[str, Mean]) -> dict[str, dict[str, Mean]]:
    """The means by the group of their score, in the order of GROUPS."""
    groups: dict[str, dict[str, Mean]] = {group: {} for group in GROUPS}
    for name, mean in means.items():
        groups[_group(name)][name] = mean
    return {group: found for group, found in groups.items() if found}


def trusted(card: JudgeCard | None) -> str:
    """The judge with its balanced accuracy and floor, on the data where it beats its floor by least."""
    if card is None:
        return "unknown"
    if not card.rows:
        return f"{card.judge}: no floor known"
    row = min(card.rows, key=_lead)
    return f"{card.judge} {figure(row.balanced_accuracy)}, floor {figure(row.floor)}"


def judged(card: JudgeCard | None) -> str:
    """The same as a note, where support scores stand among others."""
    return f"Support is judged by: {trusted(card)}."


def caveat(name: str, card: JudgeCard | None) -> str:
    """The same after the figure of one score; "" where the judge has no part in it."""
    return f" (judge: {trusted(card)})" if _group(name) == SUPPORT else ""


def _lead(row: CardRow) -> float:
    return row.balanced_accuracy - row.floor


def _group(name: str) -> str:
    return SCORERS[name].__module__.rpartition(".")[2] if name in SCORERS else "other"
