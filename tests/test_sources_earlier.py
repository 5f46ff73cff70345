"""An earlier brief that lies among its sources is none of them, unless it is named by itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing.sources import read
from briefing.types import Document, Unread

MILL = Path(__file__).parent.parent / "examples" / "mill-fire"


@pytest.mark.parametrize("name", ["expected.md", "expected.json"])
def test_an_earlier_brief_in_a_folder_is_told_as_furniture(tmp_path: Path, name: str) -> None:
    shutil.copy(MILL / name, tmp_path / name)
    (tmp_path / "post.txt").write_text("The mill at Corran burned on Friday. Nobody was hurt.\n")
    found = read(["."], stdin=None, cwd=tmp_path)
    assert [type(each) for each in found] == [Unread, Document]
    (brief,) = (each for each in found if isinstance(each, Unread))
    assert (brief.why, brief.detail) == (
        "furniture",
        "an earlier brief; name it by itself to read it as a source",
    )


def test_an_earlier_brief_that_is_named_is_read(tmp_path: Path) -> None:
    shutil.copy(MILL / "expected.md", tmp_path)
    (found,) = read(["expected.md"], stdin=None, cwd=tmp_path)
    assert isinstance(found, Document)
