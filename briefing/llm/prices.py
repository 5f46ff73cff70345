"""What well-known models cost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.llm.endpoint import is_loopback, is_openai


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per million tokens."""

    prompt: float
    completion: float

    def cost(self, prompt_tokens: int, completion_tokens: int) -> float:
        """US dollars for these tokens."""
        return (prompt_tokens * self.prompt + completion_tokens * self.completion) / 1_000_000


FREE = Price(0.0, 0.0)

# OpenAI's list prices (https://platform.openai.com/docs/pricing, standard tier, without the discount
# for cached prompts), as of August 2025; a model that is not here has no known price.
_LISTED = {
    "gpt-5": Price(1.25, 10.00),
    "gpt-5-mini": Price(0.25, 2.00),
    "gpt-5-nano": Price(0.05, 0.40),
    "gpt-4.1": Price(2.00, 8.00),
    "gpt-4.1-mini": Price(0.40, 1.60),
    "gpt-4.1-nano": Price(0.10, 0.40),
    "gpt-4o": Price(2.50, 10.00),
    "gpt-4o-mini": Price(0.15, 0.60),
    "o3": Price(2.00, 8.00),
    "o4-mini": Price(1.10, 4.40),
}
_DATED = re.compile(r"-\d{4}-\d\d-\d\d$")


def price(model: str, host: str) -> Price | None:
    """The price of a model at a host: nothing on this machine, None where it is unknown."""
    if is_loopback(host):
        return FREE
    if not is_openai(host):
        return None
    return _LISTED.get(_DATED.sub("", model))
