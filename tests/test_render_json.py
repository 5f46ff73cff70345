"""The JSON is that of docs/formats.md, field by field, and proves itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

import pytest
from golden_brief import ANSWER, BRIEF, FERRY, INJURED, POST, SEVENTEEN, WIRE

from briefing import render
from briefing.types import Brief, EngineRecord, Plan, PlannedStory, Usage

SHAPE = {
    "": "format title as_of since language engine sources stories also citations not_covered checks usage",
    "engine": "kind model host prompts fallbacks",
    "sources": "id key name title author url path published language sha256 characters tokens origin "
    "status note",
    "stories": "id headline sources origins engine sentences disagreements",
    "sentences": "id role text citations attributed_to via support",
    "support": "verdict by",
    "disagreements": "id question kind strength positions",
    "positions": "text sources citations support",
    "also": "headline sources citations",
    "not_covered": "what why detail",
    "checks": "statements proposed dropped replaced_by_quotation words citation_coverage quote_fidelity "
    "numbers_grounded names_grounded source_coverage loaded_terms duplicate_statements",
    "usage": "calls cached_calls failed_calls prompt_tokens completion_tokens cost_usd seconds",
}


def rendered(brief: Brief = BRIEF, write: Callable[[Brief], str] = render.json) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(write(brief))
    return value


def test_every_object_has_the_fields_of_its_format_in_their_order() -> None:
    for name, value in _objects("", rendered()):
        if name in SHAPE:
            assert " ".join(value) == SHAPE[name], name


def test_every_citation_is_the_slice_of_the_text_that_goes_with_it() -> None:
    brief = rendered(write=render.json_with_text)
    texts = {source["id"]: source.get("text", "") for source in brief["sources"]}
    assert texts["S4"] == ""
    for citation in brief["citations"].values():
        assert texts[citation["source"]][citation["start"] : citation["end"]] == citation["quote"]


def test_text_comes_only_when_asked_for() -> None:
    assert all("text" not in source for source in rendered()["sources"])


def test_no_number_is_unused_and_none_is_missing() -> None:
    brief = rendered()
    used = {
        c for name, value in _objects("", brief) if name != "citations" for c in value.get("citations", ())
    }
    assert used - set(brief) == set(brief["citations"]) == {f"C{n}" for n in range(1, 10)}


def test_a_citation_that_only_the_json_holds_comes_after_those_of_the_markdown() -> None:
    hidden = replace(ANSWER, strength="tension")
    story = replace(FERRY, disagreements=(hidden, *(replace(INJURED, question=f"Q{n}") for n in range(5))))
    brief = replace(BRIEF, stories=(story,), also=())
    assert list(rendered(brief)["citations"])[-1] == "C8"
    assert rendered(brief)["stories"][0]["disagreements"][-1]["positions"][1]["citations"] == ["C8"]
    assert "[6]" in render.markdown(brief)
    assert "[7]" not in render.markdown(brief)
    assert 'id="c8"' in render.html(brief)


def test_sentences_are_numbered_as_they_are_printed() -> None:
    (story, _) = rendered()["stories"]
    assert [(s["id"], s["role"]) for s in story["sentences"]] == [
        ("T1.1", "lead"),
        ("T1.2", "body"),
        ("T1.3", "single_source"),
        ("T1.4", "single_source"),
    ]
    assert [d["id"] for d in story["disagreements"]] == ["T1.X1", "T1.X2"]
    assert story["disagreements"][0]["question"] == ANSWER.question


def test_a_quoted_statement_is_the_raw_slice_between_marks() -> None:
    quoted = rendered()["stories"][0]["disagreements"][1]["positions"][1]["text"]
    assert quoted == f"“{SEVENTEEN.quote}”"


def test_a_path_that_is_no_unicode_can_be_written() -> None:
    source = replace(WIRE.source, path="in/\udcff.txt")
    brief = replace(
        BRIEF, sources=(replace(BRIEF.sources[1], source=source), BRIEF.sources[0], BRIEF.sources[2])
    )
    written = render.json(brief)
    assert json.loads(written.encode())["sources"][0]["path"] == "in/\udcff.txt"


def test_json_is_a_text_of_whole_lines_that_a_person_can_read() -> None:
    written = render.as_form(replace(BRIEF, title="Die Fähre"), "json")
    assert written.startswith('{\n  "')
    assert written.endswith("\n}\n")
    assert "Die Fähre" in written


def test_times_are_rfc_3339_with_an_offset() -> None:
    source = replace(POST.source, published=datetime(2031, 3, 2, 18, 30))

    brief = replace(
        BRIEF, since=BRIEF.as_of, sources=(replace(BRIEF.sources[0], source=source), *BRIEF.sources[1:])
    )
    assert rendered(brief)["since"] == "2031-03-03T07:00:00+00:00"
    assert rendered(brief)["sources"][0]["published"] == "2031-03-02T18:30:00+00:00"


def test_no_number_is_nan() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        render.json(replace(BRIEF, usage=Usage(seconds=float("nan"))))


def test_prompts_may_be_any_mapping() -> None:
    engine = EngineRecord("model", "m", "h", MappingProxyType({"claims": "sha256:0"}))
    assert rendered(replace(BRIEF, engine=engine))["engine"]["prompts"] == {"claims": "sha256:0"}


PLAN = Plan(
    BRIEF.sources,
    (PlannedStory("T1", ("S1", "S2")),),
    4,
    1,
    "api.example",
    5,
    1,
    900,
    4000,
    2000,
    cost_usd=0.25,
)


def test_a_plan_has_the_fields_of_its_format() -> None:
    plan = json.loads(render.plan_json(PLAN))
    assert " ".join(plan) == (
        "format sources stories passages duplicate_passages host calls first_stage prompt_tokens "
        "completion_tokens cost_usd"
    )
    assert plan["format"] == "briefing-plan/1"
    assert plan["first_stage"] == {"calls": 1, "prompt_tokens": 900}
    assert plan["stories"] == [{"id": "T1", "sources": ["S1", "S2"]}]
    assert "text" not in plan["sources"][0]


def test_a_plan_tells_a_person_where_text_goes_and_what_it_may_cost() -> None:
    told = render.plan_text(PLAN)
    assert told.startswith("4 sources, 1 story\n")
    assert "The text goes to api.example.\nAt most 5 calls" in told
    assert told.endswith("At most $0.2500.\n")
    assert "not known" in render.plan_text(replace(PLAN, cost_usd=None))
    assert "No model: no text leaves this machine." in render.plan_text(replace(PLAN, host=None))


def test_a_plan_says_which_stories_are_kept_from_the_model() -> None:
    kept = replace(PLAN, host=None, calls=0, stories=(PlannedStory("T1", ("S1", "S2"), private=("S2",)),))
    told = render.plan_text(kept)
    assert "  T1  S1, S2: told without the model (private: S2)\n" in told
    assert told.endswith("No model is asked: no text leaves this machine.\n")


def _objects(name: str, value: object) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield name, value
        for key, inner in value.items():
            yield from _objects(key, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(name, inner)
