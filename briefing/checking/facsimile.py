"""A brief as it was read from JSON: those parts of it whose types are right (`shape` reports the others)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Facsimile:
    """The readable parts: sources and citations by id, and each source's text where it is found."""

    brief: Item
    sources: Mapping[str, Item]
    citations: Mapping[str, Item]
    texts: Mapping[str, str]
    """By source id."""

    @classmethod
    def of(cls, brief: Item, texts: Mapping[str, str]) -> Facsimile:
        """`texts` by the SHA-256 of their UTF-8; a text that the brief embeds stands in for a missing one."""
        sources = {s["id"]: s for s in items(brief, "sources") if isinstance(s.get("id"), str)}
        cited = brief.get("citations")
        citations = (
            {k: c for k, c in cited.items() if isinstance(c, Mapping)} if isinstance(cited, Mapping) else {}
        )
        found: dict[str, str] = {}
        for name, source in sources.items():
            digest, embedded = source.get("sha256"), source.get("text")
            if isinstance(digest, str) and digest in texts:
                found[name] = texts[digest]
            elif isinstance(embedded, str) and sha256(embedded) == digest:
                found[name] = embedded
        return cls(brief, sources, citations, found)

    def quotes(self, statement: Item) -> tuple[str, ...]:
        """The quotes of the statement's citations that exist."""
        return tuple(c["quote"] for c in self.cited(statement) if isinstance(c.get("quote"), str))

    def cited(self, statement: Item) -> list[Item]:
        """The citations of the statement that exist."""
        return [self.citations[c] for c in strings(statement, "citations") if c in self.citations]

    def origins(self, names: Sequence[str]) -> frozenset[str]:
        """The origins of these sources; one without an origin of its own counts by its id."""
        return frozenset(str(self.sources.get(n, {}).get("origin") or n) for n in names)

    def sources_cited(self, statement: Item) -> tuple[str, ...]:
        """The ids of the sources that the statement cites, each once, in order."""
        return tuple(dict.fromkeys(str(c.get("source")) for c in self.cited(statement)))

    def exact(self, citation: Item) -> bool:
        """Whether the quote is the slice of the source's text."""
        text, start, end = (
            self.texts.get(str(citation.get("source"))),
            citation.get("start"),
            citation.get("end"),
        )
        if text is None or not isinstance(start, int) or not isinstance(end, int):
            return False
        return 0 <= start < end <= len(text) and text[start:end] == citation.get("quote")


def items(value: Item, field: str) -> list[Item]:
    """The objects in the list under `field`; empty where there is no list."""
    found = value.get(field)
    return [x for x in found if isinstance(x, Mapping)] if isinstance(found, list) else []


def strings(value: Item, field: str) -> list[str]:
    """The strings in the list under `field`; empty where there is no list."""
    found = value.get(field)
    return [x for x in found if isinstance(x, str)] if isinstance(found, list) else []


def label(value: Item, otherwise: str) -> str:
    """The id of an object, or what stands in for it."""
    found = value.get("id")
    return found if isinstance(found, str) and found else otherwise


def sha256(text: str) -> str:
    """The digest of the text's UTF-8 in hexadecimal; a lone surrogate counts as its three bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
