"""A whole evaluation: what fails after the briefs fails alone, and everything else is told."""

from __future__ import annotations

from dataclasses import replace

from evaluated import Overlap
from tried import EVAL, made, told

from briefing.errors import MalformedReply, ModelUnavailable
from briefing.evaluation import reports
from briefing.evaluation.case import Case
from briefing.evaluation.judges import Ruling
from briefing.evaluation.judges.card import JudgeCard
from briefing.evaluation.results import Evaluation
from briefing.evaluation.running import Made, Maker
from briefing.evaluation.suites import read_suites
from briefing.evaluation.whole import whole


class Tiring(Overlap):
    """Gives no verdict after so many."""

    def __init__(self, most: int) -> None:
        self._left = most

    def judge(self, evidence: str, claim: str) -> Ruling:
        self._left -= 1
        if self._left < 0:
            raise MalformedReply("the judge gave no verdict")
        return super().judge(evidence, claim)


def evaluated(judge: Overlap, twins: Maker | None = None) -> Evaluation:
    (suite,) = read_suites([str(EVAL / "plain")])
    some = told("plain")[:2]
    few = replace(suite, cases=tuple(case for case, _ in some))
    return whole("extractive", [few], [one for _, one in some], judge, made, twins)


def every(evaluation: Evaluation) -> list[str]:
    """The evaluation for each reader."""
    forms = (reports.table, reports.markdown, reports.html, reports.junit, reports.github, reports.json)
    return [" ".join(tell(evaluation).split()) for tell in forms]  # type: ignore[operator]


def test_a_judge_without_a_verdict_is_the_error_of_its_controls() -> None:
    found = evaluated(Tiring(40))
    failed = [c for c in found.controls if c.error]
    assert 0 < len(failed) < len(found.controls)
    assert not any(c.behaves for c in failed)
    assert found.seeding
    assert not found.sound
    assert all("the judge gave no verdict" in text for text in every(found))
    assert reports.read(reports.json(found)).controls == found.controls


def test_a_maker_that_fails_once_is_the_error_of_one_twin() -> None:
    asked: list[str] = []

    def maker(case: Case) -> Made:
        asked.append(case.name)
        if len(asked) == 3:
            raise ModelUnavailable("the server is away")
        return made(case)

    found = evaluated(Overlap(), maker)
    assert [t.error for t in found.twins if t.error] == ["the server is away"]
    assert len(found.twins) > 3
    assert not found.sound
    assert evaluated(Overlap(), made).sound
    assert all("the server is away" in text for text in every(found))


def test_a_judge_that_could_not_be_measured_is_never_green() -> None:
    found = replace(evaluated(Overlap()), judge=JudgeCard("a-model", (), "the server is away"))
    assert not found.sound
    assert all("the server is away" in text for text in every(found))
