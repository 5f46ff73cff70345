"""`briefing eval` on an invented case: what it tells, what it writes, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from boats import suite_in
from chaos import Chaos
from homes import Command, command, moved_in
from honest import honest


@pytest.fixture
def briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs the program in a folder with the suite "boats": exit code, standard output, standard error."""
    moved_in(tmp_path, monkeypatch)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    fog, hull = (
        "The captain said the fog had come too fast.\n",
        "Divers will look at the hull on Tuesday morning.\n",
    )
    suite_in(tmp_path, (fog, hull))
    return command(capfd, "eval")


def test_the_json_has_the_fields_of_its_format(briefing: Command) -> None:
    code, out, _ = briefing("boats", "-f", "json")
    told = json.loads(out)
    assert code == 0
    assert (told["format"], told["model"]) == ("briefing-eval/1", "extractive")
    (case,) = told["cases"]
    assert case["case"] == "ferry"
    assert set(case["scores"]["supported_recall"]) >= {"value", "explanation"}
    assert set(told["means"]["core_fact_recall"]) >= {"value", "low", "high"}
    assert told["controls"] == {}
    assert "Too little to break" in told["untried"]["controls"]
    assert told["judge"]


def test_reports_are_written_beside_the_table(briefing: Command) -> None:
    files = ["r.json", "r.xml", "r.md", "r.html"]
    code, out, _ = briefing("boats", *[word for file in files for word in ("--report", file)])
    assert code == 0
    assert "supported_recall" in out
    assert all("supported" in Path(file).read_text() or file == "r.xml" for file in files)


def test_a_floor_is_pinned_kept_and_missed(briefing: Command) -> None:
    """An update refuses to lower a floor without being told so."""
    assert briefing("boats", "--baseline", "floors.json", "--update-baseline")[0] == 0
    assert briefing("boats", "--baseline", "floors.json")[0] == 0
    file = Path("floors.json")
    raised = json.loads(file.read_text())
    raised["suites"]["boats"]["extractive"]["floors"]["source_coverage"]["value"] = 1.0
    file.write_text(json.dumps(raised))
    code, out, _ = briefing("boats", "--baseline", "floors.json")
    assert code == 5
    assert "source_coverage" in out
    code, _, err = briefing("boats", "--baseline", "floors.json", "--update-baseline")
    assert code == 2
    assert "source_coverage" in err
    assert briefing("boats", "--baseline", "floors.json", "--update-baseline", "--lower")[0] == 0
    assert briefing("boats", "--baseline", "floors.json")[0] == 0


def test_a_changed_suite_misses_its_digest(briefing: Command) -> None:
    assert briefing("boats", "--baseline", "floors.json", "--update-baseline")[0] == 0
    text = Path("boats/ferry/D2.txt")
    text.write_text(text.read_text() + "It was raining.\n")
    assert briefing("boats", "--baseline", "floors.json")[0] == 5


def test_a_case_in_error_is_never_green(briefing: Command) -> None:
    second = Path("boats/none")
    second.mkdir()
    (second / "case.toml").write_text('title = "x"\n[[documents]]\nid = "D1"\n')
    (second / "D1.txt").write_text(" \n")
    code, out, _ = briefing("boats")
    assert code == 5
    assert "none" in out


def test_twins_are_briefed_by_a_live_model_where_they_are_asked_for(
    briefing: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Chaos(honest) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        _, plain, _ = briefing("boats", "-m", "copyist", "-f", "json")
        asked = len(server.requests)
        _, twice, _ = briefing("boats", "-m", "copyist", "--twins", "-f", "json")
    assert json.loads(plain)["twins"] == []
    assert {t["name"] for t in json.loads(twice)["twins"]} >= {"names changed", "sources reordered"}
    assert len(server.requests) > asked


def test_two_runs_are_compared(briefing: Command) -> None:
    briefing("boats", "--report", "before.json")
    code, out, _ = briefing("boats", "--against", "before.json")
    assert code == 0
    assert "The same cases, of the same texts." in out
    told = json.loads(briefing("boats", "--against", "before.json", "-f", "json")[1])
    assert (told["format"], told["only_before"]) == ("briefing-comparison/1", [])


def test_a_judge_is_measured_on_labelled_rows(briefing: Command) -> None:
    rows = [
        {"evidence": "The ferry sank on Monday.", "claim": "The ferry sank on Monday.", "label": 1},
        {"evidence": "The ferry sank on Monday.", "claim": "The mayor resigned in May.", "label": 0},
    ]
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    code, out, _ = briefing("--judge", "rules", "--pairs", "rows.jsonl", "-f", "json")
    assert code == 0
    told = json.loads(out)
    assert set(told) == {"rows", "balanced_accuracy", "sensitivity", "specificity", "floor"}
    assert (told["rows"], told["balanced_accuracy"]) == (2, 1.0)


def test_wording_is_measured_on_labelled_rows(briefing: Command) -> None:
    rows = [
        {"text": "The shameless crooks brazenly lied again.", "label": 1},
        {"text": "The committee met on Tuesday.", "label": 0},
    ]
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    code, out, _ = briefing("--neutrality", "rows.jsonl", "-f", "json")
    assert code == 0
    told = json.loads(out)
    assert set(told) >= {"rows", "balanced_accuracy", "sensitivity", "specificity", "floor"}
    assert told["balanced_accuracy"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name SUITEs"),
        (("boats", "--pairs", "x"), "SUITE and --pairs do not go together"),
        (("--pairs", "x", "--report", "r.md"), "--pairs and --report do not go together"),
        (("--pairs", "x", "--against", "r.json"), "--pairs and --against do not go together"),
        (("--pairs", "x", "--update-baseline"), "--pairs and --update-baseline do not go together"),
        (("--neutrality", "x", "--baseline", "f.json"), "--neutrality and --baseline do not go together"),
        (("--neutrality", "x", "--judge", "gpt"), "--neutrality and --judge do not go together"),
        (("--neutrality", "x", "-m", "gpt"), "--neutrality and --model do not go together"),
        (("nowhere",), "nowhere is not a folder"),
        (("boats", "-m", "recorded"), "no case has recorded replies"),
        (("boats", "-m", "recorded", "--twins"), "answer no rewritten case"),
        (("boats", "--report", "r.doc"), "r.doc"),
        (("boats", "--against", "none.json"), "none.json cannot be read"),
        (("boats", "--baseline", "none.json"), "none.json"),
        (("--pairs", "none.jsonl"), "none.jsonl"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(briefing: Command, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = briefing(*arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert "Traceback" not in err
