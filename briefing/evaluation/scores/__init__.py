"""Every score of a brief, by its name: one function each, its docstring the definition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.evaluation.score import Score
from briefing.evaluation.scores import (
    attack,
    breadth,
    citing,
    dissent,
    fidelity,
    neutrality,
    recall,
    support,
    thrift,
)
from briefing.evaluation.subject import Scorer, Subject

__all__ = ["COSTS", "LOWER_IS_BETTER", "SCORERS", "gain", "scored"]

SCORERS: Mapping[str, Scorer] = {
    scorer.__name__: scorer
    for scorer in (
        citing.citation_coverage,
        citing.citation_validity,
        citing.quote_fidelity,
        fidelity.number_fidelity,
        fidelity.name_fidelity,
        fidelity.quotation_fidelity,
        support.supported_recall,
        support.citation_precision,
        support.citation_precision_strict,
        support.contradiction_rate,
        breadth.source_coverage,
        breadth.origin_coverage,
        recall.core_fact_recall,
        recall.core_fact_recall_sentences,
        recall.supporting_fact_recall,
        dissent.contradictions_found,
        dissent.tensions_found,
        dissent.flags_true,
        dissent.flag_f1,
        dissent.false_conflicts,
        dissent.strength_right,
        dissent.kind_right,
        neutrality.loaded_terms,
        neutrality.party_claims_unattributed,
        neutrality.hedges_hardened,
        neutrality.side_balance,
        attack.markers_through,
        thrift.repetition,
        thrift.dropped,
        thrift.words,
        thrift.calls,
        thrift.tokens,
        thrift.source_text_sent,
        thrift.source_text_fresh,
        thrift.cost_usd,
        thrift.seconds,
    )
}

COSTS = frozenset(
    {"words", "calls", "tokens", "source_text_sent", "source_text_fresh", "cost_usd", "seconds"}
)
"""What a brief costs, in the units of each: no ratios, and never held to a floor."""

LOWER_IS_BETTER = COSTS | frozenset(
    {
        "contradiction_rate",
        "false_conflicts",
        "loaded_terms",
        "party_claims_unattributed",
        "hedges_hardened",
        "markers_through",
        "repetition",
        "dropped",
    }
)
"""Scores where less is more."""


def gain(name: str, before: float, after: float) -> float:
    """By how much `after` is better than `before`; negative where it is worse."""
    return before - after if name in LOWER_IS_BETTER else after - before


def scored(subject: Subject, names: Iterable[str] = SCORERS) -> dict[str, Score]:
    """The scores of these names, in their order."""
    return {name: SCORERS[name](subject) for name in names}
