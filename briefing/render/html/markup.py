"""The brief's own words as HTML: what the Markdown says, block by block."""

from __future__ import annotations

from html import escape

from briefing.render.page import (
    Address,
    Block,
    Bullets,
    Comparisons,
    Emphasis,
    Evidence,
    Heading,
    Inline,
    Line,
    Number,
    Paragraph,
    Quote,
    Strong,
)
from briefing.render.shell import plain
from briefing.render.wording import NARROW, marked


def block(part: Block) -> str:
    """The block as it stands in running text."""
    match part:
        case Heading(level, text):
            return f"<h{level}>{plain(text).strip()}</h{level}>"
        case Paragraph(line):
            return f"<p>{inlines(line)}</p>"
        case Bullets(items, label):
            head = f"<h3>{plain(label)}</h3>\n" if label else ""
            return head + "<ul>\n" + "\n".join(f"<li>{inlines(item)}</li>" for item in items) + "\n</ul>"
        case Comparisons(items, label):
            return block(Bullets(tuple(item.line for item in items), label))
        case Evidence(items):
            rows = "\n".join(_proof(number, line) for number, line in items)
            return f'<ul class="evidence">\n{rows}\n</ul>'


def inlines(line: Line) -> str:
    """The parts of a line, in a row; the first number of a row of them stays with the word before it."""
    around = zip((None, *line), line, (*line[1:], None), strict=False)
    return "".join(
        NARROW
        if this == " " and isinstance(after, Number) and not isinstance(before, Number)
        else _inline(this)
        for before, this, after in around
    )


def link(url: str, words: str) -> str:
    """A link out of the page; `url` is encoded already (`escape.address`)."""
    return f'<a href="{escape(url)}" rel="noopener noreferrer nofollow">{words}</a>'


def _proof(number: int, line: Line) -> str:
    """An item of the evidence; its number leads on to its place in the source."""
    return (
        f'<li id="c{number}"><a class="number" href="#p{number}" data-cite="{number}">[{number}]</a> '
        f"{inlines(line)}</li>"
    )


def _inline(inline: Inline) -> str:
    match inline:
        case Emphasis(text):
            return f"<em>{plain(text)}</em>"
        case Strong(text):
            return f"<strong>{plain(text)}</strong>"
        case Quote(text):
            return f'<span class="quote">{marked(plain(text))}</span>'
        case Number(value):
            return f'<a class="number" href="#c{value}" data-cite="{value}">[{value}]</a>'
        case Address(url):
            return link(url, escape(url))
        case _:
            return plain(inline)
