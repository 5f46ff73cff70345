"""The page says the words of the Markdown, links each number, and loads and runs nothing."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import lxml.html
import pytest
from golden_brief import BRIEF, FERRY, POST, REFUND, UPDATED
from unescaped import unescape

from briefing import render
from briefing.render.mail import mail
from briefing.types import Brief, Citation, Document, Statement, Support


class Reader:
    """What a page has: tags, links, ids; and the words of the brief, without what the page adds beside."""

    def __init__(self, page: str) -> None:
        tree = lxml.html.document_fromstring(page)
        elements = [element for element in tree.iter() if isinstance(element.tag, str)]
        self.tags = {element.tag for element in elements}
        self.links = [element.attrib["href"] for element in elements if "href" in element.attrib]
        self.ids = [element.attrib["id"] for element in elements if "id" in element.attrib]
        for element in elements:
            assert not any(name.startswith("on") or name in ("src", "style") for name in element.attrib)
        main = tree.find(".//main")
        assert main is not None
        for beside in main.find_class("beside"):
            beside.drop_tree()
        self.words = words(" ".join(main.itertext()))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


PAGE = Reader(render.html(BRIEF))
TAGS = set(
    """
    html head meta title style script body main section header article aside nav details summary figure
    figcaption div h1 h2 h3 h4 p ul ol li dl dt dd em strong cite span mark blockquote a button
    svg rect circle line path text
    """.split()
)


def test_the_page_says_the_words_of_the_markdown() -> None:
    plain = re.sub(r"(?m)^(#+|-) |[*<>]", "", render.markdown(BRIEF).replace("\\*", ""))
    assert PAGE.words == words(unescape(plain.replace("[.]", " ")).replace("http:", "hxxp:"))


class Nesting(HTMLParser):
    """Notes each end tag that does not close what was opened last."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: object) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: object) -> None:
        """It is closed at once."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize("brief", [BRIEF, UPDATED], ids=["first", "later"])
def test_every_element_is_closed_where_it_was_opened(brief: Brief) -> None:
    for page in (render.html(brief), mail(brief).html):
        found = Nesting(page)
        assert (found.wrong, found.open) == ([], [])


def test_each_number_leads_to_its_evidence() -> None:
    anchors = {link.removeprefix("#") for link in PAGE.links if link.startswith("#")}
    assert anchors <= set(PAGE.ids)
    assert len(PAGE.ids) == len(set(PAGE.ids))
    assert {name for name in anchors if name.startswith(("c", "p"))} == {
        f"{k}{n}" for k in "cp" for n in range(1, 10)
    }


def test_links_leave_the_page_only_for_a_sources_own_address() -> None:
    assert {link for link in PAGE.links if not link.startswith("#")} == {"https://post.example/ferry?id=7"}


def test_nothing_is_loaded_and_nothing_runs_but_the_one_script() -> None:
    page = render.html(BRIEF)
    assert PAGE.tags <= TAGS
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "; script-src 'sha256-" in page
    assert page.count("<script") == 1
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
        assert {link for link in page.links if not link.startswith("#")} <= {POST.source.url}, attack
        plain = render.text(brief)
        assert not re.search(r"https?://|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", plain), attack
