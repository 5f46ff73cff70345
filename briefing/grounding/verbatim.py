"""Verbatim: whether words stand in a text as they are quoted, shapes of marks and case apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.words import matching_key

_MARKS = re.compile(r"(?<!\w)['\"]+|['\"]+(?!\w)")  # the apostrophe of "we're" is a letter of it
_GAP = re.compile(r"\s*(?:\[?(?:\.\.\.|…)\]?|\. \. \.)\s*")
_RIM = " .,;:!?-"


def is_one_of(text: str, sentences: Iterable[str]) -> bool:
    """Whether the text is the whole of one of the sentences, word for word."""
    key = matching_key(text)
    return any(matching_key(sentence) == key for sentence in sentences)


def stands(quotation: str, evidence: Sequence[str]) -> bool:
    """Whether one of the texts has the quotation: whole words in a row; "…" is a gap within that text.

    Words of two texts make no quotation, for nobody said them in one breath.
    """
    pieces = [piece for part in _GAP.split(quotation) if (piece := folded(part).strip(_RIM))]
    return not pieces or any(_in_order(pieces, folded(text)) for text in evidence)


def folded(text: str) -> str:
    """The text as quotations are compared: case, white space, shapes of marks and dashes folded."""
    parted = matching_key(text).replace("...", "…").replace('""', '" "')  # one ends here, the next begins
    return " ".join(_MARKS.sub("", parted).split())


def occurrences(words: str, text: str) -> Iterator[int]:
    """Where the words begin in the text, no word cut in two; both are folded."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() and words[0].isalnum()) and not (
            text[end : end + 1].isalnum() and words[-1].isalnum()
        ):
            yield at
        at = text.find(words, at + 1)


def _in_order(pieces: Sequence[str], text: str) -> bool:
    at = 0
    for piece in pieces:
        found = next((start for start in occurrences(piece, text) if start >= at), -1)
        if found < 0:
            return False
        at = found + len(piece)
    return True
