"""What changed since an earlier brief: old words beside new ones, in every format, and checked."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from golden_brief import (
    BRIEF,
    EVENING,
    FAIR,
    FOURTEEN,
    POST,
    ROCKS,
    SEVENTEEN,
    TOLL,
    UPDATED,
    WIRE,
    cite,
)

from briefing import checking, render
from briefing.render.order import changes, quoted_source
from briefing.types import Document, Position, Support

TODAY = (POST, WIRE, FAIR)

LINE = (
    "**What changed since 2 March**\n"
    "- **How many people were hurt** (changed): *Harbour Post* said (told 2 March): “Officials said nine "
    "people were hurt.”; *Harbour Post* says: “Officials said 14 people were hurt.” [4].\n"
)


def test_a_story_shows_old_beside_new_between_its_sentences_and_its_disagreements() -> None:
    shown = render.markdown(UPDATED)
    assert LINE in shown
    assert shown.index("“We had no warning,”") < shown.index(LINE) < shown.index("Where the sources disagree")


def test_what_no_story_holds_stands_below_the_stories() -> None:
    shown = render.markdown(UPDATED)
    line = (
        "- **Fair opens** (its text changed): *Northmoor Gazette* says: “The spring fair opens on Friday.” ["
    )
    assert f"## What changed since 2 March\n{line}" in shown
    assert shown.index("## Fair opens") < shown.index(line) < shown.index("## Also reported")


def test_the_page_and_the_text_say_the_same() -> None:
    for form in (render.html, render.text):
        shown = form(UPDATED)
        assert all(words in shown for words in ("What changed since 2 March", "nine people", "told 2 March"))


def test_the_field_is_there_only_where_something_changed() -> None:
    plain, later = (json.loads(render.json(brief)) for brief in (BRIEF, UPDATED))
    assert "changes" not in plain
    assert all("changes" not in story for story in plain["stories"])
    change = later["stories"][0]["changes"][0]
    assert (change["id"], change["kind"], change["now"][0]["citations"]) == ("T1.U1", "changed", ["C4"])
    assert change["before"][0] == {
        "quote": TOLL.before[0].quote, "told": "2031-03-02T07:00:00+00:00", "name": "Harbour Post",
        "sha256": EVENING.id, "start": 39, "end": 76, "title": "Alma adrift", "url": None,
        "published": "2031-03-01T21:05:00+00:00",
    }  # fmt: skip
    assert later["changes"][0]["id"] == "U1"


def faults(spoil: Callable[[Any], object], *texts: Document) -> set[tuple[str, str]]:
    value = json.loads(render.json(UPDATED))
    spoil(value)
    report = checking.check(value, {d.id: d.text for d in (*TODAY, *texts)})
    return {(f.where, f.kind) for f in report.faults}


def changed(value: Any) -> Any:
    return value["stories"][0]["changes"][0]


UNSPOILT = faults(lambda _: None, EVENING)


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (lambda c: c["before"][0].update(quote="Officials said five people were hurt."), ("T1.U1", "before")),
        (lambda c: c["before"][0].update(start=0), ("T1.U1", "before")),
        (lambda c: c["before"].clear(), ("T1.U1", "before")),
        (lambda c: c["now"][0].update(text="“Officials said 41 people were hurt.”"), ("T1.U1", "quoted")),
        (
            lambda c: c["now"][0].update(
                text="Officials spoke of 41 hurt.", support={"verdict": "supported", "by": "rules"}
            ),
            ("T1.U1", "number"),
        ),
        (lambda c: c["now"].clear(), ("T1.U1", "uncited")),
        (lambda c: c["now"][0].update(sources=["S2"]), ("T1.U1", "sources")),
        (lambda c: c.update(kind="moved"), ("T1.U1", "shape")),
        (lambda c: c.update(id="T1"), ("T1", "id")),
    ],
)
def test_a_spoilt_change_is_found(spoil: Callable[[Any], object], found: tuple[str, str]) -> None:
    assert found in faults(lambda value: spoil(changed(value)), EVENING) - UNSPOILT


def test_an_earlier_text_that_is_not_there_is_no_fault() -> None:
    assert faults(lambda value: changed(value)["before"][0].update(start=0, end=5)) == UNSPOILT


def test_whose_words_a_quotation_gives_is_told_by_who_says_just_them() -> None:
    """Another source that has them within a longer sentence is cited before it."""
    within = cite(POST, "The ferry Alma ran aground off Skerry Point on Monday.")
    exact = replace(ROCKS, quote="ran aground off Skerry Point")
    said, origins = f"“{exact.quote}”", frozenset({"O1", "O2"})
    side = Position(said, (within, exact), origins, Support("quoted"))
    assert quoted_source(side, side.citations) == "S2"


def test_what_is_said_now_is_told_in_the_order_of_its_sources() -> None:
    now = tuple(
        Position(f"“{c.quote}”", (c,), frozenset({origin}), Support("quoted"))
        for c, origin in ((SEVENTEEN, "O2"), (FOURTEEN, "O1"))
    )
    (shown,) = changes(replace(BRIEF, changes=(replace(TOLL, kind="continues", now=now),)))
    assert [p.citations[0].span.source for p in shown.now] == ["S1", "S2"]
