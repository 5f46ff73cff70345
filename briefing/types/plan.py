"""What would be done, before anything is paid for."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.types.brief import SourceEntry


@dataclass(frozen=True, slots=True)
class PlannedStory:
    """A story to be written, and the ids of its sources; `private` are those that keep it from the model."""

    id: str
    sources: tuple[str, ...]
    private: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Upper bounds, without re-asks, of what a run would ask of its model.

    `host` will receive text; None where there is no model, or every story is kept from it.
    `first_calls` and `first_tokens` are the first stage's calls and prompt tokens.
    """

    sources: tuple[SourceEntry, ...]
    stories: tuple[PlannedStory, ...]
    passages: int
    duplicate_passages: int
    host: str | None
    calls: int = 0
    first_calls: int = 0
    first_tokens: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = 0.0
