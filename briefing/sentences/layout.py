"""The layout of a text: its paragraphs, which no sentence crosses, and which of them are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

Range = tuple[int, int]

_LINE = re.compile(r"\S[^\n]*")
_BLANK = re.compile(r"\n\s*\n\s*")
_MARKER = re.compile(r"(?:(#{1,6})|[-*+•‣◦]|\d{1,3}[.)]|>+)[ \t]+(?=\S)")
_RULE = re.compile(r"([-=*_~])(?:[ \t]*\1){2,}")
_FINAL = re.compile(r"[.!?…:;,][\"”’')\]*_]*(?:\[\^?\w{1,4}\])*$")
"""The end of a sentence, with the number of a note behind it."""
_INNER = re.compile(r"[a-z]{4,}\.[\"”’')]* +[\"“‘(\[]*[A-Z]")
"""The end of a sentence before another. None of BASIL's 299 headlines has one."""

_WRAPPED = range(40, 121)
"""Widths that prose is hard-wrapped to; a text with a longer line has a paragraph on each line."""

_TITLE_WORDS = 20
_TITLE_CHARACTERS = 150
"""The longest of BASIL's 300 headlines has 19 words and 115 characters."""


def paragraphs(text: str) -> list[Range]:
    """The paragraphs in order, white space stripped; together they hold every other character.

    They end at blank lines, at list items, headings and rules, and at line ends that were set on
    purpose: not where the next line begins in lower case, or a line ends in a comma, is as full as
    hard-wrapped text is wide, or is half as full and ends like no sentence.
    """
    text = _with_plain_line_ends(text)
    found: list[Range] = []
    width: int | None = None
    for start, end in _blocks(text):
        if text.find("\n", start, end) < 0:
            found.append((start, end))
            continue
        if width is None:
            width = _wrapping_width(text)
        found += _paragraphs(text, _lines(text, start, end), width)
    return found


def _with_plain_line_ends(text: str) -> str:
    """The text with every line end as a line feed, each character still at its place."""
    for end in ("\r", "\f", "\u2028", "\u2029"):
        if end in text:
            text = text.replace("\r\n", " \n").replace(end, "\n")
    return text


def _blocks(text: str) -> Iterator[Range]:
    """What stands between blank lines, without the white space around it."""
    start = len(text) - len(text.lstrip())
    for gap in _BLANK.finditer(text, start):
        end, after = gap.span()
        while text[end - 1].isspace():
            end -= 1
        yield start, end
        start = after
    if start < len(text):
        yield start, len(text.rstrip())


def _lines(text: str, start: int, end: int) -> list[Range]:
    spans = (line.span() for line in _LINE.finditer(text, start, end))
    return [(a, a + len(text[a:b].rstrip())) if text[b - 1].isspace() else (a, b) for a, b in spans]


def _paragraphs(text: str, lines: list[Range], width: int) -> Iterator[Range]:
    start = lines[0][0]
    for line, below in pairwise(lines):
        if not _continues(text, line, below, width):
            yield start, line[1]
            start = below[0]
    yield start, lines[-1][1]


def content_start(text: str, start: int, end: int) -> int:
    """Where the paragraph's own words begin, after a Markdown marker of a heading, item or quotation."""
    marker = _MARKER.match(text, start, end)
    return marker.end() if marker else start


def is_heading(text: str, start: int, end: int, below: Range | None) -> bool:
    """Whether this paragraph, with the next one `below` it, is a Markdown heading or reads as a title."""
    marker = _MARKER.match(text, start, end)
    if marker:
        return marker[1] is not None
    if below and text[below[0]] in "=-" and _RULE.fullmatch(text, *below):
        return text.count("\n", end, below[0]) < 2
    if end - start > _TITLE_CHARACTERS or "\n" in text[start:end]:
        return False
    return _is_title(text[start:end])


def _is_title(line: str) -> bool:
    """A short line that ends like no sentence; with a final "?" or "!" its long words are capitalised."""
    words = line.split(maxsplit=_TITLE_WORDS)
    if len(words) > _TITLE_WORDS or _INNER.search(line):
        return False
    if not _FINAL.search(line):
        return True
    long = [word.lstrip("\"“‘'(") for word in words if len(word) > 4]
    return line.rstrip("\"”’')")[-1:] in "?!" and len(long) > 2 and all(word[:1].isupper() for word in long)


def _wrapping_width(text: str) -> int:
    """The width that the text is hard-wrapped to, or 0 where fewer than two lines are full."""
    lines = _lines(text, 0, len(text))
    width = max((end - start for start, end in lines if text.find(" ", start, end) >= 0), default=0)
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
    if _MARKER.match(text, *below) or text[line[0]] == "#":
        return False
    if _RULE.fullmatch(text, *below) or _RULE.fullmatch(text, *line):
        return False
    if text[below[0]].islower() or text[line[1] - 1] == ",":
        return True
    if _is_full(text, line, below, width):
        return width > 0
    return 2 * (line[1] - line[0]) > width > 0 and not _FINAL.search(text, *line)
