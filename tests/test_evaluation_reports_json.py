"""An evaluation as JSON has the fields that scripts rely on, and is read back as it was."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_results import FAILED, RUN

from briefing.errors import UsageError
from briefing.evaluation import reports
from briefing.evaluation.judges.card import CardRow, JudgeCard
from briefing.evaluation.results import CaseResult, Control, Evaluation, Seeding, Twin
from briefing.evaluation.score import Score
from briefing.evaluation.scores import SCORERS


def test_the_json_has_the_fields_of_its_format() -> None:
    told = json.loads(reports.json(FAILED))
    assert told["format"] == "briefing-eval/1"
    assert told["model"] == "extractive"
    assert told["cases"][0]["case"] == "quay"
    score = told["cases"][0]["scores"]["core_fact_recall"]
    assert (score["value"], score["explanation"]) == (
        0.75,
        ["F2 is not told: The quay was closed for two days."],
    )
    assert told["cases"][3]["error"] == "fell silent, 100%"
    assert {"value", "low", "high"} <= told["means"]["core_fact_recall"].keys()
    assert told["means"]["core_fact_recall"]["value"] == 0.875
    assert set(told["controls"]["lead-3"]) == {"source_coverage", "contradictions_found"}
    assert told["judge"]["judge"] == "rules"
    assert json.loads(reports.json(replace(RUN, judge=None)))["judge"] == {}
    assert "brief" not in told["cases"][0]


names = st.text(max_size=8)
figures = st.none() | st.floats(-1e9, 1e9)
counts = st.none() | st.integers(0, 99)
lines = st.lists(names, max_size=3).map(tuple)
scores = st.builds(Score, figures, lines, counts, counts)
cases = st.builds(
    CaseResult,
    names,
    names,
    names.filter(bool),
    st.dictionaries(st.sampled_from(list(SCORERS)), scores, max_size=3),
    st.just({}),
    st.none() | names,
)
controls = st.builds(Control, names, names, figures, figures, st.booleans(), names)
seedings = st.builds(Seeding, names, st.integers(0, 99), st.integers(0, 99), lines)
rows = st.builds(CardRow, names, st.integers(0, 99), st.floats(0, 1), st.floats(0, 1), st.booleans())
evaluations = st.builds(
    Evaluation,
    names,
    st.dictionaries(names, names, max_size=2),
    st.lists(cases, max_size=3).map(tuple),
    st.lists(controls, max_size=3, unique_by=lambda c: c.name).map(tuple),
    st.lists(seedings, max_size=2).map(tuple),
    st.lists(st.builds(Twin, names, names, st.booleans(), names), max_size=2).map(tuple),
    st.none() | st.builds(JudgeCard, names, st.lists(rows, max_size=2).map(tuple)),
)


@given(evaluations)
def test_what_is_written_is_read_back(evaluation: Evaluation) -> None:
    assert reports.read(reports.json(evaluation)) == evaluation


def test_controls_of_one_name_are_all_read_back() -> None:
    assert reports.read(reports.json(RUN)) == RUN


def test_a_file_with_no_more_than_its_format_promises_is_read() -> None:
    score = {"value": 0.5, "explanation": []}
    bare = {"format": "briefing-eval/1", "model": "m", "cases": [{"case": "a", "scores": {"words": score}}]}
    read = reports.read(json.dumps(bare | {"means": {}, "controls": {}, "judge": {}}))
    assert read.cases == (CaseResult("a", "", "a", {"words": Score(0.5)}, {}),)
    assert read.judge is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": "briefing/1"}', '{"format": "briefing-eval/1"}']
)
def test_what_is_no_evaluation_is_refused_by_name(text: str) -> None:
    with pytest.raises(UsageError, match=r"before\.json is not an evaluation; make one with"):
        reports.read(text, "before.json")
