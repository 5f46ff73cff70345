"""What a second reading of the evidence leaves of a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing import verification, writing
from briefing.material import Material
from briefing.pipeline.options import Seat
from briefing.types import Omission, Statement, Support
from briefing.words import count_words


def verified(
    statements: Sequence[Statement],
    elsewhere: Sequence[str],
    material: Material,
    words: int,
    seat: Seat,
    cap: int,
) -> tuple[tuple[Statement, ...], tuple[Omission, ...]]:
    """The statements that their evidence says; quotations need no reading.

    One that fails gives way to a quotation of its evidence where the story's words allow one that is not
    printed yet, nor among the texts that are printed `elsewhere`; else it is dropped.
    """
    asked = [s for s in statements if s.support.verdict == "supported"]
    texts = [(s.text, material.evidence(s.text, s.citations)) for s in asked]
    holds = iter(verification.supported(seat.model, seat.templates, texts, cap))
    printed = [*elsewhere, *(s.text for s in statements)]
    left = words - sum(count_words(s.text) for s in statements)
    kept: list[Statement] = []
    omitted: list[Omission] = []
    for statement in statements:
        if statement.support.verdict == "quoted":
            kept.append(statement)
            continue
        if next(holds):
            kept.append(replace(statement, support=Support("supported", "model")))
            continue
        left += count_words(statement.text)
        instead = writing.quotation(statement.text, statement.citations, printed, statement.role)
        if instead is None or count_words(instead.text) > left:
            omitted.append(Omission(statement.text[:80], "unsupported", "its evidence does not say it"))
        else:
            left -= count_words(instead.text)
            printed.append(instead.text)
            kept.append(instead)
    return tuple(kept), tuple(omitted)
