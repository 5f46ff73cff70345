"""The gate: a floor that is not reached is seen, and none gets lower unless somebody says so."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_results import RUN, changed

from briefing.errors import UsageError
from briefing.evaluation.baseline import DIGITS, Baseline, Floor, Miss, Pin, missed, updated
from briefing.evaluation.pins import parsed, read_baseline, written
from briefing.evaluation.score import Score
from briefing.evaluation.scores import COSTS

PINNED = updated(Baseline(), RUN)


def test_what_an_evaluation_pins_it_reaches() -> None:
    assert missed(RUN, PINNED) == ()


def test_ratios_with_something_to_count_are_pinned_and_nothing_else() -> None:
    pin = PINNED.pin("harbours", "extractive")
    assert pin is not None
    assert set(pin.floors) == {"citation_coverage", "supported_recall", "false_conflicts", "core_fact_recall"}
    assert pin.digest == RUN.suites["harbours"]


def test_a_lowered_score_is_a_miss() -> None:
    worse = changed(RUN, "quay", supported_recall=Score.ratio(5, 10))
    assert missed(worse, PINNED) == (
        Miss("harbours", "supported_recall", "0.6500; the floor is 0.8500 (margin 0.0001)"),
    )


def test_where_less_is_more_the_floor_is_a_ceiling() -> None:
    assert missed(changed(RUN, "quay", false_conflicts=Score.ratio(0, 4)), PINNED) == ()
    (miss,) = missed(changed(RUN, "quay", false_conflicts=Score.ratio(2, 4)), PINNED)
    assert miss.subject == "false_conflicts"
    assert "the ceiling is 0.1250" in miss.detail


@pytest.mark.parametrize(("value", "misses"), [(0.85, 0), (0.8, 0), (0.79, 1)])
def test_a_floor_is_missed_beyond_its_margin(value: float, misses: int) -> None:
    assert Floor(0.9, 0.1).missed_by("supported_recall", value) is bool(misses)


def test_a_pinned_score_with_nothing_to_count_is_a_miss() -> None:
    gone = changed(changed(RUN, "quay", core_fact_recall=Score(None)), "pier", core_fact_recall=Score(None))
    assert [(m.suite, m.subject) for m in missed(gone, PINNED)] == [("harbours", "core_fact_recall")]


def test_a_changed_suite_is_a_miss_that_says_what_to_do() -> None:
    (miss,) = missed(replace(RUN, suites=RUN.suites | {"mills": "another"}), PINNED)
    assert (miss.suite, miss.subject) == ("mills", "digest")
    assert "update the baseline" in miss.detail


def test_a_case_in_error_is_a_miss_with_a_pin_or_without() -> None:
    first, *rest = RUN.cases
    failed = replace(RUN, cases=(replace(first, scores={}, error="the model fell silent"), *rest))
    assert Miss("harbours", "quay", "the model fell silent") in missed(failed, PINNED)
    assert missed(failed, Baseline()) == (Miss("harbours", "quay", "the model fell silent"),)
    with pytest.raises(UsageError, match="quay: the model fell silent"):
        updated(PINNED, failed, lower=True)


def test_another_models_floors_and_suites_that_were_not_run_bind_nobody() -> None:
    other = replace(RUN, model="recorded")
    assert missed(changed(other, "quay", supported_recall=Score.ratio(0, 10)), PINNED) == ()
    alone = replace(RUN, suites={"mills": "d2"}, cases=RUN.cases[2:])
    assert missed(alone, PINNED) == ()
    assert updated(PINNED, alone) == PINNED


@pytest.mark.parametrize("score", ["supported_recall", "false_conflicts"])
def test_an_update_refuses_to_lower_a_floor_and_names_it(score: str) -> None:
    worse = changed(RUN, "quay", **{score: Score.ratio(2, 4)})
    with pytest.raises(UsageError, match=f"harbours: {score} is 0.*lower the floor explicitly"):
        updated(PINNED, worse)
    lowered = updated(PINNED, worse, lower=True)
    assert missed(worse, lowered) == ()
    assert missed(RUN, lowered) == ()


def test_an_update_refuses_to_lose_a_floor() -> None:
    gone = changed(changed(RUN, "quay", core_fact_recall=Score(None)), "pier", core_fact_recall=Score(None))
    with pytest.raises(UsageError, match="core_fact_recall is nothing to count"):
        updated(PINNED, gone)
    pin = updated(PINNED, gone, lower=True).pin("harbours", "extractive")
    assert pin is not None
    assert "core_fact_recall" not in pin.floors


def test_a_better_score_raises_its_floor_and_keeps_a_margin_stated_by_hand() -> None:
    floors = {"supported_recall": Floor(0.7, 0.05)}
    before = Baseline({"harbours": {"extractive": Pin("old", floors), "recorded": Pin("old", floors)}})
    after = updated(before, RUN)
    extractive, recorded = after.pin("harbours", "extractive"), after.pin("harbours", "recorded")
    assert extractive is not None
    assert extractive.floors["supported_recall"] == Floor(0.85, 0.05)
    assert recorded == Pin("old", floors), "another model's floors were measured on the texts as they were"


def test_what_lies_within_the_margin_does_not_wear_the_floor_down() -> None:
    before = Baseline({"harbours": {"extractive": Pin("d1", {"supported_recall": Floor(0.87, 0.05)})}})
    pin = updated(before, RUN).pin("harbours", "extractive")
    assert pin is not None
    assert pin.floors["supported_recall"] == Floor(0.87, 0.05)


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 50), st.integers(1, 50))
def test_rounding_never_makes_a_run_miss_its_own_floor(a: int, b: int, c: int, d: int) -> None:
    scores = {"core_fact_recall": Score.ratio(min(a, b), b), "contradiction_rate": Score.ratio(min(c, d), d)}
    run = changed(RUN, "pier", **scores)
    assert missed(run, updated(Baseline(), run)) == ()


def test_the_file_is_sorted_indented_and_read_back(tmp_path: Path) -> None:
    text = written(PINNED)
    assert parsed(text) == PINNED
    assert text == written(parsed(text)) == json.dumps(json.loads(text), indent=2, sort_keys=True) + "\n"
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    assert read_baseline(path) == PINNED
    values = [
        f["value"] for s in json.loads(text)["suites"].values() for f in s["extractive"]["floors"].values()
    ]
    assert values == [round(value, DIGITS) for value in values]


FLOOR = '{"format": "briefing-baseline/1", "suites": {"a": {"m": {"digest": "d", "floors": {%s}}}}}'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "floors.json: the file: Invalid JSON"),
        ("{}", "format: Field required"),
        ('{"format": "briefing-baseline/2", "suites": {}}', "format: .*briefing-baseline/1"),
        (
            FLOOR % '"supported_recall": {"value": "high"}',
            r"suites.a.m.floors.supported_recall.value: .*number",
        ),
        (FLOOR % '"supported_recall": {"value": NaN}', "supported_recall: no floor can be"),
        (FLOOR % '"supported_recall": {"value": 0.5, "margin": -1}', "supported_recall: no floor can be"),
        *((FLOOR % f'"{cost}": {{"value": 1}}', f"{cost} is a cost") for cost in sorted(COSTS)),
    ],
)
def test_a_wrong_file_is_told_by_name_and_place(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parsed(text, "floors.json")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.json cannot be read"):
        read_baseline(tmp_path / "none.json")


@pytest.mark.parametrize("score", ["repetition", "side_balance"])
def test_a_figure_that_counts_nothing_of_something_is_not_pinned(score: str) -> None:
    pin = updated(Baseline(), changed(RUN, "quay", **{score: Score(0.5)})).pin("harbours", "extractive")
    assert pin is not None
    assert score not in pin.floors
