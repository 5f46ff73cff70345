"""The page and its charts are whole, load and run nothing, and let no text become markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from invented_results import FAILED, HOSTILE, PINNED, RUN, spoilt, xml

from briefing.evaluation import reports
from briefing.evaluation.bootstrap import Mean
from briefing.evaluation.results import Evaluation


class Page(HTMLParser):
    """Collects tags and words, and fails on what a page must not have."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag != "meta":
            self.open.append(tag)
        assert not any(name.startswith("on") or name in ("src", "href", "style") for name, _ in attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


TAGS = set("html head meta title style body main h1 h2 p ul li div table thead tbody tr th td".split())
DRAWN = set("svg g line text circle".split())


@pytest.mark.parametrize("run", [RUN, FAILED])
def test_the_page_is_whole_and_loads_and_runs_nothing(run: Evaluation) -> None:
    text = reports.html(run, PINNED)
    page = Page(text)
    assert page.open == []
    assert page.tags <= TAGS | DRAWN
    assert "default-src 'none'; style-src 'sha256-" in text
    assert "url(" not in text
    assert re.findall(r"https?:[^\"]*", text.replace("http://www.w3.org/2000/svg", "")) == []
    assert "core_fact_recall" in page.words
    assert "color-scheme: light dark" in text


def test_the_page_and_the_markdown_say_the_figures_of_the_table() -> None:
    page, markdown = Page(reports.html(FAILED)).words, reports.markdown(FAILED)
    for figure in re.findall(r"\d\.\d{3}|\d+/\d+", reports.table(FAILED)):
        assert figure in page
        assert figure in markdown


def test_a_chart_has_a_dot_in_its_interval_for_every_score_between_0_and_1() -> None:
    svg = reports.chart(RUN.means(), "All & more")
    root = xml(svg)
    space = {"svg": "http://www.w3.org/2000/svg"}
    groups = root.findall("svg:g", space)
    titles = [g.findtext("svg:title", "", space) for g in groups]
    assert [title.partition(":")[0] for title in titles] == [n for n, m in RUN.means().items() if m.of]
    for group in groups:
        bar, dot = group.find("svg:line", space), group.find("svg:circle", space)
        assert bar is not None
        assert dot is not None
        assert float(bar.get("x1", "")) <= float(dot.get("cx", "")) <= float(bar.get("x2", ""))
    assert root.findtext("svg:title", "", space) == "All & more"


def test_what_is_no_share_is_not_drawn() -> None:
    assert reports.chart({"words": Mean(240.0, None, None, 1, 1)}, "Cost") == ""
    assert reports.chart({"loaded_terms": Mean(2.5, 1.0, 4.0, 2, 2, 5, 200)}, "Wording") == ""


def test_no_text_becomes_markup_in_any_report() -> None:
    run = spoilt(*[HOSTILE] * 12)
    assert Page(reports.html(run)).tags <= TAGS | DRAWN
    xml(reports.junit(run))
    assert not any(line.startswith("::error::") for line in reports.github(run).splitlines())
    for shape in (reports.table, reports.markdown, reports.html, reports.github):
        told = shape(run)
        assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\ud800-\udfff]", told), shape
    assert "http://a.example" not in reports.table(run) + reports.markdown(run) + reports.html(run)
