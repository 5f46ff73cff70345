"""Quotations: the stretches of a text that stand inside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile("''|``|‘‘|’’|[\"“”„‟«»‘’‚‹›'`]")
_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?![^\S\n]*\n))*")
_ELISION = re.compile(r"(?:em|tis|twas|til|cause|cuz|n|s|re|ll|ve|d|t|m|round|\d0s|\d\d)\b['’]?(?!\w)", re.I)
_DOUBLE_OPEN = frozenset({"“", "„", "‟", "«", "``", "‘‘"})
_DOUBLE_CLOSE = frozenset({"”", "»", "’’"})
_MARKS = str.maketrans(dict.fromkeys('"“”', " "))
_NESTED = 3
"""Quotations within one another: none that is printed goes deeper."""
_LOOK_AHEAD = 12  # marks; keeps the search for a later closing mark linear


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands inside one pair of outermost marks: `text` is the slice [start, end)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    double: bool
    opens: bool
    closes: bool


_Pair = tuple[int, int, int, int]
"""Where the opening mark begins and ends, and the closing one; an absent mark has no width."""


def quotations(text: str) -> tuple[Quotation, ...]:
    """Outermost quotations in order; one that is not closed runs to the end of its paragraph.

    A closing mark without an opening one (a sentence cut from a longer quotation) closes a
    quotation that begins with the paragraph.
    """
    return tuple(Quotation(start, end, text[start:end]) for _, start, end, _ in _pairs(text))


def outside(text: str) -> str:
    """The text with its quotations and their marks blanked by spaces; offsets stay."""
    pieces, at = [], 0
    for start, _, _, end in _pairs(text):
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def unmarked(text: str) -> str:
    """The text with spaces for its quotation marks, as long: what is quoted is read too."""
    for _ in range(_NESTED):  # each round bares what stood inside another quotation
        for start, begin, end, stop in [*_pairs(text)]:
            text = text[:start] + " " * (begin - start) + text[begin:end] + " " * (stop - end) + text[stop:]
    return text.translate(_MARKS)


def is_cut(text: str) -> bool:
    """Whether a quotation begins or ends outside of this text: its double marks are no pairs."""
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1


def _pairs(text: str) -> Iterator[_Pair]:
    for paragraph in _PARAGRAPH.finditer(text):
        for pair in _paired(text, paragraph.start(), paragraph.end()):
            if text[slice(*pair[1:3])].strip():
                yield pair


def _paired(text: str, start: int, end: int) -> list[_Pair]:
    marks = [m for m in _marks(text, start, end) if m.opens or m.closes]
    found: list[_Pair] = []
    opened: set[bool] = set()
    i = 0
    while i < len(marks):
        mark = marks[i]
        if mark.opens:
            opened.add(mark.double)
            closing = _closing(text, marks, i)
            if closing is None:
                return [*found, (mark.start, mark.end, end, end)]
            last = marks[closing]
            again = _reopens(last, mark)
            found.append((mark.start, mark.end, last.start, last.start if again else last.end))
            i = closing if again else closing + 1
        else:
            if mark.double not in opened and _orphan(text, mark, end):
                found = [(start, start, mark.start, mark.end)]
            i += 1
    return found


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match.group(), match.start(), match.end()
        left = text[at - 1] if at > start else " "
        right = text[after] if after < end else " "
        free = not left.isalnum() and left not in ".,!?…%)"
        if mark in _DOUBLE_OPEN or mark in _DOUBLE_CLOSE:
            yield _Mark(at, after, True, mark in _DOUBLE_OPEN, mark in _DOUBLE_CLOSE)
        elif mark in ('"', "''"):
            yield _Mark(at, after, True, free and not right.isspace(), not left.isspace())
        elif mark in "‘‚‹'`":
            opens = free and not right.isspace() and not _ELISION.match(text, after, end)
            yield _Mark(at, after, False, opens, mark == "'" and not right.isalnum() and not left.isspace())
        else:
            yield _Mark(at, after, False, False, not right.isalnum() and not left.isspace())


def _closing(text: str, marks: list[_Mark], opening: int) -> int | None:
    """The index of the mark that ends the quotation opened at `opening`."""
    first = marks[opening]
    if (curly := _curly(text, marks, opening)) is not None:
        return curly
    inner = False
    for j in range(opening + 1, len(marks)):
        mark = marks[j]
        if mark.double != first.double:
            inner = mark.double and (mark.opens or (inner and not mark.closes))
            continue
        if _reopens(mark, first):
            return j
        if mark.closes and not inner and (first.double or not _possessive(text, marks, j)):
            return j
    return None


def _curly(text: str, marks: list[_Mark], opening: int) -> int | None:
    """The index of the “curly” mark that closes one: straight marks between them are inner ones."""
    if text[marks[opening].start] != "“":
        return None
    later = range(opening + 1, min(len(marks), opening + 1 + _LOOK_AHEAD))
    found = next((j for j in later if text[marks[j].start] in "“”"), None)
    return found if found is not None and text[marks[found].start] == "”" else None


def _reopens(mark: _Mark, first: _Mark) -> bool:
    """Whether a straight mark can only open: the quotation before it was never closed."""
    return first.double and mark.double and mark.opens and not mark.closes and mark.end - mark.start == 1


def _possessive(text: str, marks: list[_Mark], j: int) -> bool:
    """Whether a single mark after "s" is an apostrophe: a later mark closes before any opens."""
    if text[marks[j].start - 1] not in "sz" or not text[marks[j].end : marks[j].end + 2].strip().isalpha():
        return False
    later = (m for m in marks[j + 1 : j + 1 + _LOOK_AHEAD] if not m.double)
    following = next(later, None)
    return following is not None and following.closes and not following.opens


def _orphan(text: str, mark: _Mark, end: int) -> bool:
    left = text[mark.start - 1] if mark.start else " "
    right = text[mark.end] if mark.end < end else " "
    if mark.double:
        return not left.isdigit() and not right.isalnum()
    return left in ".,!?…" and not right.isalnum()
