"""Checks of one statement: it is cited, and its evidence has its words, numbers, names and speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.checking.defect import Defect
from briefing.checking.facsimile import Facsimile, Item, strings
from briefing.checking.nearest import nearest
from briefing.checking.shape import instant
from briefing.grounding.attribution import unnamed
from briefing.grounding.verbatim import is_one_of
from briefing.grounding.verdict import faults


def check_statement(copy: Facsimile, statement: Item, where: str) -> Iterator[Defect]:
    """Every fault of a sentence or a position against the sentences that it cites."""
    text, support = statement.get("text"), statement.get("support")
    if not strings(statement, "citations"):
        yield Defect(where, "uncited", "a statement without a citation")
    if not isinstance(text, str):
        return
    if not text.strip():
        yield Defect(where, "shape", "a statement without words")
    quotes, listed = copy.quotes(statement), copy.sources_cited(statement)
    speaker, via = (x if isinstance(x := statement.get(f), str) else None for f in ("attributed_to", "via"))
    if via and unnamed(via, quotes):
        yield Defect(where, "via", f"{via} is not named in the evidence")
    if isinstance(support, Mapping) and support.get("verdict") == "quoted":
        if not _is_quotation(text, quotes):
            hint = nearest(text.strip("“”"), copy, listed)
            wrong = "the text is not one verbatim sentence of its evidence inside “ ”"
            yield Defect(where, "quoted", wrong + hint)
        if speaker and unnamed(speaker, quotes):
            yield Defect(where, "speaker", f"{speaker} is not named in the evidence")
        return
    cited = copy.cited(statement)
    published = [instant(copy.sources.get(str(c.get("source")), {}).get("published")) for c in cited]
    for fault in faults(text, quotes, attributed_to=speaker, published=published):
        hint = nearest(fault.words, copy, listed) if fault.kind == "quotation" else ""
        yield Defect(where, fault.kind, fault.detail + hint)


def check_position(copy: Facsimile, position: Item, where: str) -> Iterator[Defect]:
    """The same, and the sources that it lists are those that it cites."""
    yield from check_statement(copy, position, where)
    listed, cited = strings(position, "sources"), copy.sources_cited(position)
    if tuple(listed) != cited:
        yield Defect(where, "sources", f"a position lists {listed} and cites {list(cited)}")


def _is_quotation(text: str, quotes: tuple[str, ...]) -> bool:
    """Whether the text is a whole sentence of its evidence between quotation marks."""
    inside = text[1:-1]
    return text[:1] == "“" and text[-1:] == "”" and bool(inside.strip()) and is_one_of(inside, quotes)
