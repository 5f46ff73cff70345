"""The benchmarks: an invented corpus that stays the same, jobs that run and score, a chart."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.chart import chart
from benchmarks.corpus import Corpus, Row
from benchmarks.job import JOBS, job
from benchmarks.jobs.chain import _chain
from benchmarks.loopback import Call
from benchmarks.race import Result, race
from benchmarks.report import report


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return list(Corpus(3).rows(300))


def test_a_corpus_of_one_seed_is_the_same_each_time(rows: list[Row]) -> None:
    assert list(Corpus(3).rows(300)) == rows
    assert list(Corpus(4).rows(5)) != rows[:5]


def test_a_corpus_has_every_kind_and_groups_of_near_duplicates(rows: list[Row]) -> None:
    kinds = Counter(row["kind"] for row in rows)
    assert {"orig", "exact", "trunc", "update", "boiler", "doubled"} < set(kinds)
    sizes = Counter(row["gid"] for row in rows)
    assert max(sizes.values()) > 1
    assert [row["id"] for row in rows] == list(range(300))
    cut = next(row for row in rows if row["kind"] == "trunc")
    whole = [row for row in rows if row["gid"] == cut["gid"] and row["kind"] == "orig"]
    assert all(str(row["text"]).startswith(str(cut["text"])) for row in whole)


@pytest.mark.parametrize("name", ["dedup", "chunk", "sentences", "stories", "quotes", "quotes100"])
def test_our_contender_of_each_job_runs_and_is_scored(name: str, rows: list[Row]) -> None:
    asked = job(name)
    data = asked.load(rows)
    run = next(iter(asked.CONTENDERS.values()))()
    getattr(run, "prepare", lambda _: None)(data)
    scored = asked.quality(data, run(data))
    assert asked.amount(data) > 0
    floors = {"P": 0.95, "R": 0.95, "traps": 19, "fill": 0.7, "ends": 0.9, "B3_F": 0.7, "found": 0.9}
    assert all(scored[name] >= floor for name, floor in floors.items() if name in scored)
    assert scored.get("over", 0) == 0


def test_every_job_names_ours_first() -> None:
    for name in JOBS:
        assert job(name).CONTENDERS


def test_the_longest_chain_has_the_longer_one_of_two_stages_asked_at_once() -> None:
    asked = [
        ("claims", 2.0),
        ("framing", 0.5),
        ("disagreements", 0.4),
        ("disagreements", 0.3),
        ("doubt", 0.1),
    ]
    calls = [Call("7", stage, seconds, 100) for stage, seconds in asked]
    assert _chain([*calls, Call("8", "claims", 9.0, 100)], "7") == pytest.approx(2.0 + 0.7 + 0.1)


def test_a_race_leaves_out_who_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def alone(_job: str, contender: str, _rows: str, _size: int) -> dict[str, object]:
        if contender == "gaoya":
            return {"absent": "No module named 'gaoya'"}
        seconds = 1.0 if contender == "briefing" else 3.0
        return {"seconds": seconds, "processor": 1.0, "amount": 6.0, "peak_mb": 2.0, "quality": {"P": 1.0}}

    monkeypatch.setattr("benchmarks.race._alone", alone)
    told: list[str] = []
    found = race("dedup", job("dedup"), "invented", 10, 2, told.append)
    assert [r.contender for r in found][:2] == ["briefing", "rensa"]
    assert "gaoya" not in {r.contender for r in found}
    assert any("gaoya" in line for line in told)
    assert (found[0].ratio, found[1].ratio, found[0].speed) == (1.0, 3.0, 6.0)
    assert "3.00 × ours" in found[1].line()
    assert json.dumps(found[0].as_dict())


def test_a_race_without_ours_compares_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.race._alone", lambda *_: {"absent": "KeyError: 'text'"})
    with pytest.raises(RuntimeError, match="briefing did not run: KeyError"):
        race("dedup", job("dedup"), "invented", 10, 2, lambda _: None)


def test_a_chart_is_well_formed() -> None:
    result = Result("briefing", 10.0, "MB", 1.0, 1.0, 1.0, 1.0, 5.0, 3, {})
    drawn = ET.fromstring(chart("chunk <512>", [result]))  # noqa: S314 - our own
    assert drawn.attrib["aria-label"] == "chunk <512>"


def test_a_report_has_a_row_for_each_contender(tmp_path: Path) -> None:
    results = [
        Result(name, 10.0, "MB", 1.0, 1.0, 1.0, 1.0, 5.0, 3, quality).as_dict()
        for name, quality in (("briefing", {"fill": 0.87}), ("other", {}))
    ]
    path = tmp_path / "chunk.json"
    path.write_text(json.dumps({"job": "chunk", "corpus": "news", "size": 5, "results": results}))
    lines = report([path]).splitlines()
    assert [line.split(" | ")[0] for line in lines[4:6]] == ["| briefing", "| other"]
    assert "0.87" in lines[4]
