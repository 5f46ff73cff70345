"""What a page says of itself: its title, its outlet, its date, its address, its author."""

from __future__ import annotations

import pytest
from page_cases import TEXT, filled

from briefing.sources.page.html import page
from briefing.sources.page.markup import parse
from briefing.sources.page.shown_date import shown_date


@pytest.mark.parametrize(
    ("title", "heading", "site", "found"),
    [
        ("Ferry aground off point - Post", "Post", "Post", "Ferry aground off point"),
        ("Post » Ferry aground off point", "Ferry aground off point", "", "Ferry aground off point"),
        ("Ferry aground - again", "", "Post", "Ferry aground - again"),
        ("Post", "", "Post", "Post"),
        ("Sea-side | Post", "", "post", "Sea-side"),
    ],
)
def test_a_title_is_the_headline_without_the_sites_name(
    title: str, heading: str, site: str, found: str
) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="{site}">'
    assert page(filled(f"<h1>{heading}</h1>{TEXT}", head)).title == found


@pytest.mark.parametrize(
    ("title", "foot", "site"),
    [
        ("Ferry aground - Harbour Post", "Copyright 2031 Harbour Post Media", "Harbour Post"),
        ("Ferry aground | Sea | Tide", "<a href='https://tide.example'>Tide</a>", "Tide"),
        ("The Post: Ferry aground", "© The Post", "The Post"),
        ("Ferry aground - Harbour Post", "", None),
        ("Ferry aground | Sport", "<a href='/sport'>Sport</a> © 2031 Sport Union", None),
        ("Ferry aground | Home", "<a href='/'>Home</a>", None),
        ("Ferry aground – live", "© live", None),
    ],
)
def test_a_site_is_named_by_its_title_where_the_page_has_the_name_elsewhere(
    title: str, foot: str, site: str | None
) -> None:
    body = f"<h1>Ferry aground</h1>{TEXT}<footer>{foot}</footer>"
    found = page(filled(body, f"<title>{title}</title>"))
    assert (found.title, found.name) == ("Ferry aground", site)


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("Published 3:12 PM, Wed March 5, 2031 · 4 min read", "2031-03-05T15:12:00+00:00"),
        ("First published on 5th March 2031 at 15.12 GMT", "2031-03-05T15:12:00+00:00"),
        ("Posted: Mar. 5, 2031, 10:12 a.m. EST | Updated 1 April 2031", "2031-03-05T10:12:00-05:00"),
        ("Published 5 March 2031", "2031-03-05T00:00:00+00:00"),
        ("Published in the spring of 2031", None),
        ("Posted 31 February 2031", None),
        ("Published in print on 3 June 1921, the novel", None),
    ],
)
def test_a_date_shown_under_a_label_is_the_pages(shown: str, told: str | None) -> None:
    found = page(filled(f"<div>By Mara Quill<br>{shown}</div>{TEXT}")).published
    assert (found and found.isoformat()) == told


@pytest.mark.parametrize(
    "block",
    [
        '<div class="comment-list"><p>Posted June 1, 2019 at 10:00</p></div>',
        "<nav>Published 1 May 2020: our annual report</nav>",
        "<aside>Published 1 May 2020</aside>",
        "<footer>Published 1 May 2020</footer>",
        f"{TEXT}<p>Posted June 1, 2019</p>",
    ],
    ids=["comment", "menu", "aside", "footer", "below the text"],
)
def test_a_date_beside_or_below_the_text_is_not_the_pages(block: str) -> None:
    for heading in ("", "<h1>Ferry aground</h1>"):
        assert shown_date(parse(filled(heading + block))) is None


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("https://p.example/a", "https://p.example/a"),
        ("/a", "https://p.example/a"),
        ("javascript:x", "https://og.example/b"),
        ("http://[", "https://og.example/b"),
    ],
)
def test_the_canonical_address_is_an_address(given: str, found: str) -> None:
    head = f'<link rel="canonical" href="{given}"><meta property="og:url" content="https://og.example/b">'
    assert page(filled(TEXT, head), "https://p.example/x?y=1").url == found


@pytest.mark.parametrize(
    "block",
    [
        '[[], 3, {"@type": ["x", 4]}, {"@type": "NewsArticle", "headline": 7, "author": [[["x"]]]}]',
        '{"@type": "NewsArticle", "author": {"@id": "#a"}, "publisher": {"@id": {}}}',
        '{"@graph": {"@graph": {"@graph": {"@graph": {"@graph": {"@type": "Article"}}}}}}',
        '{"@type": "NewsArticle", "datePublished": "soon", "url": {}}',
        "{broken",
        "[" * 5_000,
    ],
)
def test_json_ld_may_be_anything(block: str) -> None:
    found = page(filled(TEXT, f'<script type="application/ld+json">{block}</script>'))
    assert isinstance(found.content, str)
    assert found.published is None


def test_an_author_may_be_named_elsewhere_in_the_graph() -> None:
    block = """<!-- {"@graph": [{"@type": "https://schema.org/NewsArticle", "author": {"@id": "#a"}},
    {"@type": "Person", "@id": "#a", "name": "Mara
    Quill"}]} -->"""
    assert page(filled(TEXT, f'<script type="application/ld+json">{block}</script>')).author == "Mara Quill"


@pytest.mark.parametrize("said", ["By Mara Quill", "Posted by: Mara Quill", "Mara Quill"])
def test_an_author_is_a_name(said: str) -> None:
    assert page(filled(TEXT, f'<meta name="author" content="{said}">')).author == "Mara Quill"


@pytest.mark.parametrize("said", ["https://social.example/x", "mara@post.example", "Post"])
def test_what_is_no_name_is_no_author(said: str) -> None:
    head = f'<meta name="author" content="{said}"><meta property="og:site_name" content="Post">'
    assert page(filled(TEXT, head)).author is None
