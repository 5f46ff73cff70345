"""How what a model proposed is named where it is left out: its words are no source's, and not ours."""

from __future__ import annotations

from briefing.plain.markup import marked_up
from briefing.plain.orders import is_order
from briefing.printable import one_line, shortened

LONGEST = 80
"""Characters."""
_STRAIGHT = str.maketrans("“”", '""')


def proposed(text: str) -> str:
    """The beginning of the words as a quotation of the model; an order, or what holds markup, is not said."""
    line = one_line(text)
    if not line or marked_up(line) or is_order(line):
        return "words of the model's"
    return f"the model's “{shortened(line, LONGEST).translate(_STRAIGHT)}”"
