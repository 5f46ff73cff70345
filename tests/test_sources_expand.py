"""Each argument names files, a folder, a glob, an address or standard input, or says why nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.expand import expand


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


def given_by(tree: Path, argument: str) -> list[str]:
    return [item.given for item in expand(argument, tree) if not item.problem]


def problems(tree: Path, argument: str) -> list[str]:
    return [item.problem.detail for item in expand(argument, tree) if item.problem]


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
        ("**/*.txt", ["a/b/d.txt", "a/c.txt", "a/link.txt", "a.txt", "b.txt", "z[1].txt"]),
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
        ("*.pdf", "no file matches *.pdf"),
        ("empty/*", "no file matches *"),
        ("empty", "no file in this folder"),
        ("n" * 300, "file name too long"),
    ],
)
def test_what_names_nothing_says_so(tree: Path, argument: str, problem: str) -> None:
    assert problems(tree, argument) == [problem]


def test_an_address_is_one_input_as_it_stands(tree: Path) -> None:
    assert given_by(tree, "https://example.org/feed.xml") == ["https://example.org/feed.xml"]


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


@pytest.fixture
def deepest(tmp_path: Path) -> Iterator[Path]:
    """A folder deeper than the interpreter's stack; pytest's own cleaning would fail on it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        for _ in range(1100):
            os.mkdir("d")
            os.chdir("d")
    yield tmp_path.joinpath(*["d"] * 1100)
    subprocess.run(["rm", "-r", str(tmp_path / "d")], check=True)


def test_folders_nested_deeper_than_the_stack_are_read(tmp_path: Path, deepest: Path) -> None:
    (deepest / "x.txt").write_text("x")
    assert len(given_by(tmp_path, ".")) == 1
    assert len(given_by(tmp_path, "**/x.txt")) == 1


@given(st.text(st.characters()))
def test_no_argument_makes_it_raise(argument: str) -> None:
    assert expand(argument.lstrip("/."), Path("/nonexistent"))


@pytest.mark.parametrize(
    ("address", "shown", "told"),
    [
        ("http://[", "http://[", "not an http(s) address"),
        ("https://a.example:b/", "https://a.example:b/", "not an http(s) address"),
        ("https://me:secret@a.example/x", "https://a.example/x", "user name or a password"),
        ("https://me:secret@[/x", "https://[/x", "user name or a password"),
        ("https://a.example/x@y", "https://a.example/x@y", None),
    ],
)
def test_an_address_that_is_none_or_holds_a_secret_is_named_without_it(
    tree: Path, address: str, shown: str, told: str | None
) -> None:
    (found,) = expand(address, tree)
    assert found.given == shown
    assert (told in found.problem.detail) if told and found.problem else found.problem is None
