"""What is counted of a brief: by its engine on the way, and of the text that it became."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """What an engine counted on its way: statements proposed, and what became of them."""

    proposed: int = 0
    dropped: int = 0
    replaced_by_quotation: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.proposed + other.proposed,
            self.dropped + other.dropped,
            self.replaced_by_quotation + other.replaced_by_quotation,
        )


@dataclass(frozen=True, slots=True)
class Checks:
    """The brief's own figures; a ratio with nothing to count is None."""

    statements: int = 0
    proposed: int = 0
    dropped: int = 0
    replaced_by_quotation: int = 0
    words: int = 0
    citation_coverage: float | None = None
    quote_fidelity: float | None = None
    numbers_grounded: float | None = None
    names_grounded: float | None = None
    source_coverage: float | None = None
    loaded_terms: int = 0
    duplicate_statements: int = 0
