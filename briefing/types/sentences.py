"""Sentences kept as numbers: as values, those of a large pile weigh five times what their text does."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from briefing.types.document import Document
from briefing.types.span import Sentence, Span

_ROW = 4
"""Numbers of one sentence: that of its id, start, end, and its paragraph, doubled, with the heading's bit."""


class Sentences(Sequence[Sentence]):
    """Sentences of one document, in order; each is made anew, out of the document's text, when it is read.

    Their ids are the source's with a number, as in "S2.17".
    """

    __slots__ = ("_document", "_rows")

    def __init__(self, document: Document, sentences: Iterable[Sentence]) -> None:
        self._document = document
        self._rows = array("i")
        for s in sentences:
            number = int(s.id.rpartition(".")[2])
            self._rows.extend((number, s.span.start, s.span.end, 2 * s.paragraph + s.heading))

    def __len__(self) -> int:
        return len(self._rows) // _ROW

    def __iter__(self) -> Iterator[Sentence]:
        return self._made(self._rows)

    @overload
    def __getitem__(self, place: int) -> Sentence: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Sentence, ...]: ...
    def __getitem__(self, place: int | slice) -> Sentence | tuple[Sentence, ...]:
        chosen = range(len(self))[place]
        if isinstance(chosen, int):
            return next(self._made(self._rows[_ROW * chosen : _ROW * (chosen + 1)]))
        rows = (self._rows[_ROW * n : _ROW * (n + 1)] for n in chosen)
        return tuple(self._made(number for row in rows for number in row))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sentences):
            return NotImplemented
        return self._rows == other._rows and self._document == other._document

    def __hash__(self) -> int:
        return hash((self._document, self._rows.tobytes()))

    def _made(self, rows: Iterable[int]) -> Iterator[Sentence]:
        source, text = self._document.source.id, self._document.text
        numbers = iter(rows)
        for number, start, end, place in zip(numbers, numbers, numbers, numbers, strict=True):
            span = Span(source, start, end)
            yield Sentence(f"{source}.{number}", span, text[start:end], place >> 1, bool(place & 1))
