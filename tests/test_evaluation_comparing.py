"""Two runs: the same cases paired, what got worse first, and nothing averaged that is not in both."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_results import RUN, changed

from briefing.evaluation.comparing import RunComparison, ScoreChange, compare
from briefing.evaluation.judges.card import JudgeCard
from briefing.evaluation.reports import compared, compared_json
from briefing.evaluation.results import CaseResult, Evaluation
from briefing.evaluation.score import Score
from briefing.evaluation.scores import COSTS


def change(comparison: RunComparison, score: str) -> ScoreChange:
    return next(c for c in comparison.scores if c.score == score)


def test_a_run_against_itself_has_not_moved() -> None:
    same = compare(RUN, RUN)
    assert same.cases == same.changed_suites == same.only_before == same.only_after == same.failed == ()
    assert all(c.difference.value == c.gain == 0 and not c.sure for c in same.scores)
    assert "The same cases, of the same texts." in compared(same)


def test_the_difference_is_after_minus_before_and_its_sign_says_which_way_is_better() -> None:
    later = changed(RUN, "quay", supported_recall=Score.ratio(7, 10), false_conflicts=Score.ratio(0, 4))
    comparison = compare(RUN, later)
    recall, conflicts = change(comparison, "supported_recall"), change(comparison, "false_conflicts")
    assert (recall.before.value, recall.after.value) == (pytest.approx(0.85), pytest.approx(0.75))
    assert recall.difference.value == pytest.approx(-0.1)
    assert recall.gain == pytest.approx(-0.1)
    assert conflicts.difference.value == pytest.approx(-0.125)
    assert conflicts.gain == pytest.approx(0.125)


def test_what_got_worse_comes_first_and_brings_its_new_explanations() -> None:
    told = RUN.cases[0].scores["supported_recall"].explanation
    later = changed(
        RUN,
        "quay",
        supported_recall=Score.ratio(5, 10, [*told, "T1.9: the tide is invented"]),
        false_conflicts=Score.ratio(0, 4),
        core_fact_recall=Score.ratio(2, 4),
    )
    moved = compare(RUN, later).cases
    assert [c.score for c in moved] == ["supported_recall", "core_fact_recall", "false_conflicts"]
    assert moved[0].said == ("T1.9: the tide is invented",)


def test_costs_are_compared_in_the_mean_and_not_case_by_case() -> None:
    comparison = compare(RUN, changed(RUN, "quay", words=Score(300.0)))
    assert change(comparison, "words").gain == pytest.approx(-20)
    assert not COSTS & {c.score for c in comparison.cases}


def test_events_count_once_and_the_interval_is_over_paired_differences() -> None:
    """Three events, each a tenth better: the scores scatter, their differences do not."""
    before = run([("a", "storm", 0.1), ("b", "fire", 0.5), ("c", "flood", 0.9), ("d", "flood", 0.9)])
    after = run([("a", "storm", 0.2), ("b", "fire", 0.6), ("c", "flood", 1.0), ("d", "flood", 1.0)])
    found = change(compare(before, after), "supported_recall")
    assert found.sure
    assert (found.difference.low, found.difference.high) == (pytest.approx(0.1), pytest.approx(0.1))
    assert (found.difference.events, found.difference.cases) == (3, 4)
    assert found.before.high is not None
    assert found.after.low is not None
    assert found.before.high > found.after.low, "unpaired, the two intervals overlap"


def test_a_case_of_one_run_alone_is_named_and_not_averaged_in() -> None:
    earlier = replace(RUN, cases=(*RUN.cases[1:], replace(RUN.cases[0], case="lock")))
    comparison = compare(earlier, RUN)
    assert (comparison.only_before, comparison.only_after) == (("lock",), ("quay",))
    assert change(comparison, "supported_recall").after.value == 0.8
    text = compared(comparison)
    assert "Only in the earlier run, not counted: lock." in text
    assert "Only in the later run, not counted: quay." in text


def test_a_score_that_only_one_run_could_count_is_told_and_not_averaged_in() -> None:
    later = changed(RUN, "quay", core_fact_recall=Score(None))
    comparison = compare(RUN, later)
    assert change(comparison, "core_fact_recall").difference.value == 0
    assert [(c.score, c.before, c.after, c.gain) for c in comparison.cases] == [
        ("core_fact_recall", 0.75, None, 0)
    ]


def test_a_case_in_error_is_told_and_not_averaged_in() -> None:
    failed = replace(RUN, cases=(replace(RUN.cases[0], scores={}, error="fell silent"), *RUN.cases[1:]))
    worse, better = compare(RUN, failed), compare(failed, RUN)
    assert worse.failed == ("quay: fell silent",)
    assert better.mended == ("quay",)
    assert change(worse, "supported_recall") == change(better, "supported_recall")
    assert "In error: quay: fell silent" in compared(worse)


def test_a_changed_suite_and_another_judge_are_said() -> None:
    other = replace(RUN, suites={**RUN.suites, "mills": "d3"}, judge=JudgeCard("a-model", ()))
    comparison = compare(RUN, other)
    assert comparison.changed_suites == ("mills",)
    text = compared(comparison)
    assert "The suite mills changed" in text
    assert "The judge was rules and is a-model" in text


def test_the_text_names_the_judge_and_its_floor_and_is_no_wider_than_a_terminal() -> None:
    text = compared(compare(RUN, changed(RUN, "quay", supported_recall=Score.ratio(1, 10, ["x" * 500]))))
    assert "Support is judged by: rules 0.700, floor 0.660." in text
    assert max(map(len, text.splitlines())) <= 100
    assert "worse" in next(line for line in text.splitlines() if line.startswith("supported_recall"))


def test_the_json_has_every_difference_and_every_change() -> None:
    comparison = compare(RUN, changed(RUN, "quay", supported_recall=Score.ratio(7, 10, ["T1.2: unsaid"])))
    told = json.loads(compared_json(comparison))
    (score,) = (s for s in told["scores"] if s["score"] == "supported_recall")
    assert score["difference"]["value"] == score["gain"] == pytest.approx(-0.1)
    assert (told["cases"][0]["case"], told["cases"][0]["said"]) == ("quay", ["T1.2: unsaid"])
    assert told["judges"][0]["judge"] == "rules"


def test_runs_with_nothing_in_common_say_so() -> None:
    assert "No case that both runs briefed" in compared(
        compare(run([("a", "a", 0.5)]), run([("b", "b", 0.5)]))
    )


values = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.sampled_from("xyz")), min_size=1, max_size=8)


@given(values)
def test_turned_round_every_difference_changes_its_sign(rows: list[tuple[float, float, str]]) -> None:
    before = run([(str(n), event, value) for n, (value, _, event) in enumerate(rows)])
    after = run([(str(n), event, value) for n, (_, value, event) in enumerate(rows)])
    there, back = (change(c, "supported_recall") for c in (compare(before, after), compare(after, before)))
    assert there.gain == pytest.approx(-back.gain)
    assert there.difference.value == pytest.approx((there.after.value or 0) - (there.before.value or 0))


def run(cases: list[tuple[str, str, float]]) -> Evaluation:
    """An evaluation of these (case, event, supported recall)."""
    results = (CaseResult(case, "s", event, {"supported_recall": Score(v)}, {}) for case, event, v in cases)
    return Evaluation("extractive", {"s": "d"}, tuple(results))


def test_of_two_cases_the_one_that_got_worse_comes_first() -> None:
    """Whatever their order in the runs, and whichever of them had its error before."""
    better = changed(RUN, "quay", supported_recall=Score.ratio(10, 10))
    moved = compare(RUN, changed(better, "pier", supported_recall=Score.ratio(2, 10))).cases
    assert [c.case for c in moved] == ["pier", "quay"]
