"""Who says what: a row for each source, a column for each sentence and each disagreement of a story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.printable import shortened
from briefing.render.escape import defang
from briefing.render.html.drawing import drawing
from briefing.render.html.register import Register, citing
from briefing.render.order import disagreements, statements
from briefing.render.shell import plain
from briefing.render.wording import count, listed
from briefing.types import Citation, Story

_ROW, _COLUMN, _LEFT, _GAP = 17, 12, 128, 14  # in pixels of the drawing
_RADIUS = 3.6
_NAME = 19  # characters of an outlet's name that fit to the left
_SMALL = 320  # what a small screen shows of it
_MOST_ROWS, _MOST_COLUMNS = 16, 36
_SIDES = ("one", "other", "third")
"""How the sides of a disagreement are marked: filled, hollow, square; further ones as the third."""

Column = Mapping[str, str]
"""The sources that a sentence or a disagreement cites, each with its mark."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The columns of a story, and the sources that are its rows, those of one origin together."""

    sentences: tuple[Column, ...]
    disputes: tuple[Column, ...]
    rows: tuple[str, ...]
    origins: Mapping[str, str]

    @classmethod
    def of(cls, story: Story, register: Register) -> Matrix:
        """The matrix of this story."""
        told = [_cited(statement.citations, "told") for statement in statements(story)]
        disputes = []
        for disagreement in disagreements(story):
            column: dict[str, str] = {}
            for n, position in enumerate(disagreement.positions):
                column = _cited(position.citations, _SIDES[min(n, 2)]) | column
            disputes.append(column)
        sources = [source for source in register.entries if source in story.sources]
        origins = {source: register.origin(source) for source in sources}
        first = {origin: n for n, origin in reversed(list(enumerate(origins.values())))}
        rows = sorted(sources, key=lambda source: first[origins[source]])
        return cls(tuple(told), tuple(disputes), tuple(rows), origins)

    def spread(self, column: Column) -> int:
        """How many origins a column rests on."""
        return len({self.origins.get(source, source) for source in column})

    @property
    def told(self) -> str:
        """What the drawing shows, in words."""
        return f"{citing([self.spread(column) for column in self.sentences])}."

    def only(self, source: str) -> int:
        """How many sentences cite this source and no other."""
        return sum(set(column) == {source} for column in self.sentences)


def matrix(story: Story, register: Register) -> str:
    """The figure; "" for a story of one source, which has nothing to compare."""
    table = Matrix.of(story, register)
    if len(table.rows) < 2:
        return ""
    rows = _busiest(table)
    names = {row: defang(register.name(row)).strip() for row in rows}
    columns = (*table.sentences, *table.disputes)[:_MOST_COLUMNS]
    gap = _GAP if table.disputes else 0
    xs = [
        _LEFT + _COLUMN * (n + 0.5) + (gap if n >= len(table.sentences) else 0) for n in range(len(columns))
    ]
    width, height = _LEFT + _COLUMN * len(columns) + gap, _ROW * len(rows)
    ys = {row: _ROW * (n + 0.5) for n, row in enumerate(rows)}
    parts = [*_ties(table, ys), *_names(names, ys, width)]
    for x, column in zip(xs, columns, strict=True):
        parts += _column(x, column, ys, joined=table.spread(column) > 1)
    if len(columns) > len(table.sentences):
        x = _LEFT + _COLUMN * len(table.sentences) + gap / 2
        parts.append(f'<line class="rule" x1="{x:g}" x2="{x:g}" y1="0" y2="{height}"/>')
    figure = drawing(width, height, f"Who says what. {table.told} {_listing(table, names)}", parts, "matrix")
    return (
        f'<figure class="beside"><div class="wide"{_focusable(width)}>{figure}</div>'
        f"<figcaption><strong>Who says what.</strong> {table.told} {_legend(table, len(rows))}"
        f"</figcaption></figure>"
    )


def _focusable(width: float) -> str:
    """What lets a keyboard scroll a drawing that is wider than a small screen."""
    return ' tabindex="0" role="group" aria-label="Who says what"' if width > _SMALL else ""


def _cited(citations: Iterable[Citation], mark: str) -> dict[str, str]:
    return {citation.span.source: mark for citation in citations}


def _busiest(table: Matrix) -> Sequence[str]:
    """The rows that are drawn, in their order: those most cited, where there are too many."""
    uses = {row: sum(row in column for column in (*table.sentences, *table.disputes)) for row in table.rows}
    kept = sorted(table.rows, key=lambda row: -uses[row])[:_MOST_ROWS]
    return [row for row in table.rows if row in kept]


def _ties(table: Matrix, ys: Mapping[str, float]) -> Iterator[str]:
    """A bracket beside the rows of one origin."""
    for origin in dict.fromkeys(table.origins[row] for row in ys):
        own = [y for row, y in ys.items() if table.origins[row] == origin]
        if len(own) > 1:
            yield f'<path class="tie" d="M6 {own[0]:g}H2V{own[-1]:g}H6"/>'


def _names(names: Mapping[str, str], ys: Mapping[str, float], width: float) -> Iterator[str]:
    for row, name in names.items():
        yield f'<line class="rule" x1="{_LEFT}" x2="{width:g}" y1="{ys[row]:g}" y2="{ys[row]:g}"/>'
        yield (
            f'<svg x="10" y="{ys[row] - _ROW / 2:g}" width="{_LEFT - 14}" height="{_ROW}">'
            f'<text y="{_ROW / 2 + 4:g}">{plain(shortened(name, _NAME))}</text></svg>'
        )


def _column(x: float, column: Column, ys: Mapping[str, float], joined: bool) -> Iterator[str]:
    marks = [(ys[source], mark) for source, mark in column.items() if source in ys]
    if joined and len(marks) > 1 and all(mark == "told" for _, mark in marks):
        ends = min(marks)[0], max(marks)[0]
        yield f'<line class="join" x1="{x:g}" x2="{x:g}" y1="{ends[0]:g}" y2="{ends[1]:g}"/>'
    for y, mark in marks:
        if mark == "third":
            yield f'<rect class="third" x="{x - 3:g}" y="{y - 3:g}" width="6" height="6"/>'
        else:
            yield f'<circle class="{mark}" cx="{x:g}" cy="{y:g}" r="{_RADIUS}"/>'


def _listing(table: Matrix, names: Mapping[str, str]) -> str:
    """The rows in words."""
    rows = (
        f"{names[row]}: cited by {sum(row in column for column in table.sentences):,}, "
        f"alone by {table.only(row):,}, in {count(sum(row in c for c in table.disputes), 'disagreement')}."
        for row in names
    )
    return " ".join(rows)


def _legend(table: Matrix, rows: int) -> str:
    told = ["A column is a sentence, joined where it cites two origins or more"]
    if table.disputes:
        told.append("right of the line, a column is a disagreement, its sides filled, hollow, square")
    if len(set(table.origins.values())) < len(table.rows):
        told.append("a bracket ties reprints of one text")
    columns = len(table.sentences) + len(table.disputes)
    hidden = {"more source": len(table.rows) - rows, "more column": columns - _MOST_COLUMNS}
    if lacking := [count(number, noun) for noun, number in hidden.items() if number > 0]:
        told.append(f"{listed(lacking)} not drawn")
    return "; ".join(told) + "."
