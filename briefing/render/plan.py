"""A plan: as JSON, `briefing-plan/1`, and as a few lines for a person."""

from __future__ import annotations

from briefing.render.encoding import encode
from briefing.render.escape import defang
from briefing.render.json import source_fields
from briefing.render.wording import count, without_model
from briefing.types import Plan


def plan_json(plan: Plan) -> str:
    """The plan as JSON (docs/formats.md)."""
    return encode(
        {
            "format": "briefing-plan/1",
            "sources": [source_fields(entry) for entry in plan.sources],
            "stories": [{"id": story.id, "sources": list(story.sources)} for story in plan.stories],
            "passages": plan.passages,
            "duplicate_passages": plan.duplicate_passages,
            "host": plan.host,
            "calls": plan.calls,
            "first_stage": {"calls": plan.first_calls, "prompt_tokens": plan.first_tokens},
            "prompt_tokens": plan.prompt_tokens,
            "completion_tokens": plan.completion_tokens,
            "cost_usd": plan.cost_usd,
        }
    )


def plan_text(plan: Plan) -> str:
    """What would be read, told and asked; nothing was asked yet."""
    lines = [f"{count(len(plan.sources), 'source')}, {count(len(plan.stories), 'story', 'stories')}"]
    for entry in plan.sources:
        note = f": {defang(entry.note)}" if entry.note else ""
        name = defang(entry.source.name).strip()
        lines.append(
            f"  {entry.source.id}  {entry.status:<7}  {count(entry.tokens, 'token'):>14}  {name}{note}"
        )
    for story in plan.stories:
        note = f": {without_model(story.private)}" if story.private else ""
        lines.append(f"  {story.id}  {', '.join(story.sources)}{note}")
    lines.append(f"{count(plan.passages, 'passage')}, {plan.duplicate_passages:,} of them repeated")
    if plan.host is None:
        asked = "No model is asked" if any(story.private for story in plan.stories) else "No model"
        lines.append(f"{asked}: no text leaves this machine.")
    else:
        lines += [
            f"The text goes to {defang(plan.host)}.",
            f"At most {count(plan.calls, 'call')} (re-asks apart), {plan.prompt_tokens:,} prompt and "
            f"{plan.completion_tokens:,} completion tokens.",
            f"The first stage: {count(plan.first_calls, 'call')}, about {plan.first_tokens:,} prompt tokens.",
            "The price is not known." if plan.cost_usd is None else f"At most ${plan.cost_usd:,.4f}.",
        ]
    return "\n".join(lines) + "\n"
