"""A run's exchanges with its model, as they are kept with its brief; and the model that they play back."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from briefing.errors import (
    BudgetSpent,
    MalformedReply,
    ModelError,
    ModelRefused,
    ModelUnavailable,
    OutOfTime,
    WindowExceeded,
)
from briefing.llm.digest import asked, digest
from briefing.llm.scripted import StaleRecording
from briefing.types import Completion, Model, Request

_ERRORS: tuple[type[ModelError], ...] = (
    BudgetSpent,
    MalformedReply,
    ModelRefused,
    ModelUnavailable,
    OutOfTime,
    WindowExceeded,
)
"""What a stage tells apart; a finer error of a client is one of these to it."""


class Listener:
    """Around the cache, whose replies it hears too: notes every outcome, by the digest of what was asked."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._outcomes: dict[str, dict[str, Any]] = {}
        self._lock = threading.Lock()

    def complete(self, request: Request) -> Completion:
        """The model's reply, noted; so is an error."""
        try:
            completion = self._model.complete(request)
        except ModelError as error:
            kind = next(kind for kind in _ERRORS if isinstance(error, kind))
            self._note(request, {"error": kind.__name__, "message": str(error), **_window(error)})
            raise
        self._note(request, {"reply": completion.text})
        return completion

    def outcomes(self) -> dict[str, dict[str, Any]]:
        """Stage and reply or error of each request, sorted by its digest: plain JSON values."""
        with self._lock:
            return dict(sorted(self._outcomes.items()))

    def _note(self, request: Request, outcome: dict[str, Any]) -> None:
        with self._lock:
            self._outcomes[digest(asked(request))] = {"stage": request.stage, **outcome}


class Played:
    """Answers as the model of a kept run did; StaleRecording for a request that was not made then."""

    def __init__(self, outcomes: Mapping[str, Mapping[str, Any]]) -> None:
        self._outcomes = outcomes

    def complete(self, request: Request) -> Completion:
        """The reply, or the error, of then."""
        outcome = self._outcomes.get(digest(asked(request)))
        if outcome is None:
            raise StaleRecording(
                f"the run made no such request of stage {request.stage!r}: the prompts or the rules of the "
                "program have changed since"
            )
        if "reply" in outcome:
            return Completion(outcome["reply"])
        kind = next((k for k in _ERRORS if k.__name__ == outcome["error"]), ModelUnavailable)
        if kind is WindowExceeded:
            raise WindowExceeded(outcome["message"], outcome.get("window"))
        raise kind(outcome["message"])


def _window(error: ModelError) -> dict[str, int | None]:
    return {"window": error.window} if isinstance(error, WindowExceeded) else {}
