"""What a run would ask of its model: calls and tokens, before anything is paid for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefing import chunking, tokens
from briefing.errors import NothingToBrief
from briefing.llm.load import Load
from briefing.llm.size import prompt_tokens
from briefing.material import Material
from briefing.pipeline.allotment import divide
from briefing.pipeline.intake import Intake, take_in
from briefing.pipeline.nothing import nothing
from briefing.pipeline.options import Options
from briefing.pipeline.seat import Seat
from briefing.pipeline.tokenised import tokenised
from briefing.types import Cluster, Document, Plan, PlannedStory, Unread

PASSAGE_TOKENS = 512
"""The unit in which a plan counts text."""


def plan(items: Sequence[Document | Unread], options: Options, *, seat: Seat | None = None) -> Plan:
    """What `make` would do with the same arguments, as upper bounds without re-asks.

    Raises NothingToBrief where no source gave a text to brief from.
    """
    intake = take_in(items, options)
    if not intake.clusters:
        raise NothingToBrief(nothing(intake))
    told, _ = divide(intake.clusters, options)
    clusters = [cluster for cluster, _ in told]
    whole, kept = _passages(intake)
    first, rest = (_loads(clusters, seat)) if seat else (Load(), Load())
    total = first + rest
    return Plan(
        sources=intake.entries,
        stories=tuple(PlannedStory(c.id, c.sources, seat.withheld(c) if seat else ()) for c in clusters),
        passages=whole,
        duplicate_passages=whole - kept,
        host=seat.host if seat and total.calls else None,
        calls=total.calls,
        first_calls=first.calls,
        first_tokens=first.prompt,
        prompt_tokens=total.prompt,
        completion_tokens=total.completion,
        cost_usd=seat.price(total.prompt, total.completion) if seat else 0.0,
    )


def bounds(clusters: Sequence[Cluster], seat: Seat) -> tuple[int, int]:
    """The most calls and tokens that these stories can cost, each call asked twice."""
    first, rest = _loads(clusters, seat)
    total = first + rest
    return 2 * total.calls, 2 * total.tokens


def _passages(intake: Intake) -> tuple[int, int]:
    """Passages of the briefed sources in all, and those with a sentence that is read."""
    read = {r.source.id: r.sentences for c in intake.clusters for r in c.readings}
    whole = kept = 0
    for document, text in tokenised(intake.documents.values()):
        starts = [s.span.start for s in read.get(document.source.id, ())]
        for start, end in chunking.cut(text, PASSAGE_TOKENS):
            whole += 1
            kept += bisect_left(starts, end) > bisect_left(starts, start)
    return whole, kept


def _loads(clusters: Sequence[Cluster], seat: Seat) -> tuple[Load, Load]:
    """The first stage's load, and the other stages' at most."""
    from briefing.pipeline.capacity import stage_tokens, text_tokens
    from briefing.pipeline.stages import steps

    first, rest = Load(), Load()
    for cluster in clusters:
        if seat.withheld(cluster):
            continue
        parts = Material.of(cluster).parts(text_tokens(seat), tokens.count)
        reading, *later = (stage for step in steps(cluster) for stage in step.stages)
        own = [prompt_tokens(seat.templates.render(reading, **part.values())) for part in parts]
        first += Load(len(parts), sum(own), len(parts) * stage_tokens(reading, seat))
        for stage in later:
            # a later stage sees at most the text that the first one sees, and the replies before it
            rest += Load(1, max(own) + stage_tokens(reading, seat), stage_tokens(stage, seat))
    return first, rest
