"""The brief's own words as HTML: the form of each block, of a part of a line, and of words side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from golden_brief import BRIEF, FERRY, FOURTEEN, INJURED, OPENS, SEVENTEEN, SUPPORTED

from briefing.render.html.comparison import comparisons
from briefing.render.html.markup import block, inlines, link
from briefing.render.html.register import Register
from briefing.render.order import Numbering
from briefing.render.page import (
    Address,
    Block,
    Bullets,
    Comparison,
    Comparisons,
    Emphasis,
    Evidence,
    Heading,
    Inline,
    Number,
    Paragraph,
    Quote,
    Strong,
)
from briefing.render.shell import shell
from briefing.render.telling import Teller
from briefing.types import Position


@pytest.mark.parametrize(
    ("part", "html"),
    [
        (Heading(2, " Tides & <ebbs> ", "T1"), "<h2>Tides &amp; &lt;ebbs&gt;</h2>"),
        (Paragraph(("Rain ", Emphasis("fell"), ".")), "<p>Rain <em>fell</em>.</p>"),
        (Bullets((("One",), ("Two",))), "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>"),
        (Bullets((("One",),), "Only <here>"), "<h3>Only &lt;here&gt;</h3>\n<ul>\n<li>One</li>\n</ul>"),
        (
            Comparisons((Comparison("How", "tension", (("two",), ("three",))),), "Where"),
            "<h3>Where</h3>\n<ul>\n<li><strong>How</strong> (tension): two; three.</li>\n</ul>",
        ),
        (
            Evidence(((1, ("a",)), (2, ("b",)))),
            '<ul class="evidence">\n'
            '<li id="c1"><a class="number" href="#p1" data-cite="1">[1]</a> a</li>\n'
            '<li id="c2"><a class="number" href="#p2" data-cite="2">[2]</a> b</li>\n</ul>',
        ),
    ],
)
def test_each_block_has_its_form(part: Block, html: str) -> None:
    assert block(part) == html


@pytest.mark.parametrize(
    ("inline", "html"),
    [
        ("a < b", "a &lt; b"),
        (Strong("a & b"), "<strong>a &amp; b</strong>"),
        (Quote("No."), '<span class="quote">“No.”</span>'),
        (Number(7), '<a class="number" href="#c7" data-cite="7">[7]</a>'),
        (
            Address("https://a.example/?b&c"),
            '<a href="https://a.example/?b&amp;c" rel="noopener noreferrer nofollow">'
            "https://a.example/?b&amp;c</a>",
        ),
    ],
)
def test_each_part_of_a_line_has_its_form(inline: Inline, html: str) -> None:
    assert inlines((inline,)) == html


def test_the_first_number_of_a_row_stays_with_the_word_before_it() -> None:
    line = inlines(("it sank", " ", Number(1), " ", Number(2), " ", "so"))
    assert line.count("\u202f") == 1
    assert line.startswith("it sank\u202f<a")
    assert "</a> <a" in line


def test_a_link_is_escaped() -> None:
    assert link('https://a.example/"', "x").startswith('<a href="https://a.example/&quot;" rel=')


def test_a_disagreement_stands_side_by_side_with_its_kind_and_the_evidence_of_each_side() -> None:
    brief = replace(BRIEF, stories=(replace(FERRY, disagreements=(INJURED,)),))
    teller = Teller.of(brief, Numbering.of(brief))
    shown = comparisons(Comparisons((teller.disagreement(INJURED),), "Where"), Register.of(brief))
    assert shown == (
        '<h3>Where</h3>\n<ul class="comparisons">\n'
        '<li class="comparison contradiction"><h4>How many were hurt '
        '<span class="nature"><span class="strength">(contradiction)</span> '
        '<span class="kind beside">figures differ</span></span></h4>\n<div class="sides">\n'
        '<div class="side"><p><em>Harbour Post</em> says: Officials spoke of 14 people\u202f'
        '<a class="number" href="#c4" data-cite="4">[4]</a></p>'
        '<blockquote class="beside">“Officials said 14 people were hurt.”</blockquote></div>\n'
        '<div class="side"><p><em>Kestrel Wire</em> says: '
        '<span class="quote">“Officials counted 17 injured.”</span>\u202f'
        '<a class="number" href="#c5" data-cite="5">[5]</a></p></div>\n</div></li>\n</ul>'
    )


def test_a_change_has_no_kind_and_what_was_told_no_evidence() -> None:
    change = Comparison("Tolls", "withdrawn", (("told before",),))
    other = replace(change, subject="Fares")
    assert comparisons(Comparisons((change, other)), Register.of(BRIEF)) == (
        '<ul class="comparisons">\n'
        '<li class="comparison change"><h3>Tolls <span class="nature">'
        '<span class="strength">(withdrawn)</span></span></h3>\n<div class="sides">\n'
        '<div class="side earlier"><p>told before</p></div>\n</div></li>\n'
        '<li class="comparison change"><h3>Fares <span class="nature">'
        '<span class="strength">(withdrawn)</span></span></h3>\n<div class="sides">\n'
        '<div class="side earlier"><p>told before</p></div>\n</div></li>\n</ul>'
    )


def test_of_many_sources_two_are_quoted_below_a_side_each_by_name() -> None:
    side = Position("Some were hurt.", (FOURTEEN, SEVENTEEN, OPENS), frozenset({"O1"}), SUPPORTED)
    told = replace(INJURED, positions=(side, replace(INJURED.positions[1], origins=frozenset({"O9"}))))
    brief = replace(BRIEF, stories=(replace(FERRY, disagreements=(told,)),))
    teller = Teller.of(brief, Numbering.of(brief))
    shown = comparisons(Comparisons((teller.disagreement(told),)), Register.of(brief))
    assert shown.count("<blockquote") == 2
    assert "<cite>Harbour Post</cite> “Officials said 14" in shown
    assert '<p class="voices beside">3 outlets, 3 origins</p></div>' in shown


def test_the_page_around_a_body_names_its_language_and_title_and_allows_its_own_style_alone() -> None:
    page = shell(" Tides & <ebbs> ", 'e"n', "p{}", "<p>a</p>", "go()")
    assert page.startswith('<!DOCTYPE html>\n<html lang="e&quot;n">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>Tides &amp; &lt;ebbs&gt;</title>\n<style>p{}</style>\n</head>\n<body>\n<p>a</p>\n" in page
    assert page.endswith("<script>go()</script>\n</body>\n</html>\n")
    still = shell("Tides", "en", "p{}", "<p>a</p>")
    assert still.endswith("<body>\n<p>a</p>\n</body>\n</html>\n")
    assert "content=\"default-src 'none'; style-src 'sha256-" in still
    assert "='; base-uri 'none'; form-action 'none'\">" in still
