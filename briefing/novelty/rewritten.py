"""Texts that changed under an earlier brief: one address or key, another text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.sentences import split
from briefing.types import Document
from briefing.words import matching_key

_EDITED = 0.5
"""The share of an earlier text's sentences that still stand if it was edited, and not replaced as a whole.
From .25 to .75 nothing changes."""


@dataclass(frozen=True)
class Rewritten:
    """A document of today, and the text that an earlier brief read in its place."""

    now: Document
    then: Document

    def lacks(self, quote: str) -> bool:
        """Whether the words stood in the earlier text and do not stand in today's."""
        return matching_key(quote) not in self._text

    @cached_property
    def edited(self) -> bool:
        """Whether at least half of the earlier text still stands, so that what is gone was taken out."""
        sentences = split("S0", self.then.text)
        return sum(not self.lacks(s.text) for s in sentences) >= _EDITED * len(sentences)

    @cached_property
    def _text(self) -> str:
        return matching_key(self.now.text)


def rewritten(today: Sequence[Document], past: Sequence[Document]) -> Iterator[Rewritten]:
    """Each document of today that an earlier brief read with another text; `past` has the newest first."""
    for document in today:
        then = next((d for d in past if _is_one(d, document)), None)
        if then is not None and then.id != document.id:
            yield Rewritten(document, then)


def _is_one(then: Document, now: Document) -> bool:
    """Whether both are one document; an entry of a feed may have no address but its feed's."""
    a, b = then.source, now.source
    if a.url is not None and a.url == b.url and (a.key == b.key or b.url != b.channel):
        return True
    return a.key is not None and (a.key, a.name) == (b.key, b.name)
