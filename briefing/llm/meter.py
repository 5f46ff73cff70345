"""Counts what is asked of a model, and what it costs."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from briefing.errors import ModelError
from briefing.llm.errors import CutOff, Declined
from briefing.llm.prices import Price
from briefing.types import Completion, Model, Request, Usage


class Meter:
    """Passes calls on and counts each, retries and failures too; `told` hears of every change.

    `calls` are attempts, `failed_calls` those of them that brought no reply, `cached_calls` the replies
    for which nobody was asked. Tokens are those that the server reported. May be used from many threads.
    """

    def __init__(
        self, model: Model, price: Price | None, told: Callable[[Usage], None] = lambda _: None
    ) -> None:
        self._model = model
        self._price = price
        self._told = told
        self._usage = Usage()
        self._lock = threading.Lock()

    def complete(self, request: Request) -> Completion:
        """The model's reply, counted; so is an error."""
        try:
            completion = self._model.complete(request)
        except (CutOff, Declined) as fault:
            self._add(fault.completion, calls=1, failed_calls=1)
            raise
        except ModelError:
            self._add(Completion(""), calls=1, failed_calls=1)
            raise
        self._add(completion, calls=1)
        return completion

    def cached(self) -> None:
        """Counts a reply that was there already."""
        self._add(Completion(""), cached_calls=1)

    def usage(self) -> Usage:
        """What was counted so far; `cost_usd` is None after a call whose price is unknown."""
        return self._usage

    def _add(
        self, completion: Completion, calls: int = 0, failed_calls: int = 0, cached_calls: int = 0
    ) -> None:
        with self._lock:
            was = self._usage
            now = self._usage = replace(
                was,
                calls=was.calls + calls,
                failed_calls=was.failed_calls + failed_calls,
                cached_calls=was.cached_calls + cached_calls,
                prompt_tokens=was.prompt_tokens + completion.prompt_tokens,
                completion_tokens=was.completion_tokens + completion.completion_tokens,
                cost_usd=self._cost(was, completion) if calls else was.cost_usd,
            )
        self._told(now)

    def _cost(self, was: Usage, completion: Completion) -> float | None:
        if self._price is None or was.cost_usd is None:
            return None
        return was.cost_usd + self._price.cost(completion.prompt_tokens, completion.completion_tokens)
