"""Find again, from another angle: what a reader of one source believes, and a reader of another does not."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from briefing.chain import Chain, Reply
from briefing.disagreements.finding import (
    MAX_TOKENS_FIND,
    ProposedDisagreement,
    ProposedPosition,
)
from briefing.listing import listed
from briefing.material import Material
from briefing.types import Claim, Kind

FRAMING = "framing"


class FramedPosition(Reply):
    """One side, as a model proposes it: it rests on claims."""

    text: str
    claims: list[int]


class FramedDisagreement(Reply):
    """A disagreement between claims, as a model proposes it."""

    question: str
    kind: Kind
    positions: list[FramedPosition]


class FramedDisagreements(Reply):
    """The reply of this call."""

    disagreements: list[FramedDisagreement] = Field(max_length=30)


def contrast(chain: Chain, material: Material, claims: Sequence[Claim]) -> tuple[ProposedDisagreement, ...]:
    """The disagreements that the model sees between claims, each position on its claims' sentences."""
    if not claims:
        return ()
    numbers = {sentence.span: n for n, sentence in material.numbers}
    reply = chain.ask(FRAMING, listed(claims), FramedDisagreements, MAX_TOKENS_FIND)

    def sentences(position: FramedPosition) -> list[int]:
        resting = [claims[n - 1] for n in position.claims if 1 <= n <= len(claims)]
        return [numbers[c.span] for claim in resting for c in claim.citations if c.span in numbers]

    return tuple(
        ProposedDisagreement(
            question=one.question,
            kind=one.kind,
            positions=[ProposedPosition(text=p.text, sentences=sentences(p)) for p in one.positions],
        )
        for one in reply.disagreements
    )
