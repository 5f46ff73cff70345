"""A page's JSON-LD: what it says of its article, of its site, and of whom they name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.sources.metadata import line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:\A|[/:])\w*(?:Article|Posting|Report)\Z")
_PAGE = re.compile(r"(?:\A|[/:])(?:Web|Item|About|QA)Page\Z")
_SITE = re.compile(r"(?:\A|[/:])WebSite\Z")
_BLOCKS, _LONGEST, _NODES, _PEOPLE = 20, 200_000, 400, 5
"""What is read of a page at most, for it may be made to be read without end: blocks, characters of one,
things that they describe, and authors of one of these."""
_WRAPPING = re.compile(r"\A\s*(?:<!--|<!\[CDATA\[|//.*\n)?\s*|\s*(?:-->|\]\]>|;)?\s*\Z")


@dataclass(frozen=True, slots=True)
class JsonLd:
    """The descriptions in their order, the article's before the page's; what each `@id` stands for."""

    articles: tuple[Mapping[str, Any], ...]
    pages: tuple[Mapping[str, Any], ...]
    site: str | None
    _by_id: Mapping[str, Mapping[str, Any]]

    @property
    def free(self) -> bool:
        """False where the article says that it is not accessible for free."""
        said = (a.get("isAccessibleForFree", True) for a in self.articles[:1] or self.pages[:1])
        return all(str(value).strip().lower() not in ("false", "no", "0") for value in said)

    def first(self, field: str) -> object:
        """The field's first value, an article's before a page's; None where none has it."""
        return next((v for about in (*self.articles, *self.pages) if (v := about.get(field))), None)

    def named(self, field: str) -> str | None:
        """The names of whom the field stands for, as one line."""
        return line(", ".join(dict.fromkeys(self._names(self.first(field)))))

    def _names(self, value: object, deep: int = 0) -> Iterator[str]:
        if deep > 3:
            return
        if isinstance(value, list):
            for one in value[:_PEOPLE]:
                yield from self._names(one, deep + 1)
        elif isinstance(value, dict):
            known = value if "name" in value else self._by_id.get(str(value.get("@id")), {})
            yield from self._names(known.get("name"), deep + 1)
        elif isinstance(value, str) and (found := line(value)) and "://" not in found:
            yield found


def json_ld(tree: HtmlElement) -> JsonLd:
    """What the page's blocks of JSON-LD describe; what is no JSON is left out."""
    nodes = [node for _, node in zip(range(_NODES), _nodes(_values(tree)), strict=False)]
    sites = [line(n.get("name")) for n in nodes if _is(n, _SITE)]
    return JsonLd(
        tuple(n for n in nodes if _is(n, _ARTICLE)),
        tuple(n for n in nodes if _is(n, _PAGE)),
        next((name for name in sites if name), None),
        {str(n["@id"]): n for n in reversed(nodes) if "@id" in n and "name" in n},
    )


def _values(tree: HtmlElement) -> Iterator[object]:
    blocks = [
        e for e in tree.iter("script") if (e.get("type") or "").strip().lower() == "application/ld+json"
    ]
    for block in blocks[:_BLOCKS]:
        text = block.text or ""
        if len(text) <= _LONGEST:
            try:
                yield json.loads(_WRAPPING.sub("", text), strict=False)
            except (ValueError, RecursionError):
                continue


def _nodes(values: Iterator[object]) -> Iterator[Mapping[str, Any]]:
    """The descriptions at the top of each value and in its graph, and what those are about."""
    pending = [(value, 0) for value in values]
    while pending:
        value, deep = pending.pop(0)
        if isinstance(value, list):
            pending[:0] = [(inner, deep) for inner in value[:_NODES]] if deep < 4 else []
        elif isinstance(value, dict):
            yield value
            inner = [value.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage", "publisher")]
            pending[:0] = (
                [(one, deep + 1) for one in inner if isinstance(one, list | dict)] if deep < 4 else []
            )


def _is(node: Mapping[str, Any], kind: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(k, str) and kind.search(k) for k in (kinds if isinstance(kinds, list) else [kinds]))
