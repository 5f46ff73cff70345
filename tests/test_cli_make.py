"""`briefing make` as its users and their scripts meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from chaos import Chaos, status
from homes import Command, command, moved_in

POST = (
    "The ferry Alma ran aground off Skerry Point on Monday. Officials said 14 people were hurt. "
    "The operator, Kestrel Lines, has not responded to questions about the accident.\n"
)
WIRE = (
    "The ferry Alma hit rocks near Skerry Point on Monday. Officials said 17 people were hurt. "
    "Kestrel Lines apologised to the passengers of the ferry on Monday evening.\n"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two sources, moved in."""
    folder = moved_in(tmp_path, monkeypatch, "here")
    (folder / "news").mkdir()
    (folder / "news" / "post.txt").write_text(POST, encoding="utf-8")
    (folder / "news" / "wire.txt").write_text(WIRE, encoding="utf-8")
    return folder


@pytest.fixture
def briefing(home: Path, capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs the program: its exit code, standard output, standard error."""
    return command(capfd)


def test_standard_output_has_the_brief_and_standard_error_nothing(briefing: Command) -> None:
    code, out, err = briefing("make", "news")
    assert (code, err) == (0, "")
    assert out.startswith("# Morning brief\n*")
    assert "2 sources, 2 origins · 1 story" in out
    assert "## Evidence\n- [1] *" in out


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (("-f", "json"), '{\n  "format": "briefing/1"'),
        (("-f", "html"), "<!DOCTYPE html>"),
        (("-f", "text"), "Morning brief\n====="),
        (("--title", "Noon", "-f", "md"), "# Noon\n"),
    ],
)
def test_the_format_is_as_asked(briefing: Command, arguments: tuple[str, ...], start: str) -> None:
    code, out, _ = briefing("make", "news", *arguments)
    assert code == 0
    assert out.startswith(start)


@pytest.mark.parametrize(
    ("name", "start"), [("b.html", "<!DOC"), ("b.JSON", "{"), ("b.md", "# "), ("b", "# "), ("b.text", "Morn")]
)
def test_the_format_follows_the_name_of_the_file(
    briefing: Command, home: Path, name: str, start: str
) -> None:
    assert briefing("make", "news", "-o", name) == (0, "", "")
    assert (home / name).read_text(encoding="utf-8").startswith(start)


def test_a_brief_is_never_written_over_a_source(briefing: Command, home: Path) -> None:
    code, out, err = briefing("make", "news/../news/post.txt", "-o", "news/post.txt")
    assert (code, out) == (2, "")
    assert err == "briefing: -o news/post.txt is one of the sources: name another file\n"
    (home / "briefing.toml").write_text('[[sources]]\npath = "news/post.txt"\n')
    assert briefing("make", "-o", "news/post.txt")[0] == 2
    assert briefing("make", "news", "-o", "news/post.txt")[0] == 2
    assert briefing("make", "news/p*.txt", "-o", "news/post.txt")[0] == 2
    assert (home / "news" / "post.txt").read_text(encoding="utf-8") == POST


@pytest.mark.parametrize("name", ["brief.md", "brief.html", "brief.json", "brief.text"])
def test_the_brief_of_yesterday_in_any_form_is_written_over(briefing: Command, name: str) -> None:
    for named in (["news"], ["news"], ["news/post.txt", f"news/{name}"]):  # the last as a shell names them
        assert briefing("make", *named, "-o", f"news/{name}") == (0, "", "")


def test_the_brief_of_yesterday_is_no_source_of_todays(briefing: Command) -> None:
    for _ in range(2):
        assert briefing("make", "news", "-o", "news/brief.md") == (0, "", "")
    sources = json.loads(briefing("show", "-f", "json")[1])["sources"]
    assert [source["name"] for source in sources] == ["post", "wire"]


def test_what_cannot_be_read_is_called_as_it_was_named(briefing: Command, home: Path) -> None:
    (home / "news" / "old.txt").write_bytes(b"")
    _, _, err = briefing("make", "none.md", "news/old.txt")
    assert "none.md: no such file; news/old.txt: no text in it; name a SOURCE" in err


def test_the_json_proves_itself_with_text(briefing: Command) -> None:
    brief = json.loads(briefing("make", "news", "-f", "json", "--with-text")[1])
    texts = {source["id"]: source["text"] for source in brief["sources"]}
    assert texts == {"S1": POST, "S2": WIRE}
    assert brief["usage"]["seconds"] > 0
    assert brief["as_of"][19] in "+-"


def test_a_source_that_failed_is_named_and_makes_3(briefing: Command, home: Path) -> None:
    (home / "news" / "zero.txt").write_bytes(b"")
    code, out, err = briefing("make", "news")
    assert code == 3
    assert "## Not covered\n- " in out
    assert "zero" in out.split("## Not covered")[1]
    told = "zero (no text in it); see “Not covered” in it (exit code 3)"
    assert err == f"briefing: the brief is not complete: {told}\n"
    assert briefing("make", "news", "-q")[2] == ""


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ((), 2, "briefing init"),
        (("none.txt",), 1, "no such file; name a SOURCE that can be read"),
        (("news", "--stories", "none"), 2, "--stories"),
        (("news", "--stories", "0"), 2, "stories"),
        (("news", "--since", "soon"), 2, "since"),
        (("news", "--since", "last"), 2, "send"),
        (("news", "--since", "1h"), 0, ""),
        (("news", "--nonsense"), 2, "briefing make --help"),
        (("news", "-o", "no/such/folder/brief.md"), 2, "make it first"),
        (("news", "-c", "none.toml"), 2, "none.toml"),
        (("news", "-m", "gguf:none.gguf"), 2, "none.gguf"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_code(
    briefing: Command, arguments: tuple[str, ...], code: int, says: str
) -> None:
    got, out, err = briefing("make", *arguments)
    assert got == code
    assert says in err
    assert len(err.splitlines()) == (1 if code else 0)
    assert bool(out) is (code == 0)


def test_a_key_alone_uses_no_model_and_one_line_says_so(
    briefing: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    code, out, err = briefing("make", "news")
    assert code == 0
    assert "no model (extractive)" in out
    assert err == "briefing: a model's key or address is set, but no model is named (-m), so none is used\n"
    assert briefing("make", "news", "-q")[2] == err


def test_the_configurations_sources_are_used_where_none_is_named(briefing: Command, home: Path) -> None:
    configured = 'title = "Noon"\n[[sources]]\npath = "news/post.txt"\nname = "The Post"\n'
    (home / "briefing.toml").write_text(configured)
    code, out, _ = briefing("make")
    assert code == 0
    assert out.startswith("# Noon\n")
    assert "*The Post*" in out


def test_a_plan_names_the_host_and_asks_nobody(briefing: Command) -> None:
    code, out, err = briefing("make", "news", "-m", "some-model", "--plan", "-f", "json")
    plan = json.loads(out)
    assert (code, err, plan["format"], plan["host"]) == (0, "", "briefing-plan/1", "api.openai.com")
    assert plan["calls"] > 0
    assert plan["first_stage"]["prompt_tokens"] > 0
    assert "no text leaves this machine" in briefing("make", "news", "--plan")[1]


def test_a_model_that_refuses_costs_no_brief_and_makes_3(
    briefing: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Chaos(status(401, "wrong key")) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "wrong")
        code, out, err = briefing("make", "news", "-m", "some-model", "-f", "json", "-v")
    brief = json.loads(out)
    assert code == 3
    assert brief["engine"]["fallbacks"] == 1
    assert brief["engine"]["host"] == "127.0.0.1"
    assert brief["stories"][0]["engine"] == "extractive"
    assert [omission["why"] for omission in brief["not_covered"]] == ["refused"]
    assert brief["usage"]["failed_calls"] >= 1
    assert err.splitlines()[0] == "briefing: text goes to 127.0.0.1"
    assert "wrong" not in err.replace("wrong key", "")
