"""What a brief does not cover, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "unreadable",
    "too_large",
    "language",
    "incomplete",
    "empty",
    "duplicate",
    "off_window",
    "low_rank",
    "furniture",
    "ungrounded",
    "unsupported",
    "malformed_reply",
    "refused",
    "model_unavailable",
    "budget",
    "time_out",
    "blocked_address",
]

FAILURES: frozenset[Reason] = frozenset(
    {"unreadable", "too_large", "incomplete", "empty", "budget", "time_out", "blocked_address"}
)
"""Reasons under "Not covered" that make a brief incomplete (exit code 3)."""


@dataclass(frozen=True, slots=True)
class Omission:
    """Something that the brief does not cover: what it is, why, and in which way."""

    what: str
    why: Reason
    detail: str
