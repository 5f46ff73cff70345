"""What plain reporting is not: front matter, datelines, markup, code, orders to a program, foreign words."""

from briefing.plain.dateline import dateline
from briefing.plain.foreign import is_foreign
from briefing.plain.front_matter import front_matter
from briefing.plain.markup import is_marked_up, marked_up
from briefing.plain.orders import is_order
from briefing.plain.proposed import proposed
from briefing.plain.signature import is_signature

__all__ = [
    "dateline",
    "front_matter",
    "is_foreign",
    "is_marked_up",
    "is_order",
    "is_plain",
    "is_signature",
    "marked_up",
    "proposed",
]


def is_plain(text: str) -> bool:
    """Whether a short text, such as a title or a name, may be printed as it is, outside quotation marks."""
    return not marked_up(text) and not is_order(text)
