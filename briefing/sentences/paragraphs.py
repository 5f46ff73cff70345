"""The paragraphs of a text: what no sentence crosses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"\S[^\n\r\f\u2028\u2029]*")
_BREAK = re.compile(r"\n\s*\n|\r\s*\r(?!\n)|[\f\u2029]")
_MARKER = re.compile(r"(?:#{1,6}|[-*+•‣◦]|\d{1,3}[.)]|>+)[ \t]+(?=\S)")
_RULE = re.compile(r"([-=*_~])(?:[ \t]*\1){2,}\s*")
_FINAL = re.compile(r"[.!?…:;,][\"”’')\]*_]*$")

_PROSE = 120
"""Longer lines are whole paragraphs: hard-wrapped text is set 60 to 100 wide."""

_WRAPPED = 40
_TITLE_WORDS = 20


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Half-open range of code points; `content` is where its words begin, after a Markdown marker."""

    start: int
    content: int
    end: int
    heading: bool


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs in order; together they hold every character that is not white space.

    They end at blank lines, at list items and headings, and at line ends that were set on purpose:
    where the next line's first word would have fitted, or lines are long enough to be paragraphs.
    """
    lines = [(m.start(), m.start() + len(m[0].rstrip())) for m in _LINE.finditer(text)]
    width = _wrapping_width(text, lines)
    found = []
    first = 0
    for n in range(1, len(lines) + 1):
        if n == len(lines) or not _continues(text, lines[n - 1], lines[n], width):
            below = lines[n] if n < len(lines) else None
            found.append(_paragraph(text, lines[first], lines[n - 1], below))
            first = n
    return found


def _wrapping_width(text: str, lines: list[tuple[int, int]]) -> int:
    """The width that the text is hard-wrapped to, or 0 where it is not."""
    if len(lines) < 2:
        return 0
    width = max(end - start for start, end in lines)
    if not _WRAPPED <= width <= _PROSE:
        return 0
    full = sum(_is_full(text, a, b, width) for a, b in pairwise(lines))
    return width if full > 1 else 0


def _is_full(text: str, line: tuple[int, int], below: tuple[int, int], width: int) -> bool:
    """Whether the first word of the line below would not have fitted on this one."""
    space = text.find(" ", below[0], below[1])
    word = (space if space >= 0 else below[1]) - below[0]
    return line[1] - line[0] + 1 + word > width


def _continues(text: str, line: tuple[int, int], below: tuple[int, int], width: int) -> bool:
    if _BREAK.search(text, line[1], below[0]) or _MARKER.match(text, below[0], below[1]):
        return False
    if _RULE.fullmatch(text, *below) or _RULE.fullmatch(text, *line) or text.startswith("#", line[0]):
        return False
    if text[below[0]].islower() or text[line[1] - 1] == ",":
        return True
    return width > 0 and _is_full(text, line, below, width)


def _paragraph(
    text: str, first: tuple[int, int], last: tuple[int, int], below: tuple[int, int] | None
) -> Paragraph:
    start, end = first[0], last[1]
    marker = _MARKER.match(text, start, end)
    content = marker.end() if marker else start
    if marker and text[start] != "#":
        heading = False
    elif marker:
        heading = True
    else:
        underlined = below is not None and text[below[0]] in "=-" and bool(_RULE.fullmatch(text, *below))
        heading = underlined or (first == last and _is_title(text[start:end]))
    return Paragraph(start, content, end, heading)


def _is_title(line: str) -> bool:
    """A short line that ends like no sentence; with a final "?" or "!" its words are capitalised."""
    words = line.split(maxsplit=_TITLE_WORDS)
    if len(words) > _TITLE_WORDS:
        return False
    if not _FINAL.search(line):
        return True
    long = [word.lstrip("\"“‘'(") for word in words if len(word) > 4]
    return line.rstrip("\"”’')")[-1:] in "?!" and len(long) > 2 and all(word[0:1].isupper() for word in long)
