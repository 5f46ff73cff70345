"""The page says the words of the Markdown, links each number, and loads and runs nothing."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from golden_brief import BRIEF, FERRY, REFUND

from briefing import render
from briefing.render import escape
from briefing.types import Citation, Document, Statement, Support


class Reader(HTMLParser):
    """Collects tags, links, ids and the words of the body."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self._in_main = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        values = dict(attrs)
        assert not any(name.startswith("on") or name in ("src", "style") for name in values)
        self.links += [value for name, value in attrs if name == "href" and value]
        self.ids += [value for name, value in attrs if name == "id" and value]
        self._in_main = self._in_main or tag == "main"

    def handle_data(self, data: str) -> None:
        if self._in_main:
            self.words += data.split()


PAGE = Reader(render.html(BRIEF))
TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "h1",
    "h2",
    "p",
    "ul",
    "li",
    "em",
    "strong",
    "a",
}


def test_the_page_says_the_words_of_the_markdown() -> None:
    plain = re.sub(r"(?m)^(#+|-) |[*<>]", "", render.markdown(BRIEF).replace("\\*", "\0")).replace("\0", "*")
    assert "".join(PAGE.words) == "".join(
        escape.unescape(plain.replace("[.]", "\\[.\\]")).replace("http:", "hxxp:").split()
    )


def test_each_number_leads_to_its_evidence() -> None:
    anchors = [link for link in PAGE.links if link.startswith("#")]
    assert set(anchors) == {f"#{identifier}" for identifier in PAGE.ids} == {f"#c{n}" for n in range(1, 10)}


def test_links_leave_the_page_only_for_a_sources_own_address() -> None:
    assert {link for link in PAGE.links if not link.startswith("#")} == {"https://post.example/ferry?id=7"}


def test_nothing_is_loaded_and_nothing_runs() -> None:
    page = render.html(BRIEF)
    assert PAGE.tags == TAGS
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "@import" not in page
    assert "url(" not in page


def test_no_attack_string_becomes_markup(shared: Path) -> None:
    lines = (shared / "data/injection/own_output_channel.jsonl").read_text(encoding="utf-8").splitlines()
    for attack in (json.loads(line)["text"] for line in lines):
        document = Document(BRIEF.sources[1].source, attack.encode(errors="replace").decode())
        citation = Citation(replace(REFUND.span, start=0, end=len(attack)), document.text)
        told = Statement(f"“{attack}”", "lead", (citation,), Support("quoted"))
        story = replace(FERRY, headline=attack, statements=(told,), disagreements=())
        brief = replace(BRIEF, stories=(story,), also=())
        page = Reader(render.html(brief))
        assert page.tags <= TAGS, attack
        assert all(link.startswith("#") for link in page.links), attack
        plain = render.text(brief)
        assert not re.search(r"https?://|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", plain), attack
