"""How deep a page nests its elements, seen before anything builds a tree of it."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^>]*?(/?)>")
_FLAT = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr
    p li dt dd tr td th thead tbody tfoot option optgroup colgroup rb rt rp html head body
    """.split()
)
"""Elements that are empty, or that the next one of their kind closes."""


def depth(markup: str) -> int:
    """The most elements that are open at once; closing tags close whatever is open."""
    open_now = deepest = 0
    for match in _TAG.finditer(markup):
        closes, name, empty = match.groups()
        if name.lower() in _FLAT or empty:
            continue
        open_now = max(0, open_now - 1) if closes else open_now + 1
        deepest = max(deepest, open_now)
    return deepest
