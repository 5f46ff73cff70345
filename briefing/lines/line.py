"""A sentence as the detectors see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from briefing.types import Sentence


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One sentence with the origin that says it; `place` counts from 0 within its document.

    `plain` is the text with everything inside quotation marks blanked out, so that offsets stay;
    `stems` are its concepts (thesaurus), quotations included. `published` is its document's, where known.
    """

    sentence: Sentence
    origin: str
    place: int
    plain: str = field(repr=False)
    stems: frozenset[str] = field(repr=False)
    published: datetime | None = None

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.sentence.text

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.sentence.span.source
