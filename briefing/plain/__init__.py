"""What plain reporting is not: markup and code, and words that give orders to a program."""

from briefing.plain.markup import marked_up
from briefing.plain.orders import is_order
from briefing.plain.proposed import proposed

__all__ = ["is_order", "is_plain", "marked_up", "proposed"]


def is_plain(text: str) -> bool:
    """Whether a short text, such as a title or a name, may be printed as it is, outside quotation marks."""
    return not marked_up(text) and not is_order(text)
