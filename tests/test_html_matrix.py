"""Who says what: where the marks of the drawing stand, and what it says to who cannot see it."""

from __future__ import annotations

import re
from dataclasses import replace

import lxml.html
from golden_brief import BRIEF, FERRY, FOURTEEN, POST, REFUND, SEVENTEEN, SUPPORTED, WIRE, cite
from lxml.html import HtmlElement

from briefing.render.html.drawing import drawing
from briefing.render.html.matrix import Matrix, matrix
from briefing.render.html.register import Register
from briefing.types import Disagreement, Position, Statement, Story

REGISTER = Register.of(BRIEF)


def drawn_matrix(story: Story, register: Register = REGISTER) -> HtmlElement:
    return lxml.html.fromstring(matrix(story, register))


def marks(figure: HtmlElement, name: str) -> list[tuple[float, float]]:
    """The centres of the circles of this class."""
    return [
        (float(c.get("cx") or 0), float(c.get("cy") or 0)) for c in figure.xpath(f"//circle[@class='{name}']")
    ]


def test_a_column_for_each_sentence_and_a_gap_before_the_disagreements() -> None:
    figure = drawn_matrix(FERRY)
    assert marks(figure, "told") == [(134, 25.5), (134, 8.5), (146, 8.5), (158, 25.5), (170, 8.5)]
    assert marks(figure, "one") == [(196, 8.5), (208, 8.5)]
    assert marks(figure, "other") == [(196, 25.5), (208, 25.5)]
    (svg,) = figure.xpath("//svg[@class='matrix']")
    assert svg.get("viewbox") == "0 0 214 34"
    rules = [
        (r.get("x1"), r.get("x2"), r.get("y1"), r.get("y2")) for r in figure.xpath("//line[@class='rule']")
    ]
    assert rules == [("128", "214", "8.5", "8.5"), ("128", "214", "25.5", "25.5"), ("183", "183", "0", "34")]
    assert [j.get("x1") for j in figure.xpath("//line[@class='join']")] == ["134"], "only where two agree"
    assert [
        (n.get("x"), n.get("y"), n[0].get("y"), n.text_content()) for n in svg.iter("svg") if n is not svg
    ] == [
        ("10", "0", "12.5", "Harbour Post"),
        ("10", "17", "12.5", "Kestrel Wire"),
    ]


def test_without_a_disagreement_there_is_no_gap_and_no_word_of_one() -> None:
    figure = drawn_matrix(replace(FERRY, disagreements=()))
    (svg,) = figure.xpath("//svg[@class='matrix']")
    assert svg.get("viewbox") == "0 0 176 34"
    assert len(figure.xpath("//line[@class='rule']")) == 2
    assert figure.xpath("//figcaption")[0].text_content() == (
        "Who says what. 1 of 4 sentences cites two origins or more. "
        "A column is a sentence, joined where it cites two origins or more."
    )


def test_the_drawing_says_itself_in_words() -> None:
    (svg,) = drawn_matrix(FERRY).xpath("//svg[@class='matrix']")
    assert svg.get("aria-label") == (
        "Who says what. 1 of 4 sentences cites two origins or more. "
        "Harbour Post: cited by 3, alone by 2, in 2 disagreements. "
        "Kestrel Wire: cited by 2, alone by 1, in 2 disagreements."
    )
    assert svg.get("role") == "img"


def test_a_third_side_is_a_square_and_a_source_of_two_sides_keeps_its_first() -> None:
    gazette = BRIEF.sources[2].document
    assert gazette is not None
    third = Position("It opens.", (cite(gazette, "opens"), SEVENTEEN), frozenset({"O3"}), SUPPORTED)
    sides = (
        Position("14 were hurt.", (FOURTEEN,), frozenset({"O1"}), SUPPORTED),
        Position("17 were hurt.", (SEVENTEEN,), frozenset({"O2"}), SUPPORTED),
        third,
    )
    story = replace(
        FERRY,
        sources=("S1", "S2", "S3"),
        disagreements=(Disagreement("How many", "number", "tension", sides),),
    )
    assert dict(Matrix.of(story, REGISTER).disputes[0]) == {"S1": "one", "S2": "other", "S3": "third"}
    squares = [(r.get("x"), r.get("y")) for r in drawn_matrix(story).xpath("//rect[@class='third']")]
    assert squares == [("193", "39.5")]


def test_of_many_columns_the_first_are_drawn_and_the_rest_are_counted() -> None:
    told = tuple(Statement(f"It sank {n}.", "lead", (FOURTEEN,), SUPPORTED) for n in range(37))
    figure = drawn_matrix(replace(FERRY, statements=told))
    assert len(figure.xpath("//circle")) == 36
    assert "; 3 more columns not drawn." in figure.text_content()
    one_more = drawn_matrix(replace(FERRY, statements=told[:35]))
    assert "; 1 more column not drawn." in one_more.text_content()
    assert len(figure.xpath("//line[@class='rule']")) == 2, "no line before disagreements that are not drawn"
    whole = drawn_matrix(replace(FERRY, statements=told[:36], disagreements=()))
    assert "not drawn" not in whole.text_content()


def test_thousands_are_told_as_such() -> None:
    told = tuple(Statement(f"It sank {n}.", "lead", (FOURTEEN,), SUPPORTED) for n in range(1001))
    figure = drawn_matrix(replace(FERRY, statements=told))
    (svg,) = figure.xpath("//svg[@class='matrix']")
    assert "Harbour Post: cited by 1,001, alone by 1,001, in 2 disagreements." in str(svg.get("aria-label"))


def test_a_drawing_that_is_wider_than_a_small_screen_can_be_scrolled_by_key() -> None:
    told = tuple(Statement(f"It sank {n}.", "lead", (FOURTEEN,), SUPPORTED) for n in range(17))
    fits, wide = (drawn_matrix(replace(FERRY, statements=told[:n], disagreements=())) for n in (16, 17))
    assert fits.xpath("//div[@class='wide']/@tabindex") == []
    assert wide.xpath("//div[@class='wide']/@tabindex") == ["0"]


def test_a_name_is_cut_to_its_room() -> None:
    post = replace(POST.source, name="The Harbour Evening Post")
    entries = (replace(BRIEF.sources[0], source=post), *BRIEF.sources[1:])
    figure = drawn_matrix(FERRY, Register.of(replace(BRIEF, sources=entries)))
    assert [text.text for text in figure.iter("text")] == ["The Harbour Evenin…", "Kestrel Wire"]


def test_a_drawing_has_its_size_its_name_and_its_words() -> None:
    assert drawing(10, 2.5, "<a>", ["<rect/>", "<line/>"], "strip", stretched=True) == (
        '<svg class="strip" viewBox="0 0 10 2.5" width="10" height="2.5" preserveAspectRatio="none" '
        'role="img" aria-label="&lt;a&gt;"><rect/><line/></svg>'
    )
    assert "preserveAspectRatio" not in drawing(1, 1, "", [], "units")


def test_what_a_statement_cites_counts_for_its_sources_alone() -> None:
    assert Matrix.of(FERRY, REGISTER).spread({"S1": "told", "S9": "told"}) == 2
    told = Statement("See it.", "lead", (REFUND, SEVENTEEN), SUPPORTED)
    table = Matrix.of(replace(FERRY, statements=(told,)), REGISTER)
    assert (table.only("S2"), table.only("S1")) == (1, 0)
    assert re.search(r"alone by 1\b", matrix(replace(FERRY, statements=(told,)), REGISTER))
    assert WIRE.source.name in matrix(FERRY, REGISTER)
