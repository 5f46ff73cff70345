"""What a run cost, and what a part of it did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """What the run cost: calls, tokens, US dollars (None where the price is unknown), seconds."""

    calls: int = 0
    cached_calls: int = 0
    failed_calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = 0.0
    seconds: float = 0.0

    def __sub__(self, before: Usage) -> Usage:
        """What was spent since `before`; its seconds are left out."""
        cost = None
        if self.cost_usd is not None and before.cost_usd is not None:
            cost = self.cost_usd - before.cost_usd
        return Usage(
            self.calls - before.calls,
            self.cached_calls - before.cached_calls,
            self.failed_calls - before.failed_calls,
            self.prompt_tokens - before.prompt_tokens,
            self.completion_tokens - before.completion_tokens,
            cost,
        )
