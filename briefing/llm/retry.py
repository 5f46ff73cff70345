"""Another attempt where a failure may pass: the one opinion about it, and the only user of tenacity."""

from __future__ import annotations

import time
from collections.abc import Callable

import tenacity

from briefing.errors import ModelUnavailable, OutOfTime
from briefing.llm.circuit import Circuit
from briefing.llm.errors import Barred, TimedOut, Transient
from briefing.types import Completion, Model, Request

ATTEMPTS = 8
TOTAL_SECONDS = 60.0
"""No attempt begins later than this after the first. Retry-After is honoured up to here; a server that
asks for more is given up at once."""

# Full jitter: the n-th wait is drawn evenly from 0 to min(8, 0.5 · 2ⁿ) seconds. Seven waits last 31.5 s at
# most, 16 s on average: of a server that only answers 500 sixteen attempts in a row fail, then the circuit is
# open, so that it holds a brief for 63 s at most.
_BLIND_WAIT = tenacity.wait_random_exponential(multiplier=0.5, max=8.0)


class Retrying:
    """Asks again after a failure that may pass, in bounded attempts and bounded time.

    Attempts are repeated after `Transient` (429, 5xx, a connection that failed, no reply in time), with
    a jittered exponential wait or as long as the server asks. Anything else is asked once.
    `sleep` and `clock` (both in seconds) are stood in for in tests.
    """

    def __init__(
        self,
        model: Model,
        attempts: int = ATTEMPTS,
        total_seconds: float = TOTAL_SECONDS,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._model = model
        self._attempts = attempts
        self._total = total_seconds
        self._sleep = sleep
        self._clock = clock
        self._circuit = Circuit(clock, 2 * attempts)

    def complete(self, request: Request) -> Completion:
        """The model's reply.

        Raises ModelUnavailable, or OutOfTime where the last attempt timed out, when no further attempt is
        allowed; other errors of the model as they come.
        """
        self._circuit.check()
        attempts = 1 if self._circuit.doubtful else self._attempts
        try:
            completion = self._retrying(attempts)(self._attempt, request)
        except Barred as error:
            self._circuit.failed(error)
            raise
        except Transient as error:
            self._circuit.failed(error)
            final = OutOfTime if isinstance(error, TimedOut) else ModelUnavailable
            raise final(str(error)) from error
        self._circuit.succeeded()
        return completion

    def _attempt(self, request: Request) -> Completion:
        try:
            return self._model.complete(request)
        except Transient as error:
            self._circuit.missed(error)
            raise

    def _retrying(self, attempts: int) -> tenacity.Retrying:
        start = self._clock()

        def enough(state: tenacity.RetryCallState) -> bool:
            too_late = self._clock() - start + state.upcoming_sleep > self._total
            return too_late or state.attempt_number >= attempts or self._circuit.doubtful

        return tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(Transient),
            stop=enough,
            wait=_wait,
            sleep=self._sleep,
            reraise=True,
        )


def _wait(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    told = error.wait if isinstance(error, Transient) else None
    return _BLIND_WAIT(state) if told is None else told
