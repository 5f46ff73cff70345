"""All arguments together: each file is read once, and keeps what the configuration says of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.settings import SourceSetting
from briefing.sources.expand import Input
from briefing.sources.locate import locate
from briefing.sources.refusal import unreadable


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "a/c.txt", "a/b/d.txt", "a/.f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "a" / "link.txt").symlink_to(tmp_path / "b.txt")
    return tmp_path


def test_a_file_named_twice_is_one_input_with_a_note_where_it_was_first(tree: Path) -> None:
    found = locate(["./b.txt", "a.txt", str(tree / "b.txt"), "*.txt", "a/link.txt"], (), tree)
    assert [(item.given, item.note) for item in found] == [
        ("./b.txt", "named twice"),
        ("a.txt", "named twice"),
    ]


def test_standard_input_named_twice_is_one(tree: Path) -> None:
    assert locate(["-", "-"], (), tree) == (Input("-", note="named twice"),)


@pytest.mark.parametrize("name", ["/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"])
def test_standard_input_is_one_by_any_name(tree: Path, name: str) -> None:
    assert locate(["-", name], (), tree) == (Input("-", note="named twice"),)
    assert locate([name, "-"], (), tree) == (Input(name, note="named twice"),)


def test_a_file_that_is_standard_input_is_that_file(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.path.realpath
    opened = str(tree / "a.txt")
    monkeypatch.setattr("os.path.realpath", lambda path: opened if path == "/dev/stdin" else real(path))
    (found,) = locate(["-", opened], [SourceSetting(path="a.txt", private=True)], tree)
    assert (found.given, found.setting.private) == ("-", True)


def test_the_configured_sources_are_used_only_without_arguments(tree: Path) -> None:
    configured = [SourceSetting(path="a", name="Wires"), SourceSetting(path="b.txt")]
    assert [item.given for item in locate([], configured, tree)] == ["a/b/d.txt", "a/c.txt", "b.txt"]
    assert [item.given for item in locate(["a.txt"], configured, tree)] == ["a.txt"]


@pytest.mark.parametrize("argument", ["a/c.txt", "./a/../a/c.txt", "a", "**/c.txt", "a/.f.txt", "a/link.txt"])
@pytest.mark.parametrize("path", ["a", "./a/", "."])
def test_what_is_configured_as_private_stays_so_however_it_is_named(
    tree: Path, argument: str, path: str
) -> None:
    found = locate([argument], [SourceSetting(path=path, private=True)], tree)
    assert all(item.setting.private for item in found)


def test_the_nearest_configured_place_names_a_source_and_any_makes_it_private(tree: Path) -> None:
    configured = [
        SourceSetting(path="a", name="Folder", private=True),
        SourceSetting(path="a/c.txt", name="File"),
    ]
    (found,) = locate(["a/c.txt"], configured, tree)
    assert (found.setting.name, found.setting.private) == ("File", True)


def test_a_glob_covers_what_it_matches(tree: Path) -> None:
    configured = [SourceSetting(path="a/*.txt", private=True), SourceSetting(path="*", name="All")]
    found = locate(["a/c.txt", "a.txt"], configured, tree)
    assert [(item.setting.name, item.setting.private) for item in found] == [(None, True), ("All", False)]


def test_two_ways_to_a_file_within_one_argument_are_no_repetition(tree: Path) -> None:
    (tree / "again").symlink_to("a")
    found = locate(["*"], (), tree)
    assert [(item.given, item.note) for item in found] == [
        ("a/b/d.txt", None),
        ("a/c.txt", None),
        ("a.txt", None),
        ("b.txt", None),
    ]


def test_a_name_that_no_file_can_have_is_one_input_too(tree: Path) -> None:
    assert len(locate(["half\ud800", "nul\0", "half\ud800"], (), tree)) == 2


def test_a_brief_that_is_written_is_refused_where_it_is_all_that_is_named(tree: Path) -> None:
    brief = tree / "old" / "b.md"
    brief.parent.mkdir()
    brief.write_text('{"format": "briefing/1"}')
    with pytest.raises(UsageError, match=r"^-o .*/old/b\.md is one of the sources: name another file$"):
        locate(["old/b.md"], (), tree, brief)
    nothing = unreadable("no file in it but the one that is written")
    assert locate(["old"], (), tree, brief) == (Input("old", nothing),)
    assert [found.given for found in locate(["old/b.md", "a.txt"], (), tree, brief)] == ["a.txt"]


def test_an_empty_file_may_be_written_over(tree: Path) -> None:
    """A shell's `>` or `mktemp` has made it: nothing is lost."""
    (tree / "a" / "brief.md").write_text(" \n")
    found = locate(["a"], (), tree, tree / "a" / "brief.md")
    assert [item.given for item in found] == ["a/b/d.txt", "a/c.txt"]
