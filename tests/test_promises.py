"""What the README and docs/formats.md promise, on whole runs: one invented pile of news, both engines."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from brief_shape import BRIEF, PLAN, departures
from promised import ROWS, Run, brief


def test_the_brief_has_the_shape_of_the_page(make: Run) -> None:
    """§2: keys, in their order, and the type of each value."""
    made = json.loads(make("-f", "json")[1])
    assert not list(departures(made, BRIEF))


def test_the_plan_has_the_shape_of_the_page(make: Run) -> None:
    """`make --plan -f json`: {"format": "briefing-plan/1", …}; no model is called."""
    code, out, err = make("--plan", "-f", "json")
    plan = json.loads(out)
    assert (code, err, list(departures(plan, PLAN))) == (0, "", [])
    assert [s["id"] for s in plan["sources"]] == ["S1", "S2", "S3", "S4", "S5", "S6"]
    assert {id for story in plan["stories"] for id in story["sources"]} == {"S1", "S2", "S3", "S4"}
    assert plan["host"] in (None, "127.0.0.1")
    assert bool(plan["calls"]) is bool(plan["host"])


def test_a_quote_is_exactly_its_slice_of_the_file(make: Run) -> None:
    """`open(path, encoding="utf-8", newline="").read()[start:end] == quote`; `sha256` is of the UTF-8."""
    made = brief(make)
    for source in made["sources"][:2]:
        with open(source["path"], encoding="utf-8", newline="") as file:
            text = file.read()
        assert (source["characters"], source["text"]) == (len(text), text)
        assert source["sha256"] == sha256(text.encode()).hexdigest()
    texts = {source["id"]: source.get("text") for source in made["sources"]}
    assert made["citations"]
    for citation in made["citations"].values():
        assert texts[citation["source"]][citation["start"] : citation["end"]] == citation["quote"]


def test_what_became_of_each_source(make: Run) -> None:
    """Every document has an id, in command-line order; `path` as given; `name`, `key`, `published`."""
    rows = [[s[k] for k in ("id", "key", "name", "path", "status", "origin")] for s in brief(make)["sources"]]
    lines = "news/rows.jsonl"
    assert rows == [
        ["S1", None, "courier", "news/courier.txt", "used", "O1"],
        ["S2", None, "herald", "news/herald.txt", "used", "O2"],
        ["S3", "7", "Vane News", lines, "used", "O3"],
        ["S4", "again", "Copyist", lines, "copy", "O2"],
        ["S5", None, "rows", lines, "skipped", "O4"],
        ["S6", "void", "rows", lines, "empty", None],
    ]


def test_every_text_has_an_origin(make: Run) -> None:
    """`sha256` and `origin` are null where there is no text, and nowhere else; one text has one origin."""
    made = brief(make)["sources"]
    assert all((source["sha256"] is None) is (source["origin"] is None) for source in made)
    assert len({(s["sha256"], s["origin"]) for s in made}) == len({s["sha256"] for s in made})


def test_a_source_says_of_itself_what_its_row_says(make: Run) -> None:
    """`published` RFC 3339, the address, the title, the language; null where there is nothing."""
    made = brief(make)["sources"]
    assert made[2]["published"] == "2024-06-14T05:00:00+02:00"
    assert (made[2]["url"], made[2]["title"]) == ("https://vane.example/fair?y=1", "Fair opens")
    assert [source["language"] for source in made] == ["en", "en", "en", "en", "de", None]
    assert (made[5]["sha256"], made[5]["characters"], "text" in made[5]) == (None, 0, False)


def test_what_is_not_covered_is_named_and_an_empty_source_makes_3(make: Run) -> None:
    """REASON is closed; `empty` makes 3, a duplicate or another language does not."""
    code, out, _ = make("-f", "json")
    why = {(o["what"], o["why"]) for o in json.loads(out)["not_covered"]}
    assert code == 3
    assert {("rows", "language"), ("rows", "empty"), ("Copyist", "duplicate")} <= why
    Path("news/rows.jsonl").write_text(json.dumps(ROWS[2]))
    assert make()[0] == 0


def test_one_file_named_twice_is_one_source_with_a_note(pile: Run) -> None:
    """The same file named twice is one source with a note."""
    made = json.loads(pile("make", "news/courier.txt", "news/../news/courier.txt", "-f", "json")[1])
    assert [(s["id"], s["note"]) for s in made["sources"]] == [("S1", "named twice")]


def test_no_note_hides_another(pile: Run) -> None:
    """A status has its note, beside one that the source had already."""
    Path("leer.txt").write_text(str(ROWS[2]["text"]), encoding="utf-8")
    made = json.loads(pile("make", "news/courier.txt", "leer.txt", "./leer.txt", "-f", "json")[1])
    assert made["sources"][1]["note"] == "named twice; written in another language (de)"


def test_two_runs_give_the_same_bytes(make: Run) -> None:
    """Two runs on one input with one cache give the same bytes, `as_of` and `usage` apart."""
    first, again = ({**brief(make, *n), "as_of": 0, "usage": 0} for n in ((), ("--concurrency", "1")))
    assert json.dumps(first) == json.dumps(again)


def test_the_engine_is_named(make: Run) -> None:
    """`engine`: kind, model, host, the fingerprint of each prompt, fallbacks."""
    made = brief(make)
    assert {story["engine"] for story in made["stories"]} == {made["engine"]["kind"]}
    if made["engine"]["kind"] == "model":
        assert (made["engine"]["model"], made["engine"]["host"]) == ("copyist", "127.0.0.1")
        assert "claims" in made["engine"]["prompts"]
        assert made["usage"]["calls"] > 0
    else:
        assert made["engine"] == {
            "kind": "extractive", "model": None, "host": None, "prompts": {}, "fallbacks": 0,
        }  # fmt: skip


def test_a_private_source_goes_to_loopback_only(pile: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A source marked `private = true` goes to loopback models only."""
    Path("briefing.toml").write_text('[[sources]]\npath = "news"\nprivate = true\n')
    monkeypatch.setenv("OPENAI_BASE_URL", "https://model.example/v1")
    made = json.loads(pile("make", "news", "-m", "far", "-f", "json")[1])
    assert {story["engine"] for story in made["stories"]} == {"extractive"}
    assert made["usage"]["calls"] == 0
    assert "briefing: T1: told without the model (private: S1" in pile("make", "news", "-m", "far", "-v")[2]
    plan = json.loads(pile("make", "news", "-m", "far", "--plan", "-f", "json")[1])
    assert (plan["host"], plan["calls"]) == (None, 0)


@pytest.mark.parametrize(
    "line",
    ['base_url = "https://x.example/v1"', 'api_key_command = "id"', 'model = "gpt"', 'prompts = "p"',
     '[mail]\nfrom = "a@b.example"\nto = ["c@d.example"]\nsmtp = "sendmail:"',
     '[[sources]]\nurl = "https://x.example"\nallow_private_address = true'],
)  # fmt: skip
def test_a_found_file_may_not_set_what_acts(pile: Run, line: str) -> None:
    """Such a key in a file found in the current folder is exit 2 and names `-c`."""
    Path("briefing.toml").write_text(line + "\n")
    code, out, err = pile("make", "news")
    assert (code, out) == (2, "")
    assert "-c briefing.toml" in err


def test_precedence(pile: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Flag, environment (empty is unset), `-c FILE`, `./briefing.toml`, the user's folder, default."""

    def title(*more: str) -> str:
        return pile("make", "news", *more)[1].splitlines()[0]

    user = Path("../config/briefing/briefing.toml").resolve()
    user.parent.mkdir(parents=True)
    assert title() == "# Morning brief"
    for place, name in (user, "User"), (Path("briefing.toml"), "Found"), (Path("named.toml"), "Named"):
        place.write_text(f'title = "{name}"\n')
    assert title("-c", "named.toml") == "# Named"
    assert title() == "# Found"
    Path("briefing.toml").unlink()
    monkeypatch.setenv("BRIEFING_TITLE", "")
    assert title() == "# User"
    monkeypatch.setenv("BRIEFING_TITLE", "Environment")
    assert title("-c", "named.toml") == "# Environment"
    assert title("--title", "Flag") == "# Flag"


def test_the_window_is_of_what_was_published(pile: Run) -> None:
    """--since; for `make`, nothing in the window is exit 1; off_window is listed and is not 3."""
    Path("news/rows.jsonl").write_text(json.dumps(ROWS[0]))
    code, out, _ = pile("make", "news", "--since", "2024-06-15", "-f", "json")
    made = json.loads(out)
    assert (code, made["since"][:10], made["sources"][2]["status"]) == (0, "2024-06-15", "skipped")
    assert [(o["what"], o["why"]) for o in made["not_covered"]] == [("Vane News", "off_window")]
    assert pile("make", "news/rows.jsonl", "--since", "24h")[:2] == (1, "")
