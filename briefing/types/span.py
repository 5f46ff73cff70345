"""Where words stand in a text: spans, and the sentences that they mark off."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in the text of the source with id `source`."""

    source: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end}) of {self.source}")

    def hits(self, other: Span) -> bool:
        """Whether both lie in one source and overlap by at least half of the shorter one."""
        overlap = min(self.end, other.end) - max(self.start, other.start)
        return self.source == other.source and 2 * overlap >= min(
            self.end - self.start, other.end - other.start
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text` is the slice of its span; `id` ("S2.17") is all that a model ever sees of it."""

    id: str
    span: Span
    text: str
    paragraph: int = 0
    heading: bool = False
