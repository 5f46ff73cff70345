"""Stage four: does the evidence say it? A model judges each statement on its cited sentences only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from briefing.chain import Reply, ask
from briefing.types import Model
from briefing.words import one_line

if TYPE_CHECKING:
    from briefing.templates import Templates

STAGE = "verification"
MAX_TOKENS = 2000
"""Of one reply: about 50 verdicts."""


class Judgement(Reply):
    """What the model makes of one statement."""

    statement: int
    verdict: Literal["supported", "unsupported", "contradicted"]
    fault: str | None


class Judgements(Reply):
    """The reply of this stage."""

    verdicts: list[Judgement] = Field(max_length=80)


def supported(
    model: Model, templates: Templates, statements: Sequence[tuple[str, Sequence[str]]], cap: int
) -> tuple[bool, ...]:
    """For each (text, evidence texts) whether the evidence says it; with no verdict it does not."""
    if not statements:
        return ()
    shown = [
        {"number": n, "text": one_line(text), "evidence": [one_line(e) for e in evidence]}
        for n, (text, evidence) in enumerate(statements, 1)
    ]

    def unanswered(reply: Judgements) -> list[str]:
        given = {v.statement for v in reply.verdicts}
        return [f"Statement {n} has no verdict" for n in range(1, len(shown) + 1) if n not in given]

    values = {"statements": shown}
    reply = ask(model, templates, STAGE, values, Judgements, min(MAX_TOKENS, cap), unanswered)
    verdicts: dict[int, str] = {}
    for judgement in reply.verdicts:
        verdicts.setdefault(judgement.statement, judgement.verdict)
    return tuple(verdicts.get(n) == "supported" for n in range(1, len(shown) + 1))
