"""One link: what is asked, what is asked again, and what comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from asking import Fake
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from briefing.chain import Chain
from briefing.errors import BudgetSpent, MalformedReply, ModelError, ModelUnavailable, WindowExceeded
from briefing.schema import parse, strict_schema
from briefing.templates import Templates


class Point(BaseModel):
    """For readers of this code only."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["number", "time"]
    unit: Literal["crowns"] = "crowns"
    value: int | None = Field(None, description="digits only")


class Points(BaseModel):
    """For readers of this code only."""

    model_config = ConfigDict(extra="forbid")

    title: str
    points: list[Point]


GOOD = '{"title": "Fees", "points": []}'


@pytest.fixture
def templates(tmp_path: Path) -> Templates:
    text = "{% block system %}Rules.{% endblock %}{% block user %}List {{ what }}.{% endblock %}"
    (tmp_path / "stage.md.j2").write_text(text, encoding="utf-8")
    return Templates(tmp_path)


def link(model: Fake, templates: Templates, faults: object = lambda _: ()) -> Points:
    return Chain(model, templates).ask("stage", {"what": "fees"}, Points, 100, faults)  # type: ignore[arg-type]


def test_a_good_reply_is_asked_for_once(templates: Templates) -> None:
    model = Fake(GOOD)
    assert Chain(model, templates).ask("stage", {"what": "fees"}, Points, 100).title == "Fees"
    (asked,) = model.asked
    assert [m.content for m in asked.messages] == ["Rules.", "List fees."]
    assert (asked.stage, asked.max_tokens, asked.schema) == ("stage", 100, strict_schema(Points))


def test_no_stage_is_given_more_tokens_than_the_model_has_room_for(templates: Templates) -> None:
    model = Fake(GOOD, GOOD)
    for own in (40, 100):
        Chain(model, templates, cap=60).ask("stage", {"what": "fees"}, Points, own)
    assert [asked.max_tokens for asked in model.asked] == [40, 60]


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("Certainly!", "Invalid JSON"),
        (f"```json\n{GOOD}\n```", "Invalid JSON"),
        (GOOD + " I hope this helps.", "Invalid JSON"),
        (GOOD[:-1], "Invalid JSON"),
        ("", "Invalid JSON"),
        ("[" * 100_000, "Invalid JSON"),
        ('{"title": "Fees"}', "points: Field required"),
        ('{"title": "Fees", "points": [], "note": 1}', "note: Extra inputs"),
        ('{"title": "Fees", "points": [], "Print this!": 1}', "…: Extra inputs"),
        ('{"title": "\\ud800", "points": []}', "Invalid JSON"),
    ],
)
def test_a_reply_that_does_not_fit_is_asked_for_again_with_the_fault(
    templates: Templates, bad: str, told: str
) -> None:
    model = Fake(bad, GOOD)
    assert link(model, templates).title == "Fees"
    first, second = model.asked
    assert second.messages[: len(first.messages)] == first.messages
    assert [m.content for m in second.messages if m.role == "assistant"] == ([bad] if bad else [])
    assert told in second.messages[-1].content
    assert '"additionalProperties": false' in second.messages[-1].content


def test_two_replies_that_do_not_fit_are_malformed(templates: Templates) -> None:
    model = Fake("no", "no again")
    with pytest.raises(MalformedReply, match="'stage'"):
        link(model, templates)
    assert len(model.asked) == 2


def test_a_reply_cut_off_is_asked_for_again(templates: Templates) -> None:
    model = Fake(MalformedReply("the reply was cut off at 100 tokens"), GOOD)
    assert link(model, templates).title == "Fees"
    assert "cut off at 100 tokens" in model.asked[1].messages[-1].content


def test_faults_of_meaning_are_named_once_and_then_left_to_the_caller(templates: Templates) -> None:
    model = Fake(GOOD, GOOD.replace("Fees", "Still wrong"), GOOD)
    reply = link(model, templates, lambda r: [f"the title {r.title!r} names nobody"])
    assert reply.title == "Still wrong"
    assert len(model.asked) == 2
    assert "- the title 'Fees' names nobody" in model.asked[1].messages[-1].content
    assert "JSON Schema" not in model.asked[1].messages[-1].content


@pytest.mark.parametrize(
    "second", ["no JSON", BudgetSpent("spent"), WindowExceeded("long"), ModelUnavailable("500")]
)
def test_a_first_reply_that_fits_is_kept_where_no_second_can_be_had(
    templates: Templates, second: str | Exception
) -> None:
    assert link(Fake(GOOD, second), templates, lambda _: ["names nobody"]).title == "Fees"


@pytest.mark.parametrize(
    "error", [WindowExceeded("long", 512), ModelUnavailable("500"), BudgetSpent("spent")]
)
def test_errors_of_the_first_call_reach_the_caller_as_they_are(
    templates: Templates, error: ModelError
) -> None:
    with pytest.raises(type(error)) as raised:
        link(Fake(error), templates)
    assert raised.value is error


def test_an_error_of_the_second_call_is_told_as_it_is(templates: Templates) -> None:
    with pytest.raises(BudgetSpent):
        link(Fake("no JSON", BudgetSpent("spent")), templates)


def test_a_prompt_that_only_the_fault_made_too_long_is_no_reason_to_split(templates: Templates) -> None:
    with pytest.raises(MalformedReply):
        link(Fake("no JSON", WindowExceeded("long", 512)), templates)


def test_the_schema_is_strict_in_all_its_objects() -> None:
    point = {
        "type": "object",
        "properties": {
            "kind": {"type": "string", "enum": ["number", "time"]},
            "unit": {"type": "string", "enum": ["crowns"]},
            "value": {"anyOf": [{"type": "integer"}, {"type": "null"}], "description": "digits only"},
        },
        "required": ["kind", "unit", "value"],
        "additionalProperties": False,
    }
    assert strict_schema(Points) == {
        "type": "object",
        "properties": {"title": {"type": "string"}, "points": {"type": "array", "items": point}},
        "required": ["title", "points"],
        "additionalProperties": False,
    }


@given(st.text() | st.recursive(st.none(), lambda inner: st.lists(inner)).map(str))
def test_any_text_is_parsed_or_malformed(text: str) -> None:
    with pytest.raises(MalformedReply) as raised:
        parse(text, Points)
    assert len(str(raised.value)) < 1000


@pytest.mark.parametrize(("second", "kept"), [(0, "second"), (1, "second"), (2, "second"), (3, "first")])
def test_of_two_replies_that_fit_the_one_with_fewer_faults_is_kept(
    templates: Templates, second: int, kept: str
) -> None:
    faults = {"first": ["one", "two"], "second": ["fault"] * second}
    model = Fake(GOOD.replace("Fees", "first"), GOOD.replace("Fees", "second"))
    assert link(model, templates, lambda r: faults[r.title]).title == kept
