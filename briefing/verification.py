"""Stage four: does the evidence say it? A model judges each statement on its cited sentences only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from briefing.chain import Reply, ask, unanswered
from briefing.material import Material
from briefing.types import Citation, Model
from briefing.words import one_line

if TYPE_CHECKING:
    from briefing.templates import Templates

STAGE = "verification"
MAX_TOKENS = 2500
"""Of one reply: about 50 verdicts."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader will read: a text, the question that stands above it, and what it rests on."""

    text: str
    question: str | None
    citations: tuple[Citation, ...]


class Judgement(Reply):
    """What the model makes of one statement; `more` are further sentences that it needs."""

    statement: int
    verdict: Literal["supported", "unsupported", "contradicted"]
    more: list[int]
    fault: str | None


class Judgements(Reply):
    """The reply of this stage."""

    verdicts: list[Judgement] = Field(max_length=80)


_MOST_NEEDED = 2
"""Further sentences that say who "he" is: more would be another statement."""


def supported(
    model: Model, templates: Templates, material: Material, told: Sequence[Told], cap: int
) -> tuple[tuple[Citation, ...] | None, ...]:
    """For each the citations that say it, its own and those that it needs beside them; None where none do.

    Each sentence is sent once, whatever rests on it. What has no verdict is not supported.
    """
    if not told:
        return ()
    shown = material.introduced([s for one in told for s in material.evidence(one.text, one.citations)])
    numbers = {sentence.span: n for n, sentence in shown.numbers}
    statements = [
        {
            "number": n,
            "text": one_line(one.text),
            "question": one.question,
            "numbers": sorted({numbers[c.span] for c in one.citations if c.span in numbers}),
        }
        for n, one in enumerate(told, 1)
    ]

    def lacking(reply: Judgements) -> list[str]:
        return unanswered("Statement", (v.statement for v in reply.verdicts), len(told))

    values = {**shown.values(), "statements": statements}
    reply = ask(model, templates, STAGE, values, Judgements, min(MAX_TOKENS, cap), lacking)
    verdicts = {v.statement: v for v in reversed(reply.verdicts)}
    return tuple(_resting(one, verdicts.get(n), shown) for n, one in enumerate(told, 1))


def _resting(one: Told, judged: Judgement | None, shown: Material) -> tuple[Citation, ...] | None:
    if judged is None or judged.verdict != "supported":
        return None
    sources = {c.span.source for c in one.citations}
    needed = [s for s in shown.find(judged.more)[:_MOST_NEEDED] if s.span.source in sources]
    return tuple(dict.fromkeys((*one.citations, *map(Citation.of, needed))))
