"""A judge measured on rows, and rows read from a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.evaluation.confusion import Measured
from briefing.evaluation.judges import Ruling
from briefing.evaluation.judges.pairs import LabelledPair, floor, measure, read_pairs

ROW = '{"evidence": "The pier burnt.", "claim": "The pier burnt.", "label": 1}'


class Echo:
    """Finds a claim supported that stands in the evidence as it is."""

    name = "echo"
    as_printed = False

    def study(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.told = list(pairs)

    def judge(self, evidence: str, claim: str) -> Ruling:
        found = claim in evidence
        return Ruling(found, float(found))


def rows(*labelled: tuple[str, str, int]) -> list[LabelledPair]:
    return [LabelledPair(*row) for row in labelled]


def test_sensitivity_specificity_and_their_mean() -> None:
    told = rows(("a b", "a", 1), ("a b", "c", 1), ("a b", "b", 0), ("a b", "d", 0), ("a b", "e", 0))
    judge = Echo()
    found = measure(judge, told)
    assert (found.rows, found.sensitivity, found.specificity) == (5, 0.5, pytest.approx(2 / 3))
    assert found.balanced_accuracy == pytest.approx((0.5 + 2 / 3) / 2)
    assert judge.told == [(row.evidence, row.claim) for row in told]


def test_one_label_alone_has_no_balanced_accuracy() -> None:
    assert measure(Echo(), rows(("a", "a", 1))) == Measured(1, None, 1.0, None, None)


def test_the_floor_is_what_word_overlap_reaches_with_the_best_threshold() -> None:
    told = rows(
        ("the pier burnt down", "the pier burnt", 1),
        ("the pier burnt down", "the pier sank", 0),
        ("the pier burnt down", "a harbour opened", 0),
    )
    assert floor(told) == 1.0


def test_the_floor_is_never_under_a_constant_answer() -> None:
    told = rows(("the pier burnt", "the pier burnt", 0), ("the pier burnt", "no boat came", 1))
    assert floor(told) == 0.5


def test_rows_are_read_in_order_and_blank_lines_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(f"\ufeff{ROW}\n\n{ROW.replace('1}', '0}')}\n", encoding="utf-8")
    assert [row.label for row in read_pairs(file)] == [1, 0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not JSON"),
        ("[1]", "not an object"),
        ('{"claim": "x", "label": 1}', '"evidence" is missing'),
        ('{"evidence": "x", "claim": 3, "label": 1}', '"claim" is 3'),
        ('{"evidence": "x", "claim": "y", "label": 2}', '"label" is 2'),
        ('{"evidence": "x", "claim": "y", "label": true}', '"label" is true'),
        ('{"evidence": "x", "claim": "y", "label": "1"}', '"label" is "1"'),
    ],
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(f"{ROW}\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_pairs(file)
    assert f"{file}:2: " in str(error.value)
    assert told in str(error.value)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xff\xfe\x00"])
def test_a_file_without_rows_or_of_another_encoding_is_a_usage_error(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=r"rows\.jsonl"):
        read_pairs(file)


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        read_pairs(tmp_path / "none.jsonl")
