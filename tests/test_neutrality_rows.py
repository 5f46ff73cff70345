"""Labelled rows read from JSON Lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.evaluation.rows import read_rows


def test_rows_keep_their_order_and_blank_lines_and_other_names_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '\ufeff{"text": "a", "label": 1, "by": "x"}\r\n\n{"label": 0, "text": "b\u2028c"}\n', "utf-8"
    )
    assert read_rows(path, ["text"], "coloured") == ((("a",), 1), (("b\u2028c",), 0))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "rows.jsonl:2: not JSON"),
        ("[]", "rows.jsonl:2: not an object"),
        ('{"label": 1}', 'rows.jsonl:2: "text" is missing'),
        ('{"text": 7, "label": 1}', 'rows.jsonl:2: "text" is 7: it must be a string'),
        ('{"text": "a", "label": true}', 'rows.jsonl:2: "label" is true: it must be 0 or 1 (1: coloured)'),
        ('{"text": "a", "label": 2}', 'rows.jsonl:2: "label" is 2'),
    ],
)
def test_a_fault_names_the_line_and_what_is_wrong(line: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "a", "label": 0}\n' + line + "\n", "utf-8")
    with pytest.raises(UsageError) as error:
        read_rows(path, ["text"], "coloured")
    assert fault in str(error.value)


def test_a_file_that_is_absent_empty_or_not_text_is_told_so(tmp_path: Path) -> None:
    empty, binary = tmp_path / "empty", tmp_path / "binary"
    empty.write_text("\n")
    binary.write_bytes(b"\xff\xfe\x00")
    for path, fault in (
        (tmp_path / "none", "No such file"),
        (empty, "no rows"),
        (binary, "not UTF-8 at byte 0"),
    ):
        with pytest.raises(UsageError, match=fault):
            read_rows(path, ["text"], "coloured")
