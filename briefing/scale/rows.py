"""What is done to the rows of a batch, wherever they are: plain functions over lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from briefing import dedup, sentences, stories, tokens
from briefing.dedup.origins import news, origin
from briefing.dedup.overlap import overlaps
from briefing.dedup.shingles import Hashes, hashed, neighbours
from briefing.types import Document, Reading, Source

Row = dict[str, Any]


def read(texts: Sequence[str | None], titles: Sequence[str | None]) -> list[Row]:
    """Each text cleaned and tokenised: `ids` are those to compare, `size` of them; none: nothing to read."""
    plain = [text or "" for text in texts]
    rows: list[Row] = []
    for text, title, ids in zip(plain, titles, tokens.encode_all(plain), strict=True):
        made = _reading(0, text, title)
        compared = np.asarray(news(made, ids)).tolist() if made.sentences else []
        sizes = {"tokens": len(ids), "size": len(compared)}
        rows.append({"digest": made.document.id, **sizes, "ids": compared, "voice": stories.voice([made])})
    return rows


def shingled(ids: Sequence[Sequence[int]], rate: int) -> list[Hashes]:
    """The distinct shingles of each text that are looked at."""
    if not ids:
        return []
    texts = [np.asarray(text, np.uint32) for text in ids]
    found, holders = hashed(texts, rate)
    ends = holders.searchsorted(np.arange(1, len(texts)))
    return [np.unique(part) for part in np.split(found, ends)]


def paired(holders: Sequence[Sequence[int]]) -> list[Row]:
    """The pairs that each shingle makes of the documents that have it."""
    rows = []
    for listed in holders:
        pairs = list(neighbours(sorted(listed)))
        rows.append({"first": [a for a, _ in pairs], "second": [b for _, b in pairs]})
    return rows


def compared(first: Sequence[Sequence[int]], second: Sequence[Sequence[int]]) -> list[Row]:
    """The overlap of each pair of texts: shingles of both, of the first, of the second."""
    texts = [np.asarray(text, np.uint32) for text in (*first, *second)]
    count = len(first)
    rows = []
    for found in overlaps(texts, np.arange(count), np.arange(count, 2 * count)):
        sizes = (found.fewer, found.more) if found.first < count else (found.more, found.fewer)
        rows.append({"both": found.shared, "in_first": sizes[0], "in_second": sizes[1]})
    return rows


def told(
    numbers: Sequence[Sequence[int]], texts: Sequence[Sequence[str]], titles: Sequence[Sequence[str | None]]
) -> list[Row]:
    """What each origin says: `voice`, and the `copies` that say nothing of their own."""
    rows = []
    for listed, carried, named in zip(numbers, texts, titles, strict=True):
        ordered = sorted(zip(listed, carried, named, strict=True), key=lambda row: row[0])
        readings = [_reading(number, text, title) for number, text, title in ordered]
        whole = origin(1, readings)
        voices = dedup.voices(readings, [whole])
        copies = [
            number
            for number, reading in zip(sorted(listed), readings, strict=True)
            if reading.source.id in whole.copies
        ]
        rows.append({"voice": stories.voice(voices), "copies": copies})
    return rows


def _reading(number: int, text: str, title: str | None) -> Reading:
    """The text as the pipeline reads it."""
    document = Document(Source(f"S{number}", f"S{number}", title=title), text)
    return dedup.reading(document, sentences.split(document.source.id, text), 0)[0]
