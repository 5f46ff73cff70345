"""Find: one call over the sentences that asks for disagreements, aspect by aspect, and for nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from briefing.chain import Chain, Reply
from briefing.material import Material
from briefing.types import Disagreement, Kind

FIND = "disagreements"
MAX_TOKENS_FIND = 4000
"""Of one reply: about 30 disagreements of two sides."""


class ProposedPosition(Reply):
    """One side, as a model proposes it."""

    text: str
    sentences: list[int]


class ProposedDisagreement(Reply):
    """A disagreement, as a model proposes it."""

    question: str
    kind: Kind
    positions: list[ProposedPosition]


class ProposedDisagreements(Reply):
    """The reply of the finding call."""

    disagreements: list[ProposedDisagreement] = Field(max_length=30)


def propose(
    chain: Chain, material: Material, local: Sequence[Disagreement]
) -> tuple[ProposedDisagreement, ...]:
    """The disagreements that the model proposes; `local` are those that a comparison without it found."""
    values = {**material.values(), "hints": [hint for one in local if (hint := _hint(one, material))]}
    reply = chain.ask(FIND, values, ProposedDisagreements, MAX_TOKENS_FIND)
    return tuple(reply.disagreements)


def _hint(one: Disagreement, material: Material) -> str:
    """The numbers of each side's leading sentence: the text stands above, and is not sent twice."""
    numbers = {sentence.span: n for n, sentence in material.numbers}
    leading = [numbers.get(p.citations[0].span) for p in one.positions]
    return " / ".join(map(str, leading)) if None not in leading else ""
