"""What a page says about itself: its meta elements, its JSON-LD, and what stands in for them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from briefing.sources.language import declared
from briefing.sources.metadata import address, line, moment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting", "WebPage")
_BLOCKS = 20
_LONGEST = 200_000
_DEEPEST = 12


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


def page_metadata(tree: HtmlElement) -> PageMetadata:
    """What the page declares, the article's own description before the page's."""
    meta = _meta(tree)
    about = next(_articles(tree), {})
    return PageMetadata(
        title=line(about.get("headline"))
        or line(meta.get("og:title"))
        or _text(tree, "//h1")
        or _text(tree, "//title"),
        author=_person(about.get("author")) or line(meta.get("author")) or line(meta.get("article:author")),
        publisher=_person(about.get("publisher")) or line(meta.get("og:site_name")),
        url=address(_first(tree, "//link[@rel='canonical']/@href")) or address(meta.get("og:url")),
        published=_published(tree, meta, about),
        language=declared(_first(tree, "/html/@lang")) or declared(about.get("inLanguage")),
        free=str(about.get("isAccessibleForFree", True)).lower() != "false",
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The contents of the meta elements by their names; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name:
            found.setdefault(name.lower(), element.get("content"))
    return found


def _published(tree: HtmlElement, meta: Mapping[str, str], about: Mapping[str, Any]) -> datetime | None:
    """The first that is understood; one with a time of day before one without."""
    named = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.created", "pubdate")
    told = [about.get("datePublished"), *(meta.get(name) for name in named)]
    told.append(_first(tree, "//article//time/@datetime") or _first(tree, "//time/@datetime"))
    given = [str(value) for value in told if value]
    for value in sorted(given, key=lambda v: ":" not in v):
        if found := moment(value):
            return found
    return None


def _articles(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The descriptions of articles in the page's JSON-LD."""
    for block in tree.xpath("//script[@type='application/ld+json']/text()")[:_BLOCKS]:
        if len(block) > _LONGEST:
            continue
        try:
            value = json.loads(block)
        except (ValueError, RecursionError):
            continue
        yield from _described(value)


def _described(value: object, deep: int = 0) -> Iterator[Mapping[str, Any]]:
    if deep > _DEEPEST:
        return
    if isinstance(value, list):
        for inner in value[:_BLOCKS]:
            yield from _described(inner, deep + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _described(value.get("@graph"), deep + 1)


def _person(value: object) -> str | None:
    """The name in {"name": …}, in a list of those, or the string itself; an address is no name."""
    if isinstance(value, list):
        names = [name for one in value[:5] if (name := _person(one))]
        return line(", ".join(names))
    if isinstance(value, dict):
        value = value.get("name")
    found = line(value)
    return None if found and "://" in found else found


def _first(tree: HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]) if found else None


def _text(tree: HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    return line(found[0].text_content()) if found else None
