"""Pages of many makes: the main text, what a page says of itself, what it hides, and what it holds back."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_cases import TEXT, PageCase, f1, filled, page_cases, published

from briefing.sources import read as read_sources
from briefing.sources.page.html import page, read
from briefing.sources.refusal import Refusal
from briefing.types import Document

CASES = list(page_cases())
READ = [case for case in CASES if not case.expect]
FURNISHED = {"inline_links": 0.90, "live_blog": 0.90, "q_and_a": 0.95}
"""Pages whose labels stand in their text: what is furniture is known later, among all sources."""


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_the_main_text_of_a_page(case: PageCase) -> None:
    (found,) = read(case.raw, case.name)
    assert isinstance(found.content, str)
    assert f1(case.text, found.content) >= FURNISHED.get(case.name, 0.965)
    assert "HIDDEN" not in found.content


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_what_a_page_says_of_itself(case: PageCase) -> None:
    (found,) = read(case.raw, case.name)
    assert {
        "title": found.title,
        "author": found.author,
        "name": found.name,
        "url": found.url,
        "published": published(found.published),
        "language": found.language,
    } == case.told


@pytest.mark.parametrize("case", [c for c in CASES if c.expect], ids=lambda case: case.name)
def test_a_page_that_holds_back_its_text_is_no_voice(case: PageCase) -> None:
    (found,) = read(case.raw, case.name)
    why = found.content.why if isinstance(found.content, Refusal) else "language" * (found.language != "en")
    assert why in case.expect


def test_posts_that_a_page_embeds_are_not_its_words() -> None:
    post = "<blockquote class='a twitter-tweet'><p>The pier is total chaos.</p>&mdash; Jo (@jo)</blockquote>"
    found = page(filled(TEXT.replace("</p>", f"</p>{post}<blockquote>“Rock,” he said.</blockquote>", 1)))
    assert isinstance(found.content, str)
    assert "chaos" not in found.content
    assert "“Rock,” he said." in found.content
    assert found.notes == ("1 embedded post left out",)


@pytest.mark.parametrize(
    ("around", "read"),
    [
        ("<header>Already a subscriber? Sign in</header>", True),
        ("<script>'Subscribe to continue reading'</script>", True),
        ("<div class=gate>Subscribe to continue reading</div>", False),
        ("<div>Already a subscriber?</div>", False),
    ],
)
def test_a_call_to_subscribe_counts_where_the_text_should_go_on(around: str, read: bool) -> None:
    short = "".join(f"<p>{p}</p>" for p in CASES[0].text.split("\n\n")[:3])
    assert isinstance(page(filled(short + around)).content, str) is read


def test_news_of_cookies_is_no_notice_about_them() -> None:
    notice = "<p>The regulator said that sites must let their readers accept or refuse cookies.</p>"
    assert isinstance(page(filled(notice + TEXT)).content, str)


@pytest.mark.parametrize(
    "markup",
    [
        "<p style='color:red;DISPLAY :none'>SEEN?</p>",
        "<p style='font-size: 0.0em !important'>SEEN?</p>",
        "<p style='position:absolute;text-indent:-9999px'>SEEN?</p>",
        "<div style='max-height:0;overflow:hidden'><p>SEEN?</p></div>",
        "<p style='opacity:0'>SEEN?</p>",
        "<p style='clip:rect(0,0,0,0)'>SEEN?</p>",
        "<style>/* a */ .x, .y { display:none }</style><p class='b y'>SEEN?</p>",
    ],
)
def test_what_is_hidden_is_not_read(markup: str) -> None:
    found = page(filled(TEXT.replace("</p>", f"</p>{markup}", 2)))
    assert isinstance(found.content, str)
    assert "SEEN?" not in found.content


@pytest.mark.parametrize(
    "markup",
    [
        "<p style='font-size:0.9em;opacity:0.8;max-height:0.5em'>{}</p>",
        "<style>@media print {{ .x {{ display:none }} }} .x .y {{ display:none }}</style><p class=x>{}</p>",
        "<style>p.calm{{color:red}} }} .x{{</style><p class=x>{}</p>",
    ],
)
def test_what_is_shown_is_read(markup: str) -> None:
    told = "The lamp of the northern light was lit at six, the keeper of the light said on Tuesday."
    found = page(filled(TEXT + markup.format(told)))
    assert isinstance(found.content, str)
    assert told in found.content


def test_a_page_that_fades_in_is_read() -> None:
    found = page(f"<html><body><div style='opacity:0'><article>{TEXT}</article></div></body></html>")
    assert isinstance(found.content, str)


def test_a_text_is_english_or_not_whatever_its_page_says(tmp_path: Path) -> None:
    german = next(c for c in CASES if c.name == "german")
    (tmp_path / "a.html").write_bytes(german.raw.replace(b'lang="de"', b'lang="en"'))
    (tmp_path / "b.html").write_bytes(READ[0].raw.replace(b'lang="en', b'lang="de'))
    first, second = read_sources(["a.html", "b.html"], stdin=None, cwd=tmp_path)
    assert isinstance(first, Document)
    assert (first.source.language, second.source.language) == ("de", "en")
