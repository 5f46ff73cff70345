"""The brief at a glance, and a source as a strip: each square in its place, and the same in words."""

from __future__ import annotations

from dataclasses import replace

import lxml.html
from golden_brief import BRIEF, FERRY, FOURTEEN, POST, SUPPORTED

from briefing.render.html.glance import glance
from briefing.render.html.register import Register
from briefing.render.html.strip import drawn, strip
from briefing.types import Document, Source, SourceEntry, Statement

REGISTER = Register.of(BRIEF)


def cells(figure: str) -> dict[str, tuple[str, str, list[str]]]:
    """Of each row of the glance its head, its words, and the classes of its squares."""
    rows = lxml.html.fromstring(figure).xpath("//dl/div")
    return {
        str(row.get("class")): (
            row.findtext("dt"),
            " ".join(p.text_content() for p in row.iter("p")),
            [str(r.get("class")) for r in row.iter("rect")],
        )
        for row in rows
    }


def test_a_square_for_each_origin_sentence_and_disagreement() -> None:
    copy = SourceEntry(
        Source("S5", "Reprinter"), "copy", Document(Source("S5", "Reprinter"), POST.text), 40, "O1"
    )
    brief = replace(BRIEF, sources=(*BRIEF.sources, copy))
    assert cells(glance(brief, Register.of(brief))) == {
        "origins": (
            "Origins",
            "4 sources, 3 origins. Harbour Post and Reprinter share one text.",
            ["told", "copy", "told", "told"],
        ),
        "citations": (
            "Citations",
            "1 of 5 sentences cites two origins or more; 2 found in one source only.",
            ["told", "one", "one", "one", "one"],
        ),
        "disputes": ("Disagreement", "2 contradictions.", ["contradiction", "contradiction"]),
    }


def test_contradictions_come_before_tensions_and_nothing_is_said_of_none() -> None:
    tense = replace(FERRY.disagreements[0], strength="tension")
    brief = replace(BRIEF, stories=(replace(FERRY, disagreements=(tense, FERRY.disagreements[1])),))
    assert cells(glance(brief, REGISTER))["disputes"][1:] == (
        "1 contradiction and 1 tension.",
        ["contradiction", "tension"],
    )
    calm = replace(BRIEF, stories=(replace(FERRY, disagreements=(), statements=FERRY.statements[1:3]),))
    told = cells(glance(calm, REGISTER))
    assert set(told) == {"origins", "citations"}
    assert told["citations"][1] == "1 of 2 sentences cites two origins or more."
    assert told["origins"][1] == "3 sources, 3 origins."


def test_squares_of_one_origin_touch_and_those_of_two_stand_apart() -> None:
    copies = tuple(
        SourceEntry(s, "copy", Document(s, POST.text), 40, "O1")
        for s in (Source("S5", "A"), Source("S6", "B"))
    )
    brief = replace(BRIEF, sources=(*BRIEF.sources, *copies))
    rects = lxml.html.fromstring(glance(brief, Register.of(brief))).xpath("//div[@class='origins']//rect")
    assert [(r.get("x"), r.get("y")) for r in rects] == [
        ("0.5", "0.5"), ("10.5", "0.5"), ("20.5", "0.5"), ("37.5", "0.5"), ("54.5", "0.5")
    ]  # fmt: skip


def test_a_group_that_does_not_fit_goes_on_a_line_of_its_own() -> None:
    """A line holds 17 squares: of three origins of nine sources each, each begins a line."""
    copies = tuple(
        SourceEntry(s, "copy", Document(s, f"Text {n % 3}."), 4, f"P{n % 3}")
        for n in range(5, 32)
        for s in (Source(f"S{n}", f"Outlet {n}"),)
    )
    brief = replace(BRIEF, sources=(*copies, *BRIEF.sources))
    rects = lxml.html.fromstring(glance(brief, Register.of(brief))).xpath("//div[@class='origins']//rect")
    assert [(r.get("x"), r.get("y")) for r in rects[:27:9]] == [
        ("0.5", "0.5"),
        ("0.5", "18.5"),
        ("0.5", "36.5"),
    ]
    assert rects[26].get("x") == "80.5"


def test_no_more_squares_than_a_reader_can_take_in_are_drawn() -> None:
    told = tuple(Statement(f"It sank {n}.", "single_source", (FOURTEEN,), SUPPORTED) for n in range(1001))
    brief = replace(BRIEF, stories=(replace(FERRY, statements=told),))
    row = cells(glance(brief, REGISTER))["citations"]
    assert len(row[2]) == 240
    assert row[1] == ("0 of 1,001 sentences cite two origins or more; 1,001 found in one source only.")


def test_shared_texts_are_named_up_to_three_and_then_counted() -> None:
    def said(groups: int) -> str:
        copies = tuple(
            SourceEntry(s, "copy", Document(s, f"Text {n}."), 4, f"P{n % groups}")
            for n in range(2 * groups)
            for s in (Source(f"S{n + 5}", f"Outlet {n}"),)
        )
        brief = replace(BRIEF, sources=(*BRIEF.sources, *copies))
        return cells(glance(brief, Register.of(brief)))["origins"][1].partition("origins. ")[2]

    each = [f"Outlet {n} and Outlet {n + 3} share one text" for n in range(3)]
    assert said(3) == "; ".join(each) + "."
    assert said(5).endswith(" share one text; 2 texts more are shared.")
    assert said(1003).endswith("; 1,000 texts more are shared.")


def test_a_strip_has_its_ground_and_says_what_is_never_reached() -> None:
    figure = lxml.html.fromstring(strip(1000, {1: (0, 10)}, ()))
    ground, mark = figure.iter("rect")
    assert (ground.get("class"), ground.get("width"), ground.get("height")) == ("ground", "600", "12")
    assert (mark.get("class"), mark.get("x"), mark.get("width"), mark.get("height")) == (
        "told",
        "0.0",
        "6.0",
        "12",
    )
    assert figure.get("preserveaspectratio") == "none"
    assert drawn(1000, {1: (700, 750)}) == "The brief cites 1 passage of it, 5% of its text."
    assert drawn(1000, {1: (700, 749)}).endswith(", and nothing of its last 25%.")
