"""Fact recall: gold facts that a citation of the brief hits."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.evaluation.assertion import Assertion
from briefing.evaluation.gold import Weight
from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject


def core_fact_recall(subject: Subject) -> Score:
    """Core facts with a citation that hits one of their spans / core facts."""
    return _recall(subject, "core", subject.account.statements)


def core_fact_recall_sentences(subject: Subject) -> Score:
    """The same by the stories' sentences alone, the disagreements left out."""
    return _recall(subject, "core", subject.account.sentences)


def supporting_fact_recall(subject: Subject) -> Score:
    """Supporting facts with a citation that hits one of their spans / supporting facts."""
    return _recall(subject, "supporting", subject.account.statements)


def _recall(subject: Subject, weight: Weight, statements: Iterable[Assertion]) -> Score:
    cited = {c.span for s in statements for c in s.citations}
    facts = [fact for fact in subject.gold.facts if fact.weight == weight]
    missed = [f for f in facts if not any(c.hits(span) for c in cited for span in f.spans)]
    told = (f"{fact.id} is not told: {fact.statement}" for fact in missed)
    return Score.ratio(len(facts) - len(missed), len(facts), told)
