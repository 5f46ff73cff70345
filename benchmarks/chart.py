"""The results of a job as a bar chart in SVG."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from benchmarks.race import Result

_WIDTH, _ROW, _LABEL, _TOP = 760, 26, 220, 40


def chart(title: str, results: Sequence[Result]) -> str:
    """One bar a contender, by speed; ours stand out."""
    fastest = max(result.speed for result in results)
    height = _TOP + _ROW * len(results) + 10
    bars = "".join(_bar(place, result, fastest) for place, result in enumerate(results))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="sans-serif" font-size="13" role="img" aria-label="{escape(title)}">'
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>'
        f'<text x="10" y="24" font-size="15" font-weight="bold">{escape(title)}</text>{bars}</svg>\n'
    )


def _bar(place: int, result: Result, fastest: float) -> str:
    y = _TOP + place * _ROW
    width = max(1.0, (_WIDTH - _LABEL - 150) * result.speed / fastest)
    colour = "#1b5e8c" if result.contender.startswith("briefing") else "#b9c4cc"
    figure = f"{result.speed:,.3g} {result.unit}/s"
    return (
        f'<text x="{_LABEL - 8}" y="{y + 16}" text-anchor="end">{escape(result.contender)}</text>'
        f'<rect x="{_LABEL}" y="{y + 3}" width="{width:.0f}" height="{_ROW - 8}" fill="{colour}"/>'
        f'<text x="{_LABEL + width + 6:.0f}" y="{y + 16}">{figure}</text>'
    )
