"""The whole brief at a glance: its origins, how far they agree, and what is only in one of them."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.render.html.drawing import drawing
from briefing.render.html.register import Register, citing
from briefing.render.shell import plain
from briefing.render.wording import count, listed
from briefing.types import Brief

_UNIT, _APART, _LINE = 10, 7, 18  # a square with its space; between origins; a line of squares
_WIDTH = 170
_MOST = 240  # squares of one kind that are drawn
_NAMED = 3  # shared texts that are named

Row = tuple[str, str, str, str]
"""The name of a row, its head, its drawing, and what it says (HTML)."""


def glance(brief: Brief, register: Register) -> str:
    """The figure under the masthead; "" for a brief without a story."""
    if not brief.stories:
        return ""
    rows = [_origins(brief, register), _sentences(brief, register), _disagreements(brief)]
    told = "".join(
        f'<div class="{name}"><dt>{head}</dt><dd>{figure}<p>{said}</p></dd></div>'
        for name, head, figure, said in rows
        if said
    )
    return f'<figure class="beside glance" aria-label="At a glance"><dl>{told}</dl></figure>'


def _origins(brief: Brief, register: Register) -> Row:
    """A square for each source that was read, those of one origin close together."""
    read = {e.source.id: e.status for e in brief.sources if e.status in ("used", "copy")}
    groups = [tuple(s for s in sources if s in read) for sources in register.origins.values()]
    groups = [group for group in groups if group]
    squares = [["told" if read[source] == "used" else "copy" for source in group] for group in groups]
    shared = [group for group in groups if len(group) > 1]
    said = f"{count(len(read), 'source')}, {count(len(groups), 'origin')}."
    if shared:
        names = [listed([register.name(source) for source in group]) for group in shared[:_NAMED]]
        said += " " + "; ".join(f"{group} share one text" for group in names)
        said += f"; {more:,} texts more are shared." if (more := len(shared) - _NAMED) > 0 else "."
    return "origins", "Origins", _units(squares, said), plain(said)


def _sentences(brief: Brief, register: Register) -> Row:
    """A square for each sentence, filled where it cites two origins or more."""
    told = [statement for story in brief.stories for statement in story.statements]
    spreads = sorted((register.spread(statement.citations) for statement in told), reverse=True)
    alone = sum(statement.role == "single_source" for statement in told)
    said = citing(spreads) + (f"; {alone:,} found in one source only." if alone else ".")
    squares = ["told" if spread > 1 else "one" for spread in spreads]
    return "citations", "Citations", _units([squares], said), said


def _disagreements(brief: Brief) -> Row:
    """A square for each disagreement, contradictions first."""
    strengths = sorted(d.strength for story in brief.stories for d in story.disagreements)
    said = " and ".join(
        count(strengths.count(name), name) for name in ("contradiction", "tension") if name in strengths
    )
    return "disputes", "Disagreement", _units([list(strengths)], said), f"{said}." if said else ""


def _units(groups: Sequence[Sequence[str]], told: str) -> str:
    parts, x, y = [], 0, 0
    for group in groups:
        if x and x + len(group) * _UNIT > _WIDTH:
            x, y = 0, y + _LINE
        for name in group:
            if x + _UNIT > _WIDTH:
                x, y = 0, y + _LINE
            parts.append(f'<rect class="{name}" x="{x + 0.5:g}" y="{y + 0.5:g}" width="8" height="8"/>')
            x += _UNIT
        x += _APART
        if len(parts) > _MOST:
            break
    return drawing(_WIDTH, y + _UNIT, told, parts[:_MOST], "units") if parts else ""
