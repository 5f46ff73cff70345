"""Why a source gives no text."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.types import Reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """The reason, and the detail that a reader is told."""

    why: Reason
    detail: str


def unreadable(cause: str | OSError) -> Refusal:
    """What cannot be read, in our words or the system's."""
    return Refusal("unreadable", cause if isinstance(cause, str) else (cause.strerror or str(cause)).lower())


def too_large(max_bytes: int) -> Refusal:
    """What is above the limit."""
    return Refusal("too_large", f"more than {max_bytes:,} bytes")
