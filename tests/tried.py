"""Shipped cases briefed without a model, to put the scores on trial, and judges that fit on a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from evaluated import Overlap

from briefing import pipeline
from briefing.evaluation.case import Case
from briefing.evaluation.judges import Ruling
from briefing.evaluation.results import CaseResult
from briefing.evaluation.running import Made, result
from briefing.evaluation.suites import read_suites
from briefing.pipeline import Options

EVAL = Path(__file__).resolve().parents[1] / "eval"
Told = list[tuple[Case, CaseResult]]


def made(case: Case) -> Made:
    """The brief of a case by the embedded engine."""
    return Made(pipeline.make(case.documents, Options(), as_of=datetime(2031, 1, 1, tzinfo=UTC)))


@cache
def told(suite: str) -> Told:
    """The cases of a shipped suite, or one case, with their results."""
    (read,) = read_suites([str(EVAL / suite)])
    return [(case, result("trial", case, made, Overlap())) for case in read.cases]


class Unread:
    """Judges by the claim alone: it reads no evidence."""

    name = "unread"
    as_printed = False

    def __init__(self, likes: Callable[[str], bool] = lambda claim: True) -> None:
        self._likes = likes

    def judge(self, evidence: str, claim: str) -> Ruling:
        liked = self._likes(claim)
        return Ruling(liked, float(liked))

    def study(self, pairs: Iterable[tuple[str, str]]) -> None:
        pass
