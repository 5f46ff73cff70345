"""How much text a run may hold: what finds no room is named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from reading import read

from briefing.sources import allowance
from briefing.sources.allowance import NAMED
from briefing.types import Document, Unread


def test_a_run_holds_only_so_much_text_and_names_what_comes_after(tmp_path: Path) -> None:
    for name, size in (("a", 6000), ("b", 6000), ("c", 3000)):
        (tmp_path / f"{name}.txt").write_text("word " * (size // 5))
    found = read(tmp_path, ".", max_text_bytes=10_000)
    assert [isinstance(one, Document) for one in found] == [True, False, True]
    assert isinstance(found[1], Unread)
    assert (found[1].why, "max_text_bytes" in found[1].detail) == ("too_large", True)


def test_of_files_too_large_for_one_run_an_excerpt_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowance, "EXCERPT", 7_000)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("word " * 1200)
    whole = read(tmp_path, ".", max_text_bytes=12_000)
    part = read(tmp_path, ".", max_text_bytes=11_999)
    assert [[isinstance(one, Document) for one in found] for found in (whole, part)] == [
        [True, True],
        [True, False],
    ]
    assert isinstance(part[1], Unread)
    assert part[1].detail == (
        "beyond the first 7,000 bytes of text: the files have 12,000, more than max_text_bytes (11,999)"
    )


def test_files_for_which_there_is_no_room_are_counted_and_not_opened(tmp_path: Path) -> None:
    for n in range(NAMED + 20):
        (tmp_path / f"{n:03}.txt").write_text("Rain fell.")
    os.truncate(tmp_path / f"{NAMED + 1:03}.txt", 0)  # which nobody learns
    found = read(tmp_path, ".", max_text_bytes=1500)
    assert (len(found), isinstance(found[0], Document)) == (NAMED + 2, True)
    assert isinstance(found[-1], Unread)
    assert found[-1].source.path == f"{NAMED + 1:03}.txt"
    assert found[-1].detail.startswith("it and 18 more files are beyond the 1,500 bytes of text of one run")
