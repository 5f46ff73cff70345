"""`briefing init` writes a file that loads, whatever its sources are called, and never writes over one."""

from __future__ import annotations

import json
import os
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from homes import Command, command, moved_in
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.cli.main import main
from briefing.settings import Settings, SourceSetting, load
from briefing.settings.checks import Base
from briefing.settings.keys import MAIL, SETTINGS, SOURCE
from briefing.settings.model import TIMEOUT
from briefing.settings.table import SettingsFile, settings
from briefing.settings.template import quoted, template

ODD = [
    "a \"b\" 'c'.txt",
    "back\\slash",
    "line\nbreak.txt",
    "carriage\r\nreturn",
    " blanks at both ends ",
    "Zürich 報道 \U0001f4f0.md",
    "tab\there",
    "\x1b[31m\x7f\u2028",
    "#[[sources]]",
    "*.txt",
    "~",
    "~nobody/news",
    "./-",
    "it's \"\"\" '''",
]


@pytest.fixture
def init(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs `briefing init` in an empty folder: exit code, standard output, standard error."""
    moved_in(tmp_path, monkeypatch, "here")
    return command(capfd, "init")


def loaded(name: str | None = "briefing.toml") -> Settings:
    return load({}, {"XDG_CONFIG_HOME": "/nowhere"}, Path.cwd(), Path(name) if name else None)


def test_it_sets_the_sources_and_nothing_else(init: Command) -> None:
    Path("news").mkdir()
    Path("news/a.txt").touch()
    code, out, err = init("news", "news/*.txt", "https://example.org/feed.xml")
    assert (code, out) == (0, "")
    sources = (
        SourceSetting(path="news"),
        SourceSetting(path="news/*.txt"),
        SourceSetting(url="https://example.org/feed.xml"),
    )
    assert loaded() == loaded(None) == Settings(sources=sources)
    assert "wrote briefing.toml with 3 sources; make its brief with: briefing make -c briefing.toml" in err


def test_a_file_without_sources_is_not_called_ready(init: Command) -> None:
    _, _, err = init("-c", "mine.toml")
    assert "wrote mine.toml without sources; list some in it, or name them: briefing make -c mine" in err


def test_the_sources_are_read_with_the_command_that_is_named(
    init: Command, capfd: pytest.CaptureFixture[str]
) -> None:
    names = [name for name in ODD if not name.startswith(("*", "./", "~nobody"))]
    for name in names:
        Path(name).write_text(
            f"The ferry Alma left Skerry Point at noon, said {len(name)} people on Monday.\n"
        )
    code, _, err = init(*names)
    assert (code, err.count("\n")) == (0, 2)
    main(["make", "-c", "briefing.toml", "-f", "json"])
    made, told = capfd.readouterr()
    assert made, told
    assert "could not be read" not in told
    assert {s["status"] for s in json.loads(made)["sources"]} <= {"used", "copy"}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_name_is_the_same_file_in_the_configuration(init: Command, name: str) -> None:
    assert init(name)[0] == 0
    (source,) = loaded().sources
    assert source.path is not None
    assert os.path.realpath(source.path) == os.path.realpath(name)
    assert os.path.isabs(source.path) == (name[0] == "~" or name == "./-")


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example('"\\\x7f\x00\r\n\ufeff')
def test_any_text_is_a_string_of_toml(text: str) -> None:
    assert tomllib.loads(f"x = {quoted(text)}") == {"x": text}


def uncommented(text: str) -> str:
    return re.sub(r"^#(?=[a-z\[])", "", text, flags=re.MULTILINE)


def test_every_key_is_there_with_its_default_or_an_example_that_loads() -> None:
    text = uncommented(template([]))
    values = settings(tomllib.loads(text), SettingsFile("briefing.toml", Base(Path())))
    defaults = {f.name: getattr(Settings(), f.name) for f in fields(Settings)} | {"since": "last"}
    kept = ("title", "model", "since", "stories", "words", "max_bytes", "concurrency")
    assert {key: values[key] for key in kept} == {key: defaults[key] for key in kept}
    assert (values["timeout"], values["cache"]) == (TIMEOUT, defaults["cache"])
    assert values["mail"].empty == "skip"
    path, url = values["sources"]
    assert (url.weight, path.private, url.allow_private_address) == (1.0, False, False)
    keys = {*SETTINGS, *SOURCE, *MAIL}
    assert [key for key in keys if not re.search(rf"\b{key}\b", text)] == []
    assert max(map(len, template([]).splitlines())) <= 115


def test_each_key_has_a_line_that_explains_it() -> None:
    lines = [line for line in template([]).splitlines() if re.match(r"#[a-z]", line)]
    assert len(lines) > 30
    assert all(re.search(r" # \w.{5,}", line) for line in lines)


def test_what_only_a_named_file_may_set_is_marked() -> None:
    for line in template([]).splitlines():
        key = re.match(r"#(\w+) = ", line)
        if key and key[1] in {**SETTINGS, **SOURCE}:
            assert line.endswith(" (-c)") == {**SETTINGS, **SOURCE}[key[1]].trusted, line


def test_it_says_what_a_file_that_is_only_found_may_not_set(init: Command) -> None:
    (told,) = (line for line in init()[2].splitlines() if "found without -c" in line)
    for key in SETTINGS:
        assert bool(re.search(rf"\b{key}\b", told)) == (SETTINGS[key].trusted or key == "model"), key
    assert all(word in told for word in ("[mail]", "keep_days", "allow_private_address"))


@pytest.mark.parametrize("there", ["file", "folder", "dangling link"])
def test_what_is_there_stays(init: Command, there: str) -> None:
    path = Path("briefing.toml")
    match there:
        case "file":
            path.write_text("stories = 3\n")
        case "folder":
            path.mkdir()
        case _:
            path.symlink_to("elsewhere.toml")
    code, out, err = init("news")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "already exists" in err
    assert not Path("elsewhere.toml").exists()
    if there == "file":
        assert path.read_text() == "stories = 3\n"


def test_another_file_is_named_by_c_and_its_paths_are_its_own(init: Command) -> None:
    Path("conf").mkdir()
    Path("news").mkdir()
    code, _, err = init("news", "-c", "conf/my brief.toml")
    assert code == 0
    assert "briefing make -c 'conf/my brief.toml'" in err
    assert tomllib.loads(Path("conf/my brief.toml").read_text())["sources"] == [{"path": "../news"}]
    assert os.path.samefile(loaded("conf/my brief.toml").sources[0].path or "", "news")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("-", "briefing make -"),
        ("", "SOURCE 1 must be a path"),
        ("a\udce9b", "SOURCE 1 must be UTF-8"),
        ("https://user:secret@example.org/", "SOURCE 1 must not hold a user name or a password"),
        ("https://", "SOURCE 1 must be an http or https address"),
    ],
)
def test_what_no_file_can_hold_is_refused(init: Command, source: str, told: str) -> None:
    code, out, err = init(source)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert "secret" not in err
    assert not Path("briefing.toml").exists()


def test_a_source_that_is_not_there_is_said(init: Command) -> None:
    code, _, err = init("newz", "newz")
    assert code == 0
    assert err.count("newz: no such file; it is listed all the same") == 1
    assert len(loaded().sources) == 1


def test_a_folder_that_cannot_be_written_is_one_line(init: Command) -> None:
    code, out, err = init("-c", "none/briefing.toml")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "cannot be written" in err
