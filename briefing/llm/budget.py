"""Limits of calls, tokens and money that are never exceeded."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass

from briefing.errors import BudgetSpent, ModelError
from briefing.llm.errors import CutOff, Declined, Lost
from briefing.llm.load import Load
from briefing.llm.prices import FREE, Price
from briefing.llm.size import prompt_tokens, schema_tokens
from briefing.printable import numbered
from briefing.types import Completion, Model, Request

_FIRST_RATIO = 1.15
"""Other tokenisers make more tokens of a text than o200k_base; reported usage corrects this upwards."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may use at most; None is no limit. `tokens` are prompt and completion, `cost` US dollars."""

    calls: int | None = None
    tokens: int | None = None
    cost: float | None = None

    def exceeded(self, calls: int, tokens: int, cost: float) -> str | None:
        """The limit that so much exceeds, in words for the user; None where it exceeds none."""
        if self.calls is not None and calls > self.calls:
            return f"{numbered(self.calls, 'call')} (--max-calls)"
        if self.tokens is not None and tokens > self.tokens:
            return f"{numbered(self.tokens, 'token')} (--max-tokens)"
        if self.cost is not None and cost > self.cost:
            return f"${self.cost:g} (--max-cost)"
        return None


NO_LIMITS = Limits()


class Budget:
    """Reserves before each call and settles after it; inside the retries, so that each attempt counts.

    Reserved are the prompt's tokens, rounded up, and `max_tokens`. A call that would fit once the calls
    under way have settled waits for them: many threads spend no less of a budget than one does. A reply
    that was lost is settled as it was reserved: the server may have charged for it.
    """

    def __init__(self, model: Model, limits: Limits, price: Price | None) -> None:
        self._model = model
        self._limits = limits
        self._price = price or FREE
        self._spent = Load()
        self._reserved = Load()
        self._ratio = _FIRST_RATIO
        self._settled = threading.Condition()

    def complete(self, request: Request) -> Completion:
        """The model's reply; raises BudgetSpent, and asks nobody, where the call might exceed a limit."""
        if self._limits == NO_LIMITS:
            return self._model.complete(request)
        counted = prompt_tokens(request.messages)
        reserved = self._reserve(counted + schema_tokens(request), request.max_tokens)
        spent = reserved
        try:
            completion = self._model.complete(request)
            spent = self._used(completion, counted)
        except (CutOff, Declined) as fault:
            spent = self._used(fault.completion, counted)
            raise
        except Lost:
            raise
        except ModelError:
            spent = Load(calls=1)
            raise
        finally:
            self._settle(reserved, spent)
        return completion

    def _reserve(self, prompt: int, completion: int) -> Load:
        with self._settled:
            while True:
                wanted = Load(1, math.ceil(prompt * self._ratio), completion)
                if not self._exceeded(self._spent + self._reserved + wanted):
                    self._reserved += wanted
                    return wanted
                limit = self._exceeded(self._spent + wanted)
                if limit:
                    raise BudgetSpent(f"the limit of {limit} is reached; raise it to cover more")
                self._settled.wait()

    def _settle(self, reserved: Load, spent: Load) -> None:
        with self._settled:
            self._reserved -= reserved
            self._spent += spent
            self._settled.notify_all()

    def _used(self, completion: Completion, counted: int) -> Load:
        """What the server reports; its ratio to our count serves the next reservations."""
        with self._settled:
            self._ratio = max(self._ratio, completion.prompt_tokens / counted)
        return Load(1, completion.prompt_tokens, completion.completion_tokens)

    def _exceeded(self, total: Load) -> str | None:
        cost = self._price.cost(total.prompt, total.completion)
        return self._limits.exceeded(total.calls, total.tokens, cost)
