"""Whether a server is worth asking at all, after what happened before."""

from __future__ import annotations

import threading
from collections.abc import Callable

from briefing.errors import ModelError, ModelUnavailable
from briefing.llm.errors import Barred, Silent, Transient, Unreachable

CALLS = 2
"""Calls in a row that failed for good: one alone may be chance. Not swept."""
REST = 30.0
"""Seconds for which a server that failed is not asked: most calls of a brief then fail at once. Not swept."""


class Circuit:
    """Remembers that a server failed, so that the next story does not wait for it the whole time again.

    It opens after CALLS in a row that failed for good, or after `attempts` in a row, of however many calls
    at once, that the server did not ask to be made later; after one where nobody listened; after one where
    nothing came in time and nothing ever had. While it is open, calls fail at once; REST seconds later the
    next may try, with one attempt. A wrong key opens it for ever. May be used from many threads.
    """

    def __init__(self, clock: Callable[[], float], attempts: int) -> None:
        self._clock = clock
        self._attempts = attempts
        self._missed = 0
        self._failed = 0
        self._opened = 0.0
        self._answered = False
        self._last: ModelError | None = None
        self._lock = threading.Lock()

    def check(self) -> None:
        """Raises what was last heard of the server while it is not worth asking."""
        with self._lock:
            last = self._last
            resting = self._clock() - self._opened < REST
            if isinstance(last, Barred):
                raise Barred(str(last))
            if last is not None and self.doubtful and resting:
                raise ModelUnavailable(f"not asked again for now: {last}")

    @property
    def doubtful(self) -> bool:
        """Whether one attempt is enough to find out."""
        return self._missed >= self._attempts or self._failed >= CALLS

    def succeeded(self) -> None:
        """A reply came."""
        with self._lock:
            self._answered, self._missed, self._failed, self._last = True, 0, 0, None

    def missed(self, error: Transient) -> None:
        """An attempt failed; another may follow."""
        with self._lock:
            if isinstance(error, Silent) and not self._answered:
                self._failed = CALLS
            self._missed += error.wait is None
            self._opened, self._last = self._clock(), error

    def failed(self, error: Transient | Barred) -> None:
        """A call failed for good."""
        with self._lock:
            self._failed = CALLS if isinstance(error, Unreachable) else self._failed + 1
            self._opened, self._last = self._clock(), error
