"""A source's text as a strip, from its first word to its last: where the brief has drawn from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from briefing.render.html.context import Range, merged
from briefing.render.html.drawing import drawing
from briefing.render.wording import count

_WIDTH, _HEIGHT = 600, 12
_LEAST = 3  # what is narrower cannot be seen


def strip(length: int, ranges: Mapping[int, Range], disputed: Collection[int]) -> str:
    """The strip of a text of this many characters; `disputed` are the citations of disagreements."""
    parts = [f'<rect class="ground" width="{_WIDTH}" height="{_HEIGHT}"/>']
    for number in sorted(ranges, key=lambda n: n in disputed):
        parts.append(_mark(number, ranges[number], length, "disputed" if number in disputed else "told"))
    return drawing(_WIDTH, _HEIGHT, drawn(length, ranges), parts, "strip", stretched=True)


def drawn(length: int, ranges: Mapping[int, Range]) -> str:
    """How much of the text the brief cites, in words."""
    if not ranges:
        return "The brief cites nothing of it."
    places = merged(ranges.values())
    share = sum(end - start for start, end in places) / length
    told = f"The brief cites {count(len(ranges), 'passage')} of it, {share:.0%} of its text"
    rest = length - max(end for _, end in places)
    return f"{told}, and nothing of its last {rest / length:.0%}." if rest > length / 4 else f"{told}."


def _mark(number: int, span: Range, length: int, kind: str) -> str:
    x, width = (_WIDTH * part / length for part in (span[0], span[1] - span[0]))
    return (
        f'<rect class="{kind}" data-cited="{number}" x="{min(x, _WIDTH - _LEAST):.1f}" '
        f'width="{max(width, _LEAST):.1f}" height="{_HEIGHT}"/>'
    )
