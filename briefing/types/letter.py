"""A mail on its way: what is sent, and what became of one attempt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["accepted", "later", "refused", "unknown"]


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one reader, ready to go.

    `id` is its Message-ID with its angle brackets; `sender` and `recipient` are the envelope's bare
    addresses, in ASCII; `content` is the whole message (RFC 5322) in ASCII with CRLF.
    """

    id: str
    sender: str
    recipient: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one attempt; `reason` is one printable line without any secret.

    accepted: the server has it. later: it has not, and said to try again, or could not be reached.
    refused: it has not, and never will. unknown: the whole message was given, and no answer came.
    """

    outcome: Outcome
    reason: str = ""
