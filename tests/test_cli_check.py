"""`briefing check` finds every fault in a tampered brief, and opens no path that the brief names."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from homes import Command, command, moved_in

POST = "The ferry Alma ran aground off Skerry Point on Monday. Officials said that 14 people were hurt.\n"
WIRE = "The ferry Alma hit rocks near Skerry Point on Monday. Officials said that 17 people were hurt.\n"


@pytest.fixture
def briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs the program in a folder with two sources: exit code, standard output, standard error."""
    moved_in(tmp_path, monkeypatch)
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    return command(capfd)


@pytest.fixture
def brief(briefing: Command) -> dict[str, Any]:
    """A brief of the two sources that carries their texts."""
    code, out, _ = briefing("make", "post.txt", "wire.txt", "-f", "json", "--with-text")
    assert code == 0
    value: dict[str, Any] = json.loads(out)
    return value


def write(brief: object) -> str:
    Path("brief.json").write_text(json.dumps(brief), encoding="utf-8")
    return "brief.json"


def without_text(brief: dict[str, Any]) -> dict[str, Any]:
    for source in brief["sources"]:
        del source["text"]
    return brief


def test_an_untouched_brief_has_no_fault(briefing: Command, brief: dict[str, Any]) -> None:
    code, out, err = briefing("check", write(brief))
    assert (code, err) == (0, "")
    assert out.endswith(" checked, no faults\n")
    report = json.loads(briefing("check", write(brief), "-f", "json")[1])
    assert report["format"] == "briefing-check/1"
    assert report["ok"] is True
    assert report["faults"] == []
    assert report["checks"]["quote_fidelity"] == 1.0


def changed_digit(brief: dict[str, Any]) -> None:
    citation = next(c for c in brief["citations"].values() if "14" in c["quote"])
    citation["quote"] = citation["quote"].replace("14", "15")


def moved_offset(brief: dict[str, Any]) -> None:
    citation = brief["citations"]["C1"]
    citation["start"] += 1
    citation["end"] += 1


def foreign_source(brief: dict[str, Any]) -> None:
    brief["citations"]["C1"]["source"] = "S9"


def invented_number(brief: dict[str, Any]) -> None:
    sentence = brief["stories"][0]["sentences"][0]
    sentence["text"] = "The ferry had 999 people on board."
    sentence["support"] = {"verdict": "supported", "by": "rules"}


def changed_text(brief: dict[str, Any]) -> None:
    brief["sources"][0]["text"] = brief["sources"][0]["text"].replace("14", "15")


@pytest.mark.parametrize("tamper", [changed_digit, moved_offset, foreign_source, invented_number])
def test_a_tampered_brief_is_faulty(
    briefing: Command, brief: dict[str, Any], tamper: Callable[[dict[str, Any]], None]
) -> None:
    tamper(brief)
    code, out, err = briefing("check", write(brief), "-f", "json")
    report = json.loads(out)
    assert (code, err, report["ok"]) == (5, "", False)
    assert all(set(fault) == {"where", "kind", "detail"} for fault in report["faults"])
    code, told, _ = briefing("check", write(brief))
    assert code == 5
    assert len(told.splitlines()) == len(report["faults"]) + 1


def test_a_text_that_is_not_the_one_of_its_digest_is_a_fault(
    briefing: Command, brief: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    changed_text(brief)
    monkeypatch.setenv("BRIEFING_STATE", str(Path("other-state").absolute()))
    assert briefing("check", write(brief))[0] == 5


def test_the_texts_may_come_from_the_archive_or_from_the_sources_but_not_from_path(
    briefing: Command, brief: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    name = write(without_text(brief))
    assert briefing("check", name)[0] == 0  # make filed them
    monkeypatch.setenv("BRIEFING_STATE", str(Path("other-state").absolute()))
    code, out, err = briefing("check", name)
    assert (code, out) == (1, "")
    assert "no text of the brief's sources was found" in err
    assert briefing("check", name, "post.txt", "wire.txt")[0] == 0
    assert briefing("check", name, "post.txt")[0] == 5


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"format": "briefing/2"}', "[" * 100_000, "\udcff", "NaN", '{"format": NaN}']
)
def test_what_is_no_brief_is_one_line_and_2(briefing: Command, content: str) -> None:
    Path("brief.json").write_bytes(content.encode(errors="surrogateescape"))
    code, out, err = briefing("check", "brief.json")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "briefing make -f json" in err


def test_a_brief_that_is_not_there_is_one_line_and_2(briefing: Command) -> None:
    code, _, err = briefing("check", "none.json")
    assert code == 2
    assert "none.json cannot be read" in err
