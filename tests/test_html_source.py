"""A source on the page: its imprint, its text around what is cited, and the mark on each citation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import lxml.html
import pytest
from golden_brief import BRIEF, FOURTEEN, POST, cite
from lxml.html import HtmlElement

from briefing import render
from briefing.render.html.register import Register
from briefing.render.html.source import CONTEXTS, sources
from briefing.types import Brief, Document, Source, SourceEntry

ROOM = 900_000


def shown(brief: Brief = BRIEF, room: int = ROOM, disputed: tuple[int, ...] = ()) -> dict[str, HtmlElement]:
    """The article of each source, by its id."""
    page = lxml.html.fromstring(f"<main>{sources(Register.of(brief), disputed, room)}</main>")
    return {str(article.get("id")): article for article in page.iter("article")}


def with_source(source: Source, text: str | None = None, **more: str) -> Brief:
    entry = SourceEntry(source, "used", Document(source, text) if text is not None else None, 9, "O9")
    return replace(BRIEF, sources=(*BRIEF.sources, replace(entry, **more)))  # type: ignore[arg-type]


def test_what_is_known_of_a_source_stands_in_one_order() -> None:
    source = Source(
        "S7", "Tarn Gazette", title=" A <title> ", author=" Lena Marsh ", url="https://tarn.example/a?b=1",
        published=datetime(2031, 3, 2, tzinfo=UTC), language="fr",
    )  # fmt: skip
    article = shown(with_source(source, "Rain fell.", status="copy", note="cut <short>"))["S7"]
    (imprint,) = article.find_class("imprint")
    assert lxml.html.tostring(imprint, encoding="unicode", with_tail=False) == (
        '<p class="imprint"><cite>A &lt;title&gt;</cite> · Lena Marsh · 2 March 2031 · copy · '
        'cut &lt;short&gt; · <a href="https://tarn.example/a?b=1" rel="noopener noreferrer nofollow">'
        "tarn.example</a></p>"
    )
    assert article.get("lang") == "fr"
    assert article.findtext("h3") == "Tarn Gazette"


def test_what_is_not_known_is_left_out() -> None:
    article = shown(with_source(Source("S7", " ", title=" "), "Rain fell."))["S7"]
    assert article.findtext("h3") == "S7"
    assert article.find_class("imprint")[0].text_content() == ""
    assert article.get("lang") is None


@pytest.mark.parametrize("text", [None, " \n"])
def test_a_source_without_words_has_an_imprint_alone(text: str | None) -> None:
    assert [child.tag for child in shown(with_source(Source("S7", "Tarn"), text))["S7"]] == ["h3", "p"]


def test_a_citation_is_marked_where_it_stands_with_an_anchor_before_its_first_mark() -> None:
    article = shown()["S1"]
    marks = {m.get("data-cited"): m.text_content() for m in article.iter("mark")}
    assert marks["6"] == FOURTEEN.quote
    assert [a.get("id") for a in article.xpath(".//p/a[@id]")] == ["p2", "p6", "p3", "p4"]
    assert article.xpath("string(.//summary)") == f"Its text, {len(POST.text.split())} words"


def test_citations_that_overlap_are_marked_in_pieces_and_anchored_once() -> None:
    inner = cite(POST, FOURTEEN.quote[10:])
    told = replace(BRIEF.stories[0].statements[1], citations=(FOURTEEN, inner))
    story = replace(BRIEF.stories[0], statements=(told,), disagreements=())
    article = shown(replace(BRIEF, stories=(story,), also=()))["S1"]
    assert [(m.get("data-cited"), m.text_content()) for m in article.iter("mark")] == [
        ("1", FOURTEEN.quote[:10]),
        ("1 2", FOURTEEN.quote[10:]),
    ]
    assert [a.get("id") for a in article.xpath(".//p/a[@id]")] == ["p1", "p2"]


def test_a_disputed_citation_is_marked_as_one_on_the_strip() -> None:
    kinds = {r.get("data-cited"): r.get("class") for r in shown(disputed=(6,))["S1"].iter("rect")}
    assert (kinds["6"], kinds["2"]) == ("disputed", "told")


def test_where_there_is_no_room_what_is_far_from_a_citation_is_counted() -> None:
    document = Document(POST.source, POST.text + "\n\n" + "Rain fell on the quay. " * 4000)
    brief = replace(BRIEF, sources=(replace(BRIEF.sources[0], document=document), *BRIEF.sources[1:]))
    whole, cut = shown(brief)["S1"], shown(brief, 20_000)["S1"]
    assert whole.find_class("gap") == []
    assert whole.xpath("string(.//summary)").startswith("Its text, 20,0")
    assert cut.xpath("string(.//summary)").startswith("From its text, 20,0")
    (gap,) = cut.find_class("gap")
    assert gap.text_content().endswith(" words left out …")
    assert len(sources(Register.of(brief), (), 20_000).encode()) <= 20_000


def test_a_text_that_nothing_is_cited_from_is_the_first_to_go() -> None:
    brief = with_source(Source("S7", "Tarn"), "Rain fell. " * 9000)
    (gap,) = shown(brief, 20_000)["S7"].find_class("gap")
    assert gap.text_content() == "Its text (18,000 words) is not on this page."


def test_with_no_room_at_all_the_least_is_shown() -> None:
    assert set(shown(room=0)) == {"S1", "S2", "S3", "S4"}
    assert CONTEXTS[0] is None
    assert CONTEXTS[1:3] == (12_000, 9_600)
    assert len(CONTEXTS) == 19


def test_the_page_has_its_sources_and_leads_into_them() -> None:
    page = lxml.html.document_fromstring(render.html(BRIEF))
    assert [a.get("id") for a in page.find_class("source")] == ["S1", "S2", "S3", "S4"]
    assert page.xpath("//section[@id='sources']/h2/text()") == ["Sources"]
