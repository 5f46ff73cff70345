"""The layout of a text: its paragraphs, which no sentence crosses, and which of them are headings."""

from __future__ import annotations

import re
from itertools import pairwise

Range = tuple[int, int]

_LINE = re.compile(r"\S[^\n\r\f\u2028\u2029]*")
_BREAK = re.compile(r"\n\s*\n|\r\s*\r(?!\n)|[\f\u2029]")
_MARKER = re.compile(r"(?:(#{1,6})|[-*+•‣◦]|\d{1,3}[.)]|>+)[ \t]+(?=\S)")
_RULE = re.compile(r"([-=*_~])(?:[ \t]*\1){2,}")
_FINAL = re.compile(r"[.!?…:;,][\"”’')\]*_]*$")

_WRAPPED = range(40, 121)
"""Widths that prose is hard-wrapped to; a text with a longer line has a paragraph on each line."""

_TITLE_WORDS = 20


def paragraphs(text: str) -> list[Range]:
    """The paragraphs in order, white space stripped; together they hold every other character.

    They end at blank lines, at list items, headings and rules, and at line ends that were set on
    purpose: not where a line is as full as the text is wide, ends in a comma, or goes on in lower case.
    """
    lines = [_stripped(text, *line.span()) for line in _LINE.finditer(text)]
    if not lines:
        return []
    width = _wrapping_width(text, lines)
    found = []
    start = lines[0][0]
    for line, below in pairwise(lines):
        if not _continues(text, line, below, width):
            found.append((start, line[1]))
            start = below[0]
    found.append((start, lines[-1][1]))
    return found


def content(text: str, start: int, end: int) -> int:
    """Where the paragraph's own words begin, after a Markdown marker of a heading, item or quotation."""
    marker = _MARKER.match(text, start, end)
    return marker.end() if marker else start


def is_heading(text: str, start: int, end: int, below: Range | None) -> bool:
    """Whether this paragraph, with the next one `below` it, is a Markdown heading or reads as a title."""
    marker = _MARKER.match(text, start, end)
    if marker:
        return marker[1] is not None
    if below and text[below[0]] in "=-" and _RULE.fullmatch(text, *below):
        return not _BREAK.search(text, end, below[0])
    return "\n" not in text[start:end] and _is_title(text[start:end])


def _is_title(line: str) -> bool:
    """A short line that ends like no sentence; with a final "?" or "!" its long words are capitalised."""
    words = line.split(maxsplit=_TITLE_WORDS)
    if len(words) > _TITLE_WORDS:
        return False
    if not _FINAL.search(line):
        return True
    long = [word.lstrip("\"“‘'(") for word in words if len(word) > 4]
    return line.rstrip("\"”’')")[-1:] in "?!" and len(long) > 2 and all(word[:1].isupper() for word in long)


def _stripped(text: str, start: int, end: int) -> Range:
    return (start, start + len(text[start:end].rstrip())) if text[end - 1].isspace() else (start, end)


def _wrapping_width(text: str, lines: list[Range]) -> int:
    """The width that the text is hard-wrapped to, or 0 where fewer than two lines are full."""
    width = max(end - start for start, end in lines)
    if width not in _WRAPPED:
        return 0
    full = sum(_is_full(text, line, below, width) for line, below in pairwise(lines))
    return width if full > 1 else 0


def _is_full(text: str, line: Range, below: Range, width: int) -> bool:
    """Whether the first word of the line below would not have fitted on this one."""
    space = text.find(" ", *below)
    word = (space if space >= 0 else below[1]) - below[0]
    return line[1] - line[0] + 1 + word > width


def _continues(text: str, line: Range, below: Range, width: int) -> bool:
    if _BREAK.search(text, line[1], below[0]) or _MARKER.match(text, *below) or text[line[0]] == "#":
        return False
    if _RULE.fullmatch(text, *below) or _RULE.fullmatch(text, *line):
        return False
    if text[below[0]].islower() or text[line[1] - 1] == ",":
        return True
    return width > 0 and _is_full(text, line, below, width)
