"""An SVG among the text: its colours are the page's, and its words are said to who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.render.shell import plain


def drawing(
    width: float, height: float, told: str, parts: Iterable[str], name: str, stretched: bool = False
) -> str:
    """The drawing in user units; `told` is raw text that stands in its place, `name` its class.

    `stretched`: to whatever width it gets, its height kept.
    """
    shape = ' preserveAspectRatio="none"' if stretched else ""
    return (
        f'<svg class="{name}" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
        f'{shape} role="img" aria-label="{plain(told)}">{"".join(parts)}</svg>'
    )
