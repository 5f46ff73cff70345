"""Find: one call that asks for disagreements and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from briefing.chain import ask
from briefing.material import Material
from briefing.types import Kind, Model
from briefing.words import one_line

if TYPE_CHECKING:
    from briefing.templates import Templates

FIND = "disagreements"
MAX_TOKENS_FIND = 4000
"""Of one reply: about 30 disagreements of two sides."""


class ProposedPosition(BaseModel):
    """One side, as a model proposes it."""

    model_config = ConfigDict(extra="forbid")

    text: str
    sentences: list[int]


class ProposedDisagreement(BaseModel):
    """A disagreement, as a model proposes it."""

    model_config = ConfigDict(extra="forbid")

    question: str
    kind: Kind
    positions: list[ProposedPosition]


class ProposedDisagreements(BaseModel):
    """The reply of the finding call."""

    model_config = ConfigDict(extra="forbid")

    disagreements: list[ProposedDisagreement] = Field(max_length=30)


def propose(
    model: Model, templates: Templates, material: Material, hints: Sequence[str], cap: int
) -> tuple[ProposedDisagreement, ...]:
    """The disagreements that the model proposes; `hints` are pairs that a local comparison found."""
    values = {**material.values(), "hints": [one_line(h) for h in hints]}
    reply = ask(model, templates, FIND, values, ProposedDisagreements, min(MAX_TOKENS_FIND, cap))
    return tuple(reply.disagreements)
