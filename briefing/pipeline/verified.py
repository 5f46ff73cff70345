"""What a second reading of the evidence leaves of a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing import plain, verification, writing
from briefing.material import Material, fit
from briefing.pipeline.options import Seat
from briefing.types import Citation, Disagreement, Omission, Position, Statement, Support, quoted
from briefing.verification import Told
from briefing.words import capitalised, count_words


def verified(
    statements: Sequence[Statement],
    differing: Sequence[Disagreement],
    material: Material,
    words: int,
    seat: Seat,
    cap: int,
) -> tuple[tuple[Statement, ...], tuple[Disagreement, ...], tuple[Omission, ...]]:
    """The statements and the positions that their evidence says; quotations need no reading.

    A position that fails gives way to a quotation of its evidence. So does a statement, where the story's
    words allow one that is not printed yet; else it is dropped.
    """
    differing = [replace(d, question=capitalised(d.question)) for d in differing]
    asked = [Told(s.text, None, s.citations) for s in statements if s.support.verdict == "supported"]
    asked += [
        Told(p.text, d.question, p.citations)
        for d in differing
        for p in d.positions
        if p.support.verdict == "supported"
    ]
    resting = iter(verification.supported(seat.model, seat.templates, material, asked, cap))
    judged = [(s, s.citations if s.support.verdict == "quoted" else next(resting)) for s in statements]
    settled = tuple(
        replace(d, positions=tuple(_settled(position, resting) for position in d.positions))
        for d in differing
    )
    printed = [*(p.text for d in settled for p in d.positions), *(s.text for s in statements)]
    left = words - sum(count_words(s.text) for s in statements)
    kept: list[Statement] = []
    omitted: list[Omission] = []
    for statement, citations in judged:
        if citations:
            kept.append(_read(statement, citations))
            continue
        left += count_words(statement.text)
        instead = writing.quotation(statement.text, statement.citations, printed, statement.role)
        if instead is None or count_words(instead.text) > left:
            omitted.append(
                Omission(plain.proposed(statement.text), "unsupported", "its evidence does not say it")
            )
        else:
            left -= count_words(instead.text)
            printed.append(instead.text)
            kept.append(instead)
    return tuple(kept), settled, tuple(omitted)


def _read(statement: Statement, citations: tuple[Citation, ...]) -> Statement:
    if statement.support.verdict == "quoted":
        return statement
    return replace(statement, citations=citations, support=Support("supported", "model"))


def _settled(position: Position, resting: Iterator[tuple[Citation, ...] | None]) -> Position:
    """The position, or the sentence of its evidence that carries it best."""
    if position.support.verdict == "quoted":
        return position
    if citations := next(resting):
        return replace(position, citations=citations)
    best = position.citations[fit(position.text, [c.quote for c in position.citations])[0]]
    others = (c for c in position.citations if c != best)
    return replace(position, text=quoted(best.quote), citations=(best, *others), support=Support("quoted"))
