"""Documents a few at a time: what is made of each for a moment is held of no more than these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.batches import batches
from briefing.types import Document

TEXT = 1 << 21
"""Bytes of text from which on a batch is closed: tokenised, they take 30 MB for a moment."""


def few_at_once(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in order, in lists with about TEXT bytes of text."""
    return batches(documents, lambda document: len(document.utf8), TEXT)
