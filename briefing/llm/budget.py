"""Limits of calls, tokens and money that are never exceeded."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from briefing.errors import BudgetSpent, ModelError
from briefing.llm.fault import CutOff, Declined, Lost
from briefing.llm.prices import FREE, Price
from briefing.llm.size import prompt_tokens, schema_tokens
from briefing.types import Completion, Model, Request

# Other tokenisers make more tokens of a text than o200k_base does; the largest share that a server
# reports corrects this first guess upwards.
_SHARE = 1.15


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may use at most; None is no limit. `tokens` are prompt and completion, `cost` US dollars."""

    calls: int | None = None
    tokens: int | None = None
    cost: float | None = None


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class _Sum:
    calls: int = 0
    prompt: int = 0
    completion: int = 0

    def __add__(self, other: _Sum) -> _Sum:
        return _Sum(self.calls + other.calls, self.prompt + other.prompt, self.completion + other.completion)

    def __sub__(self, other: _Sum) -> _Sum:
        return _Sum(self.calls - other.calls, self.prompt - other.prompt, self.completion - other.completion)


class Budget:
    """Reserves before each call and settles after it; stands inside the retries, so that each attempt counts.

    Reserved are the prompt's tokens, rounded up, and `max_tokens`. A call that would fit once the calls
    under way have settled waits for them, so that no number of threads spends less of a budget than one
    does. A reply that was lost is settled as reserved: the server may have charged for it.
    """

    def __init__(self, model: Model, limits: Limits, price: Price | None) -> None:
        self._model = model
        self._limits = limits
        self._price = price or FREE
        self._spent = _Sum()
        self._reserved = _Sum()
        self._share = _SHARE
        self._settled = threading.Condition()

    def complete(self, request: Request) -> Completion:
        """The model's reply; raises BudgetSpent, and asks nobody, where the call might exceed a limit."""
        if self._limits == NO_LIMITS:
            return self._model.complete(request)
        counted = prompt_tokens(request)
        reserved = self._reserve(counted + schema_tokens(request), request.max_tokens)
        spent = reserved
        try:
            completion = self._model.complete(request)
            spent = _used(completion)
        except (CutOff, Declined) as fault:
            spent = _used(fault.completion)
            raise
        except Lost:
            raise
        except ModelError:
            spent = _Sum(calls=1)
            raise
        finally:
            self._settle(reserved, spent, counted)
        return completion

    def _reserve(self, prompt: int, completion: int) -> _Sum:
        with self._settled:
            while True:
                ask = _Sum(1, round(prompt * self._share), completion)
                if not self._exceeded(self._spent + self._reserved + ask):
                    self._reserved += ask
                    return ask
                limit = self._exceeded(self._spent + ask)
                if limit:
                    self._settled.notify_all()
                    raise BudgetSpent(f"the limit of {limit} is reached; raise it to cover more")
                self._settled.wait()

    def _settle(self, reserved: _Sum, spent: _Sum, counted: int) -> None:
        with self._settled:
            self._reserved -= reserved
            self._spent += spent
            self._share = (
                max(self._share, spent.prompt / max(counted, 1)) if spent is not reserved else self._share
            )
            self._settled.notify_all()

    def _exceeded(self, total: _Sum) -> str | None:
        limits = self._limits
        if limits.calls is not None and total.calls > limits.calls:
            return f"{limits.calls} calls (--max-calls)"
        if limits.tokens is not None and total.prompt + total.completion > limits.tokens:
            return f"{limits.tokens} tokens (--max-tokens)"
        if limits.cost is not None and self._price.cost(total.prompt, total.completion) > limits.cost:
            return f"${limits.cost:.2f} (--max-cost)"
        return None


def _used(completion: Completion) -> _Sum:
    return _Sum(1, completion.prompt_tokens, completion.completion_tokens)
