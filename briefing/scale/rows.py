"""What is done to the rows of a batch, wherever they are: plain functions over lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from briefing import dedup, sentences, stories
from briefing.arrays import Hashes
from briefing.dedup.origins import news, origin
from briefing.dedup.overlap import overlaps
from briefing.dedup.sharing import neighbours
from briefing.dedup.shingles import Shingled, shingled
from briefing.sources.metadata import moment, title
from briefing.types import Document, Reading, Source

Row = dict[str, Any]


def read(texts: Sequence[str | None], titles: Sequence[str | None]) -> list[Row]:
    """Each text cleaned, with its shingles; `says` tells whether there is anything to read."""
    made = [_reading(0, text or "", named) for text, named in zip(texts, titles, strict=True)]
    rows: list[Row] = []
    for reading, shingles in zip(made, shingled(map(news, made)).each(), strict=True):
        told = {"says": bool(reading.sentences), "size": len(shingles), "shingles": shingles}
        rows.append({"digest": reading.document.id, **told, "voice": stories.voice([reading])})
    return rows


def days(published: Sequence[object]) -> list[float | None]:
    """When each text was published, in days since 1970; None where nobody knows."""
    told = (moment(when.isoformat() if isinstance(when, date) else when) for when in published)
    return [when.timestamp() / 86_400 if when else None for when in told]


def sampled(shingles: Sequence[Sequence[int]], rate: int) -> list[Hashes]:
    """The shingles of each text that are looked at."""
    return _sets(shingles).sampled(rate).each()


def paired(holders: Sequence[Sequence[int]]) -> list[Row]:
    """The pairs that each shingle makes of the documents that have it."""
    rows = []
    for listed in holders:
        pairs = list(neighbours(sorted(listed)))
        rows.append({"first": [a for a, _ in pairs], "second": [b for _, b in pairs]})
    return rows


def compared(first: Sequence[Sequence[int]], second: Sequence[Sequence[int]]) -> list[Row]:
    """The overlap of each pair of texts: shingles of both, of the first, of the second."""
    count = len(first)
    rows = []
    for found in overlaps(_sets((*first, *second)), np.arange(count), np.arange(count, 2 * count)):
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
        readings = [_reading(*row) for row in ordered]
        whole = origin(1, readings)
        voices = dedup.voices(readings, [whole])
        copies = [
            number
            for number, reading in zip(sorted(listed), readings, strict=True)
            if reading.source.id in whole.copies
        ]
        rows.append({"voice": stories.voice(voices), "copies": copies})
    return rows


def _sets(shingles: Sequence[Sequence[int]]) -> Shingled:
    return Shingled.of(np.asarray(text, np.uint64) for text in shingles)


def _reading(number: int, text: str, named: str | None) -> Reading:
    """The text as the pipeline reads it."""
    document = Document(Source(f"S{number}", f"S{number}", title=title(text, named)), text)
    return dedup.reading(document, sentences.each(document.source.id, text))[0]
