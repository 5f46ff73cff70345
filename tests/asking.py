"""A small request, and models that fit on a screen."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.types import Completion, Message, Request

SCHEMA = {
    "type": "object",
    "properties": {"answer": {"type": "string"}},
    "required": ["answer"],
    "additionalProperties": False,
}


def request(text: str = "Who spoke?", stage: str = "claims", max_tokens: int = 50) -> Request:
    """A request whose user message is the text."""
    return Request(stage, (Message("system", "Answer."), Message("user", text)), SCHEMA, max_tokens)


class Fake:
    """Answers in turn with completions, texts or errors, the last one ever after; keeps what it was asked."""

    def __init__(self, *answers: Completion | str | Exception) -> None:
        self._answers: Sequence[Completion | str | Exception] = answers
        self.asked: list[Request] = []

    def complete(self, request: Request) -> Completion:
        answer = self._answers[min(len(self.asked), len(self._answers) - 1)]
        self.asked.append(request)
        if isinstance(answer, Exception):
            raise answer
        return Completion(answer, 10, 5) if isinstance(answer, str) else answer


class Time:
    """A clock that moves when somebody sleeps by it."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
