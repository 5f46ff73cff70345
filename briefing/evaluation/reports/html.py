"""The report as one self-contained page: no script, nothing remote."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.evaluation.baseline import UNPINNED, Baseline
from briefing.evaluation.reports.chart import chart
from briefing.evaluation.reports.sections import sections
from briefing.evaluation.reports.sheet import Section, figures
from briefing.evaluation.results import Evaluation
from briefing.render.shell import plain, shell

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.2rem; margin-top: 2.2rem; }
p, li { overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; }
th, td { border-bottom: 1px solid #8886; }
th { white-space: nowrap; }
td { overflow-wrap: break-word; max-width: 34rem; }
td:first-child { min-width: 13rem; }
td:last-child:not(.figure) { min-width: 12rem; }
.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
svg { display: block; max-width: 100%; height: auto; margin: .5rem 0 1rem; }
@media print { body { max-width: none; margin: 0; } }
"""


def html(evaluation: Evaluation, baseline: Baseline = UNPINNED) -> str:
    """The whole report, its means drawn."""
    first, *rest = sections(evaluation, baseline)
    body = [f"<h1>{plain(first.title)}</h1>", *(f"<p>{plain(note)}</p>" for note in first.notes)]
    told = "\n".join([*body, *map(_section, rest)])
    return shell(first.title, "en", _STYLE, f"<main>\n{told}\n</main>")


def _section(section: Section) -> str:
    parts = [f"<h2>{plain(section.title)}</h2>", chart(section.means, section.title), _grid(section)]
    if section.notes:
        items = "\n".join(f"<li>{plain(note)}</li>" for note in section.notes)
        parts.append(f"<ul>\n{items}\n</ul>")
    return "\n".join(part for part in parts if part)


def _grid(section: Section) -> str:
    if not section.rows:
        return ""
    right = figures(section)
    head = _row("th", section.head, right)
    body = "\n".join(_row("td", row, right) for row in section.rows)
    return f'<div class="wide"><table>\n<thead>{head}</thead>\n<tbody>\n{body}\n</tbody>\n</table></div>'


def _row(tag: str, cells: Iterable[str], right: Iterable[bool]) -> str:
    kinds = (' class="figure"' if is_right else "" for is_right in right)
    told = (f"<{tag}{kind}>{plain(cell)}</{tag}>" for cell, kind in zip(cells, kinds, strict=True))
    return f"<tr>{''.join(told)}</tr>"
