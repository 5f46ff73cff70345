"""How deep a document nests its elements: seen in its tree, whose parser stops before it costs anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.sources.limits import DEPTH

if TYPE_CHECKING:
    from lxml.etree import _Element


def is_too_deep(tree: _Element) -> bool:
    """Whether text of it may be lost: below 256 elements lxml drops all."""
    from lxml import etree

    here = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        here += 1 if event == "start" else -1
        if here > DEPTH:
            return True
    return False
