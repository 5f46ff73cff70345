"""How many tokens a request has, before it is sent."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import tokens
from briefing.llm.digest import canonical
from briefing.types import Message, Request

# A chat message is wrapped in three tokens and a role, and the reply is primed with three
# (OpenAI's cookbook, "How to count tokens with tiktoken").
_PER_MESSAGE = 4
_PRIMING = 3


def prompt_tokens(messages: Sequence[Message]) -> int:
    """Tokens of the messages as OpenAI counts them, in o200k_base; the schema is not among them."""
    return _PRIMING + sum(_PER_MESSAGE + tokens.count(m.content) for m in messages)


def schema_tokens(request: Request) -> int:
    """About what a server that counts the schema adds."""
    return tokens.count(canonical(dict(request.schema)))
