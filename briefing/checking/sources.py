"""Checks of sources and citations: the texts are those that were read, the quotes are in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.checking.defect import Defect
from briefing.checking.facsimile import Facsimile, Item, items, label, sha256, strings
from briefing.types import LANGUAGE, Status

CITABLE: tuple[Status, ...] = ("used", "copy")
"""What became of a source that may be cited."""


def check_sources(copy: Facsimile) -> Iterator[Defect]:
    """Identity of each text, a text for each source in use, and use of each that is cited."""
    listed = items(copy.brief, "sources")
    for name, times in Counter(label(s, "") for s in listed).items():
        if times > 1:
            yield Defect(name or "brief", "id", f"{times} sources have the id {name!r}")
    cited = {str(c.get("source")) for c in copy.citations.values()}
    for source in listed:
        name = label(source, "brief")
        embedded, digest = source.get("text"), source.get("sha256")
        if isinstance(embedded, str) and sha256(embedded) != digest:
            yield Defect(name, "sha256", "the embedded text is not the one that sha256 names")
        if (source.get("origin") is None) is not (digest is None):
            yield Defect(name, "origin", "a source has an origin where it has a text, and only there")
        if source.get("status") in CITABLE and source.get("language") not in (None, LANGUAGE):
            yield Defect(name, "language", f"told, though it is in another language ({source['language']})")
        text = copy.texts.get(name)
        if text is not None and source.get("characters") != len(text):
            yield Defect(name, "characters", f"{source.get('characters')} told, {len(text)} in the text")
        if name in cited and (status := source.get("status")) not in CITABLE:
            yield Defect(name, "status", f"cited, though it is told to be {status}")
        if text is None and (name in cited or source.get("status") == "used"):
            yield Defect(name, "text", f"no text with sha256 {digest} was found: name the file as a SOURCE")


def check_citations(copy: Facsimile) -> Iterator[Defect]:
    """Every citation resolves, is exact, and is used; every reference to one is to one that exists."""
    used = _references(copy)
    for name, citation in copy.citations.items():
        source = str(citation.get("source"))
        if source not in copy.sources:
            yield Defect(name, "source", f"there is no source {source!r}")
        elif source in copy.texts and not copy.exact(citation):
            yield Defect(name, "quote", f"the quote is not what {source} has at its offsets")
        if name not in used:
            yield Defect(name, "unused", "no statement cites it")
    for name, where in used.items():
        if name not in copy.citations:
            yield Defect(where, "citation", f"there is no citation {name!r}")
    spans = Counter(
        (c.get("source"), c.get("start"), c.get("end")) for c in copy.citations.values() if _plain(c)
    )
    for (of, start, end), times in spans.items():
        if times > 1:
            yield Defect("brief", "citation", f"{times} citations have one span: {of} [{start}, {end})")


def _plain(citation: object) -> bool:
    return isinstance(citation, dict) and all(
        isinstance(citation.get(k), str | int) for k in ("source", "start", "end")
    )


def _references(copy: Facsimile) -> dict[str, str]:
    """Where each citation is first used, by its id."""
    used: dict[str, str] = {}
    for where, statement in _cited(copy.brief):
        for name in strings(statement, "citations"):
            used.setdefault(name, where)
    return used


def _cited(brief: Item) -> Iterator[tuple[str, Item]]:
    """Everything that cites, with the id of what it stands in."""
    for story in items(brief, "stories"):
        for sentence in items(story, "sentences"):
            yield label(sentence, label(story, "brief")), sentence
        for disagreement in items(story, "disagreements"):
            for position in items(disagreement, "positions"):
                yield label(disagreement, label(story, "brief")), position
    for of in (*items(brief, "stories"), brief):
        for change in items(of, "changes"):
            for position in items(change, "now"):
                yield label(change, label(of, "brief")), position
    for mention in items(brief, "also"):
        yield "also", mention
