"""Mails that did not go out, in words: how many, to whom, of when, why; and what to do where refused."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.state import Posted
from briefing.words import numbered

IF_REFUSED = (
    "if the address is right, `briefing send --resume` tries it again; if not, mend it under [mail]: "
    "`briefing show` prints the brief"
)
"""The same letter goes to the same address: one that was mistyped is of use to new letters only."""


def counted(mails: Sequence[Posted]) -> str:
    """How many, to whom, of when; at least one is wanted."""
    to = ", ".join(dict.fromkeys(one.letter.recipient for one in mails))
    return f"{numbered(len(mails), 'mail')} to {to} of {mails[0].as_of:%Y-%m-%d %H:%M}"


def reasons(mails: Sequence[Posted]) -> str:
    """Why, in brackets after a space, each reason once; nothing where none is known."""
    known = dict.fromkeys(one.reason for one in mails if one.reason)
    return f" ({'; '.join(known)})" if known else ""
