"""The seam of the mail: what carries letters, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, Self

from briefing.types import Letter, Receipt


class Post(Protocol):
    """Carries letters; within its `with` one connection serves several."""

    def send(self, letter: Letter, committing: Callable[[], None]) -> Receipt:
        """One attempt, never a second.

        `committing` is called once the recipient is accepted, before any of the content goes: so never
        where the outcome is known without it, and never twice. What it raises passes, and nothing is sent.
        Raises PostError where no letter can be sent this way: nothing of this one was.
        """
        ...  # pragma: no cover - a protocol

    def trial(self) -> str:
        """Everything but sending: connects, logs in; returns what stands, in one line.

        Raises PostError, which says what failed and what to mend.
        """
        ...  # pragma: no cover - a protocol

    def __enter__(self) -> Self: ...  # pragma: no cover - a protocol

    def __exit__(self, *_: object) -> None: ...  # pragma: no cover - a protocol
