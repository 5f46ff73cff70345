"""Each example shows what its expected.toml says, and the program makes its expected brief."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from program import Brief, disagreements, make, quotes

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
NAMES = sorted(p.parent.name for p in EXAMPLES.glob("*/expected.toml"))
EXPECTED = {name: tomllib.loads((EXAMPLES / name / "expected.toml").read_text()) for name in NAMES}

Sides = list[tuple[str, str]]


def listed(table: str) -> list[Any]:
    """One parameter for each entry of this table of each example."""
    return [
        pytest.param(name, entry, id=f"{name}: {entry.get('about') or entry['sides'][0][1]}")
        for name in NAMES
        for entry in EXPECTED[name].get(table, [])
    ]


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The brief of an example by its name, made once: (exit code, JSON)."""

    @cache
    def made(name: str) -> tuple[int, Brief]:
        done = make("-f", "json", EXAMPLES / name / "sources", home=tmp_path_factory.mktemp(name))
        assert done.stdout, done.stderr
        return done.returncode, json.loads(done.stdout)

    return made


def sides_hit(brief: Brief, disagreement: Mapping[str, Any], sides: Sides) -> bool:
    """Whether each side is cited by a position of its own."""
    hits = [
        {n for n, p in enumerate(disagreement["positions"]) if cites(brief, p, file, phrase)}
        for file, phrase in sides
    ]
    return all(hits) and len(set().union(*hits)) >= len(sides)


def cites(brief: Brief, position: Mapping[str, Any], file: str, phrase: str) -> bool:
    """Whether a position cites the sentence of this file that has the phrase."""
    named = {s["id"] for s in brief["sources"] if Path(s["path"]).name == file}
    return bool(named & set(position["sources"])) and any(phrase in q for q in quotes(brief, position))


@pytest.mark.parametrize(("name", "entry"), [*listed("disagreement"), *listed("not_disagreement")])
def test_each_phrase_stands_once_in_its_file(name: str, entry: Mapping[str, Any]) -> None:
    for file, phrase in entry["sides"]:
        assert (EXAMPLES / name / "sources" / file).read_text().count(phrase) == 1, (file, phrase)


@pytest.mark.parametrize("name", NAMES)
def test_articles_are_as_long_as_articles_are(name: str) -> None:
    for text in texts(EXAMPLES / name / "sources", EXPECTED[name]["unread"]):
        assert 250 <= len(text.split()) <= 450


def texts(folder: Path, unread: list[str]) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if path.suffix == ".jsonl":
            yield from (json.loads(row)["text"] for row in path.read_text().splitlines())
        elif path.name not in unread:
            yield path.read_text()


@pytest.mark.parametrize("name", NAMES)
def test_stories_origins_copies_and_what_could_not_be_read(name: str, briefs: Any) -> None:
    code, brief = briefs(name)
    expected, sources = EXPECTED[name], brief["sources"]

    assert code == expected["exit_code"]
    assert len(brief["stories"]) == expected["stories"]
    assert len({s["origin"] for s in sources} - {None}) == expected["origins"]
    assert sum(story["origins"] for story in brief["stories"]) == expected["origins"]
    assert [s["name"] for s in sources if s["status"] == "copy"] == expected["copies"]
    assert [Path(s["path"]).name for s in sources if s["status"] == "failed"] == expected["unread"]
    for files in expected["one_origin"]:
        assert len({s["origin"] for s in sources if Path(s["path"]).name in files}) == 1


@pytest.mark.parametrize("name", NAMES)
def test_page_furniture_stays_out_of_the_stories(name: str, briefs: Any) -> None:
    _, brief = briefs(name)
    told = json.dumps([brief["stories"], brief["also"], brief["citations"]], ensure_ascii=False)
    assert not [phrase for phrase in EXPECTED[name]["furniture"] if phrase in told]


@pytest.mark.parametrize(("name", "entry"), listed("disagreement"))
def test_a_disagreement_is_found(name: str, entry: Mapping[str, Any], briefs: Any) -> None:
    _, brief = briefs(name)
    found = {(d["kind"], d["strength"]) for d in disagreements(brief) if sides_hit(brief, d, entry["sides"])}
    assert (entry["kind"], entry["strength"]) in found


@pytest.mark.parametrize(("name", "entry"), listed("not_disagreement"))
def test_a_look_alike_is_not_flagged(name: str, entry: Mapping[str, Any], briefs: Any) -> None:
    _, brief = briefs(name)
    assert not [d["question"] for d in disagreements(brief) if sides_hit(brief, d, entry["sides"])]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_flagged(name: str, briefs: Any) -> None:
    """The events are invented: we know that they hold no other disagreement."""
    _, brief = briefs(name)
    known = [entry["sides"] for entry in EXPECTED[name].get("disagreement", [])]
    flagged = disagreements(brief)
    assert not [d["question"] for d in flagged if not any(sides_hit(brief, d, sides) for sides in known)]


@pytest.mark.parametrize("name", NAMES)
def test_the_brief_is_the_expected_one(name: str, briefs: Any) -> None:
    """Made again by `briefing make -f json -o examples/NAME/expected.json examples/NAME/sources`."""
    _, brief = briefs(name)
    expected = json.loads((EXAMPLES / name / "expected.json").read_text())
    assert lasting(brief) == lasting(expected)


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_the_expected_one(name: str, tmp_path: Path) -> None:
    """Made again by `briefing make -o examples/NAME/expected.md examples/NAME/sources`."""
    page = make(EXAMPLES / name / "sources", home=tmp_path).stdout
    assert undated(page) == undated((EXAMPLES / name / "expected.md").read_text())


def lasting(brief: Brief) -> dict[str, Any]:
    """The brief without what differs from run to run and from desk to desk."""
    kept = {k: v for k, v in brief.items() if k not in ("as_of", "usage")}
    return kept | {"sources": [s | {"path": Path(s["path"]).name} for s in brief["sources"]]}


def undated(page: str) -> str:
    """The page without the hour at which it was made."""
    return re.sub(r"^\*\d[^·\n]*·", "*", page, count=1, flags=re.MULTILINE)
