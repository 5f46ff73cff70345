"""How many tokens one call may carry and one reply may have: what fits the model's window."""

from __future__ import annotations

from briefing.chain import UNLIMITED, Chain
from briefing.pipeline.seat import Seat
from briefing.pipeline.stages import MOST_TOKENS

PROMPT_TOKENS = 24_000
"""Of source text in one call, where the model's window is not known: fits every hosted model's."""
RULES_TOKENS = 1_450
"""Of rules, task and schema beside the source text, at most (doubt, the longest, has 1,417)."""
_LEAST_TEXT, _LEAST_REPLY = 200, 256
"""Tokens that are asked for even of a window in which they may not fit: its server then says so."""


def chain(seat: Seat) -> Chain:
    """The model at its seat as the stages ask it, no reply longer than its window allows."""
    return Chain(seat.model, seat.templates, reply_tokens(seat))


def text_tokens(seat: Seat) -> int:
    """Tokens of source text that one call may carry."""
    if seat.window is None:
        return PROMPT_TOKENS
    return max(_LEAST_TEXT, seat.window - RULES_TOKENS - reply_tokens(seat))


def reply_tokens(seat: Seat) -> int:
    """Tokens that any reply may have at most: a sixth of a small window, so that a slow model ends."""
    return UNLIMITED if seat.window is None else max(_LEAST_REPLY, seat.window // 6)


def stage_tokens(stage: str, seat: Seat) -> int:
    """Tokens that the reply of this stage may have at most."""
    return min(MOST_TOKENS[stage], reply_tokens(seat))
