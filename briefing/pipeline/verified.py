"""What a second reading of the evidence leaves of a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing import verification, writing
from briefing.pipeline.options import Seat
from briefing.types import Disagreement, Omission, Position, Statement, Support
from briefing.words import count_words


def verified(
    statements: Sequence[Statement], differing: Sequence[Disagreement], words: int, seat: Seat, cap: int
) -> tuple[tuple[Statement, ...], tuple[Disagreement, ...], tuple[Omission, ...]]:
    """The story with each statement and position as its evidence has it; quotations need no reading.

    A statement that fails gives way to a quotation of its evidence where the story's words allow one
    that is not printed yet; else it is dropped.
    """
    positions = [p for d in differing for p in d.positions]
    everything: list[Statement | Position] = [*statements, *positions]
    holds = _holds(everything, seat, cap)
    printed = [one.text for one in everything]
    left = words - sum(count_words(s.text) for s in statements)
    kept: list[Statement] = []
    omitted: list[Omission] = []
    for statement, held in zip(statements, holds, strict=False):
        if held is not False:
            kept.append(replace(statement, support=_support(statement.support, held)))
            continue
        left += count_words(statement.text)
        instead = writing.quotation(statement.citations, printed, statement.role)
        if instead is None or count_words(instead.text) > left:
            omitted.append(Omission(statement.text[:80], "unsupported", "its evidence does not say it"))
        else:
            left -= count_words(instead.text)
            printed.append(instead.text)
            kept.append(instead)
    judged = iter(holds[len(statements) :])
    settled = tuple(
        replace(d, positions=tuple(_settled(p, next(judged)) for p in d.positions)) for d in differing
    )
    return tuple(kept), settled, tuple(omitted)


def _holds(everything: Sequence[Statement | Position], seat: Seat, cap: int) -> list[bool | None]:
    """For each whether its evidence says it; None for a quotation."""
    asked = [s for s in everything if s.support.verdict == "supported"]
    texts = [(one.text, [c.quote for c in one.citations]) for one in asked]
    verdicts = iter(verification.supported(seat.model, seat.templates, texts, cap))
    return [next(verdicts) if s.support.verdict == "supported" else None for s in everything]


def _support(support: Support, held: bool | None) -> Support:
    return support if held is None else Support("supported", "model")


def _settled(position: Position, held: bool | None) -> Position:
    """The position as read, or its first citation verbatim."""
    if held is False:
        return replace(position, text=f"“{position.citations[0].quote}”", support=Support("quoted"))
    return replace(position, support=_support(position.support, held))
