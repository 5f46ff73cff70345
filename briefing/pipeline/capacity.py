"""How many tokens one call may carry and one reply may have: what fits the model's window."""

from __future__ import annotations

from briefing import claims, disagreements, verification, writing
from briefing.pipeline.options import Seat

PROMPT_TOKENS = 24_000
"""Of source text in one call, where the model's window is not known: fits every hosted model's."""
RULES_TOKENS = 1_300
"""Of rules, task and schema beside the source text, at most (disagreements, the longest, has 1,297)."""
_LEAST_TEXT, _LEAST_REPLY = 200, 256
"""Tokens that are asked for even of a window in which they may not fit: its server then says so."""


def text_tokens(seat: Seat) -> int:
    """Tokens of source text that one call may carry."""
    if seat.window is None:
        return PROMPT_TOKENS
    return max(_LEAST_TEXT, seat.window - RULES_TOKENS - reply_tokens(seat))


def reply_tokens(seat: Seat) -> int:
    """Tokens that any reply may have at most: a sixth of a small window, so that a slow model ends."""
    return PROMPT_TOKENS if seat.window is None else max(_LEAST_REPLY, seat.window // 6)


def stage_tokens(stage: str, seat: Seat) -> int:
    """Tokens that the reply of this stage may have at most."""
    own = {
        claims.STAGE: claims.MAX_TOKENS,
        disagreements.FIND: disagreements.MAX_TOKENS_FIND,
        disagreements.FRAMING: disagreements.MAX_TOKENS_FIND,
        disagreements.DOUBT: disagreements.MAX_TOKENS_DOUBT,
        writing.STAGE: writing.MAX_TOKENS,
        verification.STAGE: verification.MAX_TOKENS,
    }
    return min(own[stage], reply_tokens(seat))
