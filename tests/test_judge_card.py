"""The judge card, and the public sets that it is measured on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from briefing.errors import MalformedReply
from briefing.evaluation.judges import Ruling
from briefing.evaluation.judges.card import CardRow, card, rules_card
from briefing.evaluation.judges.public import public


class Yes:
    """Supports everything."""

    name = "yes"
    as_printed = False

    def study(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Nothing to prepare."""

    def judge(self, evidence: str, claim: str) -> Ruling:
        return Ruling(True, 1.0)


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """Two of the sets, with invented rows."""
    write(
        tmp_path / "wice/claims_dev.jsonl",
        [
            {
                "evidence": [f"Pier {n} burnt.", "No one was hurt."],
                "claim": f"Pier {n} burnt.",
                "label": n % 2,
                "label_raw": "supported" if n % 2 else "not_supported",
            }
            for n in range(40)
        ],
    )
    write(tmp_path / "qags/cnndm.jsonl", [])
    write(
        tmp_path / "qags/xsum.jsonl",
        [
            {"doc_id": "a", "doc": "The pier burnt.", "claim": "The pier burnt.", "label": 1},
            {"doc_id": "a", "doc": None, "claim": "The pier sank.", "label": 0},
        ],
    )
    return tmp_path


def write(file: Path, rows: list[dict[str, object]]) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


class Tiring(Yes):
    """Gives no verdict on what sank."""

    def judge(self, evidence: str, claim: str) -> Ruling:
        if "sank" in claim:
            raise MalformedReply("no verdict")
        return super().judge(evidence, claim)


def test_a_judge_that_fails_on_one_set_keeps_the_rows_of_those_before_it(sets: Path) -> None:
    write(
        sets / "qags/xsum.jsonl",
        [
            {"doc_id": f"{n}", "doc": "It burnt.", "claim": f"The pier sank {n}.", "label": n % 2}
            for n in range(40)
        ],
    )
    found = card(sets, Tiring())
    assert [row.data for row in found.rows] == ["WiCE"]
    assert found.error == "no verdict"


def test_rows_of_every_set_have_one_form(sets: Path) -> None:
    rows = public(sets)
    assert {row.set for row in rows} == {"WiCE", "QAGS XSum"}
    assert rows[1].pair.evidence == "Pier 1 burnt.\nNo one was hurt."
    assert rows[1].kind == "supported"
    assert rows[-1].pair.evidence == "The pier burnt.", "a text that stands on its first row only"


@pytest.mark.parametrize(
    ("tokenised", "written"),
    [
        ("The pier cost £ 50 m , they said .", "The pier cost £50m, they said."),
        (
            "It was an all - rounder 's 2 - 0 win -LRB- again -RRB- .",
            "It was an all-rounder's 2-0 win (again).",
        ),
        ("`` It was n't safe '' , he said .", "“It wasn't safe”, he said."),
    ],
)
def test_what_a_tokeniser_took_apart_is_read_as_it_is_written(
    tmp_path: Path, tokenised: str, written: str
) -> None:
    write(tmp_path / "cliff_goyal/docs.jsonl", [{"doc_id": "1", "text": tokenised}])
    summary = {"doc_id": "1", "summary": tokenised, "label": 1, "error_types": []}
    write(tmp_path / "cliff_goyal/summaries.jsonl", [summary])
    (row,) = public(tmp_path)
    assert (row.pair.evidence, row.pair.claim) == (written, written)


def test_a_document_is_wholly_in_one_half(sets: Path) -> None:
    halves: dict[str, set[bool]] = {}
    for row in public(sets):
        halves.setdefault(row.cluster, set()).add(row.reporting)
    assert all(len(half) == 1 for half in halves.values())
    assert set.union(*halves.values()) == {True, False}


def test_a_judge_is_measured_on_the_reporting_half_alone(sets: Path) -> None:
    found = card(sets, Yes())
    told = [row for row in public(sets) if row.reporting]
    assert (found.judge, any(row.recorded for row in found.rows)) == ("yes", False)
    assert sum(row.rows for row in found.rows) == len(told)
    assert found.rows[0].documents == len({row.cluster for row in told if row.set == "WiCE"})
    assert found.rows[0].balanced_accuracy == 0.5


def test_without_the_sets_the_figures_are_those_recorded_at_the_fitting(tmp_path: Path) -> None:
    found = rules_card(tmp_path / "none")
    assert all(row.recorded for row in found.rows)
    assert {"WiCE", "SummEdits news", "CLIFF and Goyal'21"} <= {row.data for row in found.rows}
    assert all(row.rows >= row.documents > 0 for row in found.rows)


def test_another_judge_has_no_recorded_figures(tmp_path: Path) -> None:
    assert card(tmp_path / "none", Yes()).rows == ()


def test_a_figure_is_written_and_read_back() -> None:
    row = rules_card(None).rows[0]
    assert CardRow(**json.loads(json.dumps(row.plain())), recorded=True) == row
