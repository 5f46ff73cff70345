"""What a page says about itself: its JSON-LD, its meta elements, and what stands in for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from briefing.sources.language import declared
from briefing.sources.metadata import joined, line, moment
from briefing.sources.page.headline import headline, site_in
from briefing.sources.page.json_ld import JsonLd, json_ld
from briefing.sources.page.shown_date import shown_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AUTHORS = (
    "author article:author parsely-author sailthru.author dc.creator dcterms.creator byl citation_author"
    " article:author_name og:article:author cxenseparse:author"
).split()
_PUBLISHERS = "og:site_name dc.publisher dcterms.publisher citation_publisher application-name".split()
_PUBLISHED = (
    "article:published_time og:article:published_time parsely-pub-date sailthru.date dc.date.issued"
    " dcterms.issued dcterms.created dc.date.created dc.date citation_publication_date citation_date"
    " publish-date publishdate publish_date pubdate cxenseparse:recs:publishtime article.published"
    " datepublished published date"
).split()
_LANGUAGES = "content-language dc.language dcterms.language language og:locale".split()
_BY = re.compile(r"(?:\w+ ){0,3}by:?\s+", re.IGNORECASE)
_PEOPLE = (
    "//*[@itemprop='author']//*[@itemprop='name']",
    "//*[@itemprop='author'][not(.//*[@itemprop='name'])]",
    "//a[contains(concat(' ', @rel, ' '), ' author ')]",
    "//*[contains(concat(' ', @class, ' '), ' byline ')]//a[contains(@href, 'author')]",
)
"""Where a page shows who wrote it, marked as such."""
T = TypeVar("T")
_NAME_WORDS = 6


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Whatever of it is known; `published` has its time of day where the page gives one."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: datetime | None = None
    language: str | None = None
    free: bool = True
    """False where the page itself says that its text is not accessible for free."""


def page_metadata(tree: HtmlElement, base: str = "") -> PageMetadata:
    """What the page declares, the article's own description before the page's; `base`: its address."""
    meta, about = _meta(tree), json_ld(tree)
    publisher = about.named("publisher") or _first(line(meta.get(name)) for name in _PUBLISHERS)
    publisher = publisher or about.site or _shown(tree, "//*[@itemprop='publisher']//*[@itemprop='name']")
    shown = _shown(tree, "//title")
    headings = [found for h in tree.iter("h1") if (found := line(h.text_content()))]
    publisher = publisher or site_in(shown, headings, tree)
    called = line(about.first("headline")) or line(meta.get("og:title")) or line(meta.get("dc.title"))
    return PageMetadata(
        title=headline(called or shown, headings, publisher),
        author=_author(tree, meta, about, publisher),
        publisher=publisher,
        url=_url(tree, meta, base),
        published=_published(tree, meta, about),
        language=_language(tree, meta, about),
        free=about.free,
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The contents of the meta elements by their names; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content)
    return found


def _author(tree: HtmlElement, meta: Mapping[str, str], about: JsonLd, publisher: str | None) -> str | None:
    """Who wrote it; the publisher is no author, nor is an address."""
    told = [about.named("author"), about.named("creator"), *(line(meta.get(name)) for name in _AUTHORS)]
    told += [", ".join(dict.fromkeys(_names(tree, path))) for path in _PEOPLE]
    for value in told:
        name = _BY.sub("", value, count=1) if value and _BY.match(value) else value
        if name and "://" not in name and "@" not in name and name != publisher:
            return line(name)
    return None


def _names(tree: HtmlElement, path: str) -> Iterator[str]:
    for element in tree.xpath(path)[:5]:
        name = line(element.get("content") or element.text_content())
        if name and len(name.split()) <= _NAME_WORDS:
            yield name


def _url(tree: HtmlElement, meta: Mapping[str, str], base: str) -> str | None:
    links = [e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    for value in (*links[:1], meta.get("og:url")):
        if found := joined(base, value):
            return found
    return None


def _published(tree: HtmlElement, meta: Mapping[str, str], about: JsonLd) -> datetime | None:
    """The first that is understood; one with a time of day before one without."""
    told = [about.first("datePublished"), *(meta.get(name) for name in _PUBLISHED)]
    told += [e.get("content") or e.get("datetime") for e in tree.xpath("//*[@itemprop='datePublished']")[:1]]
    for path in ("//time[@pubdate or contains(@class, 'publish')]", "//article//time", "//time"):
        told += tree.xpath(f"({path})[@datetime][1]/@datetime")
    moments = [(":" in value, moment(value)) for value in told if isinstance(value, str)]
    return (
        _first(found for timed in (True, False) for has, found in moments if has is timed and found)
        or shown_date(tree)
        or _dated(tree)
    )


def _dated(tree: HtmlElement) -> datetime | None:
    """The day that the page shows or that its address holds; its midnight in UTC."""
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=False, original_date=True, max_date="2099-12-31")
    except (ValueError, TypeError, AttributeError, OverflowError):  # met on odd markup
        return None
    return moment(found)


def _language(tree: HtmlElement, meta: Mapping[str, str], about: JsonLd) -> str | None:
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    told = [
        root.get("lang"),
        root.get("xml:lang"),
        about.first("inLanguage"),
        *(meta.get(n) for n in _LANGUAGES),
    ]
    return _first(declared(value) for value in told)


def _shown(tree: HtmlElement, path: str) -> str | None:
    return _first(line(e.get("content") or e.text_content()) for e in tree.xpath(path)[:5])


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value), None)
