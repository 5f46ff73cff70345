"""One exchange with a model: what is asked, and what came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a model: messages, the JSON schema of the reply, and a cap on its tokens.

    `stage` names the link of the chain that asks ("claims"); it is the schema's name too.
    """

    stage: str
    messages: tuple[Message, ...]
    schema: Mapping[str, Any]
    max_tokens: int
    temperature: float = 0.0


@dataclass(frozen=True, slots=True)
class Completion:
    """A complete reply, and what it cost in tokens."""

    text: str
    prompt_tokens: int = 0
    completion_tokens: int = 0


class Model(Protocol):
    """The one door to a model."""

    def complete(self, request: Request) -> Completion:
        """The reply to this request.

        Raises ModelError (errors.py): unavailable, refused, truncated, over budget, or a prompt
        longer than the model's window.
        """
        ...  # pragma: no cover - a protocol
