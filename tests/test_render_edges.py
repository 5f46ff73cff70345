"""Small forms that are easily lost: the plan, labels, how squares wrap, what a broken JSON is told."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import lxml.html
import pytest
from golden_brief import BRIEF, FAIR, FERRY, FOURTEEN, POST, UPDATED, WIRE

from briefing import render
from briefing.errors import BriefingError
from briefing.forms import FORMS
from briefing.render.html.glance import glance
from briefing.render.html.matrix import matrix
from briefing.render.html.register import Register
from briefing.types import Document, EngineRecord, Plan, Source, SourceEntry
from briefing.types.plan import PlannedStory

TEXTS = {document.id: document.text for document in (POST, WIRE, FAIR)}
PLAN = Plan(
    (
        SourceEntry(Source("S1", "Harbour Post"), "used", tokens=1234),
        SourceEntry(Source("S2", "Bad <Wire>"), "failed", note="no such file"),
    ),
    (PlannedStory("T1", ("S1", "S2")),),
    passages=1200,
    duplicate_passages=1,
    host=None,
)


def test_a_plan_without_a_model_is_told_line_by_line() -> None:
    assert render.plan_text(PLAN).split("\n") == [
        "2 sources, 1 story",
        "  S1  used       1,234 tokens  Harbour Post",
        "  S2  failed        no tokens  Bad <Wire>: no such file",
        "  T1  S1, S2",
        "1,200 passages, 1 of them repeated",
        "No model: no text leaves this machine.",
        "",
    ]


@pytest.mark.parametrize(("cost", "told"), [(0.0123, "At most $0.0123."), (None, "The price is not known.")])
def test_a_plan_with_a_model_tells_what_it_costs_at_most(cost: float | None, told: str) -> None:
    plan = replace(
        PLAN, host="tide.example", calls=9, first_calls=1, first_tokens=1000, prompt_tokens=5000,
        completion_tokens=2000, cost_usd=cost,
    )  # fmt: skip
    assert render.plan_text(plan).split("\n")[-5:] == [
        "The text goes to tide.example.",
        "At most 9 calls (re-asks apart), 5,000 prompt and 2,000 completion tokens.",
        "The first stage: 1 call, about 1,000 prompt tokens.",
        told,
        "",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_goes_by_its_name(form: str) -> None:
    assert render.as_form(BRIEF, form) == getattr(render, {"md": "markdown"}.get(form, form))(BRIEF)


def test_lists_of_the_plain_text_have_their_label_and_a_line_for_each_item() -> None:
    text = render.text(BRIEF)
    assert "Where the sources disagree:\n- " in text
    assert "\n:\n" not in text
    assert all(
        line.startswith(("- ", "[")) or not line.startswith("-") or set(line) == {"-"}
        for line in text.split("\n")
    )


def spoilt(**changes: Any) -> str:
    """The JSON of the brief with the first source's fields changed."""
    told = json.loads(render.json(BRIEF))
    told["sources"][0] |= changes
    return json.dumps(told)


@pytest.mark.parametrize(
    ("brief", "texts", "told"),
    [
        (spoilt(id="../1"), TEXTS, "../1 is not the id of a source"),
        (render.json(BRIEF), {}, "the text of S1 is missing"),
        (
            spoilt(sha256=WIRE.id),
            {WIRE.id: "other words", FAIR.id: FAIR.text},
            "is not the one that was read",
        ),
    ],
)
def test_a_source_that_cannot_be_read_again_is_named(brief: str, texts: dict[str, str], told: str) -> None:
    with pytest.raises(BriefingError, match=re.escape(told)):
        render.read_brief(brief, texts)


def squares(figure: str, label: str) -> list[tuple[float, float]]:
    """The corners of the squares in the drawing with this label."""
    for drawing in lxml.html.fromstring(figure).iter("svg"):
        if label in str(drawing.get("aria-label")):
            return [(float(r.get("x") or 0), float(r.get("y") or 0)) for r in drawing.iter("rect")]
    return []


def many(number: int, groups: int = 0) -> str:
    """The glance of a brief with so many more sources, of so many origins (0: each its own)."""
    entries = tuple(
        SourceEntry(
            source,
            "used" if n % 2 else "copy",
            Document(source, f"Line {n}."),
            4,
            f"O{9 + (n % groups if groups else n)}",
        )
        for n in range(10, 10 + number)
        for source in (Source(f"S{n}", f"Line {n}"),)
    )
    brief = replace(BRIEF, sources=(*BRIEF.sources, *entries))
    return glance(brief, Register.of(brief))


def test_squares_stand_apart_and_go_on_below_where_a_line_is_full() -> None:
    corners = squares(many(60), "63 sources, 63 origins.")
    assert len(set(corners)) == len(corners) == 63
    rows = sorted({y for _, y in corners})
    assert len(rows) > 1
    assert rows[0] == 0.5
    assert all(b - a >= 9 for a, b in pairwise(rows))
    assert {min(x for x, y in corners if y == row) for row in rows} == {0.5}


def test_one_origin_of_more_sources_than_a_line_holds_is_broken_and_none_overlaps() -> None:
    corners = squares(many(60, groups=1), "63 sources, 4 origins.")
    assert len(set(corners)) == 63
    rows = {y for _, y in corners}
    assert len(rows) > 1
    assert {min(x for x, y in corners if y == row) for row in rows} == {0.5}
    assert max(x for x, _ in corners) == 160.5, "seventeen to a line"


def test_of_many_shared_texts_the_first_are_named_and_the_rest_counted() -> None:
    said = " ".join(lxml.html.fromstring(many(20, groups=10)).text_content().split())
    assert said.count(" share one text") >= 2
    assert re.search(r"share one text; \d texts more are shared\.", said)


def test_the_legend_speaks_of_reprints_only_where_there_are_any() -> None:
    assert "bracket" not in matrix(FERRY, Register.of(BRIEF))


def test_what_changed_can_be_reached_from_the_contents() -> None:
    page = lxml.html.document_fromstring(render.html(UPDATED))
    assert page.get_element_by_id("changes").tag == "section"
    assert {a.get("href") for a in page.iter("a")} >= {"#changes"}


def test_the_three_lists_of_how_it_was_made_have_their_heads() -> None:
    engine = EngineRecord("model", "tide-7b", "127.0.0.1")
    page = lxml.html.document_fromstring(render.html(replace(BRIEF, engine=engine)))
    heads = [h.text_content() for h in page.get_element_by_id("made").iter("h3")]
    assert heads == ["Engine", "Calls", "Checks"]


def test_voices_stand_below_a_side_that_several_outlets_carry() -> None:
    copy = Source("S5", "Reprinter")
    sources = (*BRIEF.sources, SourceEntry(copy, "copy", Document(copy, POST.text), 40, "O1"))
    page = lxml.html.document_fromstring(render.html(replace(BRIEF, sources=sources)))
    assert [p.getparent().get("class") for p in page.find_class("voices")].count("side") == 2
    assert any(FOURTEEN.quote in side.text_content() for side in page.find_class("side"))
