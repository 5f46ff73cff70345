"""Every report tells the whole evaluation in the manner of its readers; none lets text become markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_results import FAILED, HOSTILE, PINNED, QUAY, RUN, changed, spoilt, xml

from briefing.errors import UsageError
from briefing.evaluation import reports
from briefing.evaluation.bootstrap import Mean
from briefing.evaluation.judges.card import JudgeCard
from briefing.evaluation.reports.groups import GROUPS, grouped
from briefing.evaluation.results import Evaluation
from briefing.evaluation.score import Score
from briefing.evaluation.scores import SCORERS


def blocks(text: str) -> dict[str, list[str]]:
    """A table's sections by title."""
    parts = re.findall(r"(?m)^(.+)\n-+\n((?:.+\n)*)", text)
    return {title: body.splitlines() for title, body in parts}


def test_the_table_has_all_sections_in_reading_order() -> None:
    assert list(blocks(reports.table(FAILED))) == [
        "Evaluation of extractive",
        "Support",
        "Citations",
        "Fact recall",
        "Disagreements",
        "Length and cost",
        "Flags that the gold does not bear out",
        "Means by suite",
        "Controls",
        "Fault seeding",
        "Twins",
        "Judge: rules",
        "Errors and missed floors",
        "Below the mean: quay (harbours)",
        "Below the mean: pier (harbours)",
    ]


def test_a_mean_is_told_with_its_interval_its_events_and_cases_and_its_counts() -> None:
    (line,) = (s for s in blocks(reports.table(RUN))["Fact recall"] if s.startswith("core_fact_recall "))
    assert line.split() == ["core_fact_recall", "0.875", "[0.750,", "1.000]", "2/2", "7/8"]


def test_support_is_never_told_without_the_judge_and_its_floor() -> None:
    trust = "rules 0.700, floor 0.660"
    low = changed(RUN, "pier", supported_recall=Score.ratio(1, 10, ["T1.1: unsaid"]))
    told = blocks(reports.table(low, PINNED))
    assert all(line.endswith(trust) for line in told["Support"][1:])
    for title, lines in told.items():
        if any(line.split()[0] == "supported_recall" for line in lines):
            assert trust in " ".join(" ".join(lines).split()), title
    assert trust in reports.github(low, PINNED)
    assert trust in reports.junit(low, PINNED)
    assert blocks(reports.table(replace(RUN, judge=None)))["Support"][1].endswith("  unknown")
    assert "no floor known" in reports.table(replace(RUN, judge=JudgeCard("a-model", ())))


def test_coverage_is_never_told_under_support() -> None:
    groups = grouped(dict.fromkeys(SCORERS, Mean(1.0, None, None, 1, 1)))
    assert set(groups["support"]) == {
        "supported_recall",
        "citation_precision",
        "citation_precision_strict",
        "contradiction_rate",
    }
    assert not [line for line in blocks(reports.table(RUN))["Support"] if "coverage" in line]


def test_every_score_has_a_section_and_an_unknown_one_too() -> None:
    groups = grouped(dict.fromkeys([*SCORERS, "charm"], Mean(1.0, None, None, 1, 1)))
    assert list(groups) == list(GROUPS)
    assert list(groups["other"]) == ["charm"]


def test_a_case_below_the_mean_brings_its_reasons_the_furthest_below_first() -> None:
    lines = blocks(reports.table(RUN))["Below the mean: quay (harbours)"]
    assert [line.split()[0] for line in lines[:3]] == ["score", "core_fact_recall", "false_conflicts"]
    assert "F2 is not told" in lines[1]


@given(st.lists(st.text(max_size=150), min_size=12, max_size=12))
def test_no_line_is_wider_than_a_terminal(texts: list[str]) -> None:
    table = reports.table(spoilt(*texts))
    assert max(map(len, table.split("\n"))) <= 100


def test_many_suites_are_told_in_several_grids() -> None:
    cases = (replace(RUN.cases[0], case=f"c{n}", suite=f"suite-{n}") for n in range(8))
    many = replace(RUN, suites={f"suite-{n}": "d" for n in range(8)}, cases=tuple(cases))
    table = reports.table(many)
    assert table.count("Means by suite\n") == 2
    assert all(f"suite-{n}" in table for n in range(8))


def test_junit_has_a_test_for_each_case_each_floor_and_each_control() -> None:
    root = xml(reports.junit(RUN, PINNED))
    assert [test.get("name") for test in root.iter("testcase") if test.find("skipped") is not None] == [
        "controls"
    ]
    assert {suite.get("name"): suite.get("tests") for suite in root} == {
        "harbours": str(2 + 1 + 4),
        "mills": str(1 + 1 + 3),
        "controls": "3",
        "untried": "1",
    }
    assert [root.get(n) for n in ("tests", "failures", "errors", "skipped")] == ["16", "1", "0", "1"]
    (failed,) = (test for test in root.iter("testcase") if test.find("failure") is not None)
    assert failed.get("name") == "lead-3: source_coverage"


def test_junit_fails_on_missed_floors_and_errors() -> None:
    worse = changed(FAILED, "quay", core_fact_recall=Score.ratio(0, 4))
    root = xml(reports.junit(worse, PINNED))
    failed = [test.get("name") for test in root.iter("testcase") if test.find("failure") is not None]
    assert failed == ["core_fact_recall", "lead-3: source_coverage"]
    (error,) = root.iter("error")
    assert error.get("message") == "fell silent, 100%"
    assert (root.get("failures"), root.get("errors")) == ("2", "1")


def test_junit_tells_how_long_a_brief_took() -> None:
    root = xml(reports.junit(changed(RUN, "quay", seconds=Score(1.25))))
    assert [test.get("time") for test in root.iter("testcase")][:2] == ["1.250", None]


def test_annotations_are_escaped_as_github_reads_them() -> None:
    worse = replace(FAILED, cases=(replace(FAILED.cases[3], case="a:b,c", error="50%\nof it:\r\nlost"),))
    lines = reports.github(replace(worse, controls=RUN.controls[1:2])).splitlines()
    assert [line for line in lines if "nothing to count" not in line] == [
        "::error title=mills%3A a%3Ab%2Cc::50%25%0Aof it:%0Alost",
        "::error title=control lead-3::source_coverage 0.600 → 0.700; must: coverage falls",
        "::warning title=twin one side deleted%3A mill::the flag stays",
    ]


def test_markdown_tables_are_rectangular() -> None:
    for grid in re.findall(r"(?m)(?:^\|.*\n)+", reports.markdown(spoilt(*[HOSTILE] * 12))):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in grid.splitlines()}
        assert len(widths) == 1, grid


def test_scores_under_attack_stand_beside_those_of_the_clean_twin() -> None:
    case = RUN.cases[0]
    clean = replace(case, scores={**case.scores, "core_fact_recall": Score(0.25)})
    told = blocks(reports.table(replace(RUN, clean=(clean,))))["Under attack, beside the clean twin"]
    rows = [line.split() for line in told if line.startswith(case.case) and "core_fact_recall" in line]
    assert rows == [[case.case, "core_fact_recall", f"{case.scores['core_fact_recall'].value:.3f}", "0.250"]]
    assert any("scores are alike" in line for line in told)


def test_a_clean_twin_in_error_is_never_green_and_every_report_says_why() -> None:
    sound = replace(RUN, cases=RUN.cases[:1], controls=())
    assert sound.sound
    failed = replace(sound, clean=(replace(QUAY, scores={}, error="the model fell silent"),))
    assert not failed.sound
    rows = blocks(reports.table(failed))["Errors and missed floors"]
    assert "quay (clean twin)" in rows[1]
    for tell in (reports.table, reports.markdown, reports.html, reports.junit, reports.github, reports.json):
        assert "the model fell silent" in tell(failed), tell  # type: ignore[operator]
    assert [e.get("message") for e in xml(reports.junit(failed)).iter("error")] == ["the model fell silent"]


def test_twins_that_all_hold_are_told_in_a_line() -> None:
    held = replace(RUN, twins=RUN.twins[:1])
    assert blocks(reports.table(held))["Twins"] == ["1 of 1 hold."]
    assert "<h2>Twins</h2>\n<ul>\n<li>1 of 1 hold.</li>" in reports.html(held)


def test_a_report_is_chosen_by_the_ending_of_its_file() -> None:
    assert all(reports.render(RUN, suffix, PINNED) for suffix in reports.FORMS)
    assert reports.render(RUN, ".md", PINNED) == reports.markdown(RUN, PINNED)
    with pytest.raises(UsageError, match=r"\.pdf: use one of \.json, \.xml, \.md, \.html"):
        reports.render(RUN, ".pdf")


def test_an_evaluation_of_nothing_has_a_report_of_every_kind() -> None:
    nothing = Evaluation("extractive", {}, ())
    assert all(reports.render(nothing, suffix) for suffix in reports.FORMS)
    assert reports.github(nothing).startswith("::warning title=controls::Too little to break")
