"""Where a quotation that the evidence lacks stands after all, or nearly: what a reader looks up first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefing.checking.facsimile import Facsimile
from briefing.grounding import locate
from briefing.sentences import split
from briefing.types import Sentence


def nearest(quotation: str, copy: Facsimile, sources: Iterable[str]) -> str:
    """The end of a finding: the first sentence of these sources that has it, or nearly; "" where none has."""
    for source in sources:
        if source in copy.texts and (found := locate(quotation, _sentences(source, copy.texts[source]))):
            return f"; {source} has “{found.text}”"
    return ""


@lru_cache(maxsize=64)  # a forged brief may have a thousand altered quotations of one text
def _sentences(source: str, text: str) -> tuple[Sentence, ...]:
    return split(source, text)
