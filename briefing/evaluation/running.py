"""Running cases: each becomes a brief, and the brief its scores."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing import render
from briefing.checking.facsimile import Item
from briefing.errors import BriefingError
from briefing.evaluation.account import Account
from briefing.evaluation.case import Case, Suite
from briefing.evaluation.judges import Judge
from briefing.evaluation.results import CaseResult
from briefing.evaluation.scores import scored
from briefing.evaluation.scores.support import pairs
from briefing.evaluation.subject import Subject
from briefing.types import Brief, Request


@dataclass(frozen=True, slots=True)
class Made:
    """A brief, and what a model was asked for it, in order."""

    brief: Brief
    requests: tuple[Request, ...] = ()


Maker = Callable[[Case], Made]
"""Makes the brief of a case; raises BriefingError where it cannot."""


def run(suites: Sequence[Suite], make: Maker, judge: Judge) -> Iterator[CaseResult]:
    """The result of every case, in order; a case that fails ends in its error, and the next is run."""
    for suite in suites:
        for case in suite.cases:
            yield result(suite.name, case, make, judge)


def result(suite: str, case: Case, make: Maker, judge: Judge) -> CaseResult:
    """The brief of one case, scored."""
    try:
        made = make(case)
        brief = json.loads(render.json(made.brief))
        told = account(case, brief)
        judge.study(pairs(told, judge))
        scores = scored(Subject(told, case.gold, judge, made.requests))
    except BriefingError as error:
        return CaseResult(case.name, suite, case.event, {}, {}, str(error))
    return CaseResult(case.name, suite, case.event, scores, brief)


def account(case: Case, brief: Item) -> Account:
    """The brief beside the texts of its case."""
    return Account(brief, {document.source.id: document.text for document in case.documents})
