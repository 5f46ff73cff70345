"""Arguments name files, folders, globs, addresses and standard input; each file is read once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.settings import SourceSetting
from briefing.sources.locate import Input, locate


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.txt",
        "a/c.txt",
        "a/b/d.txt",
        ".hidden/e.txt",
        "a/.f.txt",
        "z[1].txt",
        "empty/.keep",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "a" / "link.txt").symlink_to(tmp_path / "b.txt")
    return tmp_path


def given_by(tree: Path, *arguments: str) -> list[str]:
    return [item.given for item in locate(arguments, (), tree) if not item.problem]


def problems(tree: Path, *arguments: str) -> list[str]:
    return [item.problem.detail for item in locate(arguments, (), tree) if item.problem]


def test_a_folder_is_recursive_in_path_order_without_hidden_files_and_links(tree: Path) -> None:
    everything = ["a/b/d.txt", "a/c.txt", "a.txt", "b.txt", "z[1].txt"]
    assert given_by(tree, ".") == everything
    assert given_by(tree, str(tree)) == [f"{tree}/{name}" for name in everything]
    assert given_by(tree, ".hidden") == [".hidden/e.txt"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["a.txt", "b.txt", "z[1].txt"]),
        ("./?.txt", ["a.txt", "b.txt"]),
        ("[ab]*", ["a/b/d.txt", "a/c.txt", "a.txt", "b.txt"]),
        ("**/*.txt", ["a/b/d.txt", "a/c.txt", "a/link.txt", "a.txt", "z[1].txt"]),
        ("a/**", ["a/b/d.txt", "a/c.txt", "a/link.txt"]),
        ("*/b/*", ["a/b/d.txt"]),
        (".h*/*", [".hidden/e.txt"]),
        ("z[1].txt", ["z[1].txt"]),
    ],
)
def test_globs_are_expanded_as_a_shell_would(tree: Path, pattern: str, found: list[str]) -> None:
    assert given_by(tree, pattern) == found


def test_a_deep_glob_over_folders_that_link_to_each_other_ends(tree: Path) -> None:
    assert given_by(tree, "**/**/**/**/d.txt") == ["a/b/d.txt"]


@pytest.mark.parametrize(
    ("argument", "problem"),
    [
        ("nothing.txt", "no such file"),
        ("a.txt/b", "no such file"),
        ("", "no such file"),
        ("nul\0.txt", "no such file"),
        ("half\ud800.txt", "no such file"),
        ("*.pdf", "no file matches"),
        ("empty/*", "no file matches"),
        ("empty", "no file in this folder"),
        ("n" * 300, "file name too long"),
    ],
)
def test_what_names_nothing_says_so(tree: Path, argument: str, problem: str) -> None:
    assert problems(tree, argument) == [problem]


def test_addresses_have_their_place_and_wait_for_their_door(tree: Path) -> None:
    assert "not read by this version" in problems(tree, "https://example.org/feed.xml")[0]


def test_a_file_named_twice_is_one_input_with_a_note_where_it_was_first(tree: Path) -> None:
    found = locate(["./b.txt", "a.txt", str(tree / "b.txt"), "*.txt", "a/link.txt"], (), tree)
    assert [(item.given, item.note) for item in found] == [
        ("./b.txt", "named twice"),
        ("a.txt", "named twice"),
        ("z[1].txt", None),
    ]


def test_standard_input_named_twice_is_one(tree: Path) -> None:
    assert locate(["-", "-"], (), tree) == (Input("-", note="named twice"),)


def test_the_configured_sources_are_used_only_without_arguments(tree: Path) -> None:
    configured = [SourceSetting(path="a", name="Wires"), SourceSetting(path="b.txt")]
    assert [item.given for item in locate([], configured, tree)] == ["a/b/d.txt", "a/c.txt", "b.txt"]
    assert [item.given for item in locate(["a.txt"], configured, tree)] == ["a.txt"]


@pytest.mark.parametrize("argument", ["a/c.txt", "./a/../a/c.txt", "a", "**/c.txt", "a/.f.txt"])
@pytest.mark.parametrize("path", ["a", "a/", ".", "*"])
def test_what_is_configured_as_private_stays_so_however_it_is_named(
    tree: Path, argument: str, path: str
) -> None:
    if argument == "a/.f.txt" and path == "*":
        pytest.skip("a glob does not cover what is hidden")
    found = locate([argument], [SourceSetting(path=path, private=True)], tree)
    assert all(item.setting.private for item in found)


def test_the_nearest_configured_place_names_a_source_and_any_makes_it_private(tree: Path) -> None:
    configured = [
        SourceSetting(path="a", name="Folder", private=True),
        SourceSetting(path="a/c.txt", name="File"),
    ]
    (found,) = locate(["a/c.txt"], configured, tree)
    assert (found.setting.name, found.setting.private) == ("File", True)


def test_a_link_that_is_named_is_followed_and_a_broken_one_is_still_there(tree: Path) -> None:
    (tree / "broken").symlink_to("nowhere")
    assert given_by(tree, "broken") == ["broken"]
    assert given_by(tree, "a/loop/b.txt") == ["a/loop/b.txt"]


def test_a_folder_that_cannot_be_listed_is_named(tree: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may list every folder")
    (tree / "a").chmod(0)
    assert problems(tree, ".") == ["permission denied"]
    (tree / "a").chmod(0o700)


def test_folders_nested_deeper_than_the_stack_are_read(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(1100):
        folder = folder / "d"
        folder.mkdir()
    (folder / "x.txt").write_text("x")
    assert len(given_by(tmp_path, ".")) == 1


@given(st.lists(st.text(st.characters()), max_size=3))
def test_no_argument_makes_it_raise(arguments: list[str]) -> None:
    safe = [argument for argument in arguments if not argument.startswith(("/", "."))]
    locate(safe, (), Path("/nonexistent"))
