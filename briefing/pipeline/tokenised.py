"""Documents with their tokens, a few at a time: what is made of each for a moment is held of no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing import tokens
from briefing.batches import batches
from briefing.tokens import Tokenised
from briefing.types import Document

TEXT = 1 << 21
"""Bytes of text from which on a batch is closed: tokenised, they take 30 MB for a moment."""


def tokenised(documents: Iterable[Document]) -> Iterator[tuple[Document, Tokenised]]:
    """Each document with its text tokenised, in order."""
    for batch in batches(documents, lambda document: len(document.utf8), TEXT):
        yield from zip(batch, tokens.tokenise([document.text for document in batch]), strict=True)
