"""Why nothing came of what was read: one line for whoever asked for a brief."""

from __future__ import annotations

from briefing.pipeline.intake import Intake
from briefing.printable import one_line
from briefing.types import FAILURES, Reason, Source

_SHOWN = 3
"""Sources named in the line."""
_NAME_OTHERS = "name a SOURCE that can be read: `briefing make --help` has the kinds"
_ADVICE: dict[Reason, str] = {
    "off_window": "look further back: --since 7d, or a date",
    "low_rank": "mute fewer topics in the configuration",
    "blocked_address": "if you trust its host: allow_private_address = true beside its url, in a -c FILE",
}


def nothing(intake: Intake) -> str:
    """Why there is nothing to brief, and what to do about it; what failed comes before what is only old."""
    left = sorted(intake.entries, key=lambda entry: entry.status not in ("failed", "empty"))
    reasons = "; ".join(f"{_given(entry.source)}: {entry.note}" for entry in left[:_SHOWN])
    more = f"; and {len(left) - _SHOWN} more" if len(left) > _SHOWN else ""
    causes = [one.why for one in intake.omissions]
    failed = [why for why in causes if why in FAILURES]
    advice = next((_ADVICE[why] for why in failed or causes if why in _ADVICE), _NAME_OTHERS)
    return f"nothing to brief: {reasons or 'no source was given'}{more}; {advice}"


def _given(source: Source) -> str:
    """A source as its user calls it: by its path, where it has one."""
    return source.name if source.path in (None, "-") else one_line(source.path)
