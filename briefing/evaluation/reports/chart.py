"""Means as an SVG: a dot for each, a bar for its interval, on one axis from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.evaluation.bootstrap import Mean
from briefing.evaluation.reports.sheet import figure, interval, named
from briefing.evaluation.scores import LOWER_IS_BETTER
from briefing.render.shell import plain

_ROW, _AXIS = 22, 24  # heights, in pixels of the drawing
_LEFT, _SPAN, _RIGHT = 220, 340, 60  # widths: names, axis, figures
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


def chart(means: Mapping[str, Mean], title: str) -> str:
    """The drawing, in the colour of the text around it; hollow where less is more.

    Scores that do not lie between 0 and 1 (counts, costs) have no place on the axis; "" where none does.
    """
    drawn = {name: mean for name, mean in means.items() if _fits(mean)}
    if not drawn:
        return ""
    width, height = _LEFT + _SPAN + _RIGHT, _ROW * len(drawn) + _AXIS
    parts = [*_axis(height), *(_row(n, name, mean) for n, (name, mean) in enumerate(drawn.items()))]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" fill="currentColor" font-family="system-ui, sans-serif" '
        f'font-size="12">\n<title>{plain(title)}</title>\n' + "\n".join(parts) + "\n</svg>"
    )


def _fits(mean: Mean) -> bool:
    if not mean.of or mean.value is None:
        return False
    return 0 <= mean.value <= 1 and (mean.high is None or mean.high <= 1)


def _axis(height: int) -> Iterator[str]:
    for tick in _TICKS:
        x = _x(tick)
        yield (
            f'<line x1="{x}" y1="0" x2="{x}" y2="{height - _AXIS}" stroke="currentColor" opacity="0.2"/>'
            f'<text x="{x}" y="{height - 8}" text-anchor="middle" opacity="0.7">{tick:g}</text>'
        )


def _row(number: int, name: str, mean: Mean) -> str:
    y = number * _ROW + _ROW // 2
    value = mean.value or 0.0
    low, high = (value if end is None else end for end in (mean.low, mean.high))
    fill = "none" if name in LOWER_IS_BETTER else "currentColor"
    return (
        f"<g><title>{plain(f'{name}: {figure(mean.value)} {interval(mean)}')}</title>"
        f'<text x="{_LEFT - 12}" y="{y + 4}" text-anchor="end">{plain(named(name))}</text>'
        f'<line x1="{_x(low)}" y1="{y}" x2="{_x(high)}" y2="{y}" stroke="currentColor" stroke-width="6" '
        f'opacity="0.35"/>'
        f'<circle cx="{_x(value)}" cy="{y}" r="4.5" stroke="currentColor" stroke-width="1.5" fill="{fill}"/>'
        f'<text x="{_LEFT + _SPAN + 12}" y="{y + 4}">{figure(mean.value)}</text></g>'
    )


def _x(value: float) -> float:
    return round(_LEFT + _SPAN * value, 1)
