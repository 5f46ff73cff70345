"""What a brief lacks, in one line for whoever ran the command: why it ends with 3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from briefing.errors import ModelReason
from briefing.exits import Exit
from briefing.render.wording import REASONS, count, listed
from briefing.types import FAILURES, Brief, Reason

_NAMED = 3
"""Things named in the line."""
_MODEL: frozenset[Reason] = frozenset(get_args(ModelReason))

_ANEW = "; replies of no use are kept like all others: --no-cache asks the model anew"


def lacking(brief: Brief) -> str:
    """The line for a brief that is not complete."""
    told = list(dict.fromkeys(_lacks(brief)))
    more = len(told) - _NAMED
    named = listed([*told[:_NAMED], f"{more:,} more"] if more > 0 else told)
    line = f"the brief is not complete: {named}; see “Not covered” in it (exit code {Exit.INCOMPLETE:d})"
    return line + (_ANEW if _kept_in_vain(brief) else "")


def _kept_in_vain(brief: Brief) -> bool:
    """Whether a reply that was of no use may have come from the cache, as it will the next time."""
    return brief.usage.cached_calls > 0 and any(o.why == "malformed_reply" for o in brief.not_covered)


def _lacks(brief: Brief) -> Iterator[str]:
    if lost := brief.engine.fallbacks:
        why = next((f" ({one.detail})" for one in brief.not_covered if one.why in _MODEL), "")
        yield f"the model failed for {count(lost, 'story', 'stories')}{why}"
    for omission in brief.not_covered:
        if omission.why in FAILURES and not (lost and omission.why in _MODEL):
            yield f"{omission.what} ({REASONS[omission.why]})"
