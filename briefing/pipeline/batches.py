"""Documents a few at a time: what is made of each for a moment is held of no more than these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.types import Document

TEXT = 1 << 21
"""Bytes of text from which on a batch is closed: tokenised, they take 30 MB for a moment."""


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in order, in lists with about TEXT bytes of text, or one longer document at the end."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.utf8)
        if size >= TEXT:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
