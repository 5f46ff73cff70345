"""A statement in a source's own words: a sentence of it, verbatim, with who speaks and whom it credits."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.grounding import credited, fit, speaker
from briefing.types import Citation, Role, Statement, Support, quoted, unquoted
from briefing.words import matching_key


def of(citations: tuple[Citation, ...], role: Role) -> Statement:
    """The first of these citations as a statement, which rests on them all."""
    said = citations[0].quote
    return Statement(quoted(said), role, citations, Support("quoted"), speaker(said), credited(said))


def nearest(text: str, citations: Sequence[Citation], printed: Sequence[str], role: Role) -> Statement | None:
    """The quotation of the citation that carries the text best, of those that are not printed yet."""
    taken = {matching_key(unquoted(one)) for one in printed}
    ranked = (citations[k] for k in fit(text, [c.quote for c in citations]))
    return next((of((c,), role) for c in ranked if matching_key(c.quote) not in taken), None)
