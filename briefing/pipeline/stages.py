"""The stages in which a model tells a story: what is asked after what, and how long the replies are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing import claims, disagreements, verification, writing
from briefing.types import Cluster


@dataclass(frozen=True, slots=True)
class Step:
    """Stages that are asked at once, each with the tokens that its reply may have at most.

    `written` are the tokens of their longest reply on average, re-asks counted; with `each`, so many for each
    sentence of the story, and `written` at most. One origin alone is not asked what `compares` several.
    """

    stages: Mapping[str, int]
    written: int
    each: int | None = None
    compares: bool = False


_COMPARED = (disagreements.FIND, disagreements.FRAMING)
STEPS = (
    Step({claims.STAGE: claims.MAX_TOKENS}, written=2600, each=70),
    Step(dict.fromkeys(_COMPARED, disagreements.MAX_TOKENS_FIND), written=225, compares=True),
    Step({disagreements.DOUBT: disagreements.MAX_TOKENS_DOUBT}, written=95, compares=True),
    Step({writing.STAGE: writing.MAX_TOKENS}, written=570),
    Step({verification.STAGE: verification.MAX_TOKENS}, written=505),
)
"""In their order. Tokens on average of eight recorded replies to stories of 29 to 56 sentences. The size of a
story tells only those of its claims: they are off by 9 % on average; by 12 % from one number for all, by 19 %
from one in proportion to the sentences."""
MOST_TOKENS = {stage: most for step in STEPS for stage, most in step.stages.items()}
"""Of the reply of each stage, the stages in their order; each has a template of its name."""


def steps(cluster: Cluster) -> tuple[Step, ...]:
    """Those that this story goes through."""
    return tuple(step for step in STEPS if len(cluster.origins) > 1 or not step.compares)
