"""The brief as Markdown."""

from __future__ import annotations

from briefing.render import escape
from briefing.render.compose import compose
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
    Page,
    Paragraph,
    Quote,
    Strong,
    after,
)
from briefing.render.wording import marked
from briefing.types import Brief


def markdown(brief: Brief) -> str:
    """The brief as Markdown; a reader follows each number to its sentence in the same document."""
    return written(compose(brief))


def written(page: Page) -> str:
    """The page as Markdown."""
    return "".join(_block(block) + after(block) for block in page).rstrip("\n") + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {escape.markdown(text.strip())}"
        case Paragraph(line):
            return _line(line)
        case Bullets(items, label):
            head = [f"**{label}**"] if label else []
            return "\n".join([*head, *(f"- {_line(item)}" for item in items)])
        case Comparisons(items, label):
            return _block(Bullets(tuple(item.line for item in items), label))
        case Evidence(items):
            return "\n".join(f"- [{n}] {_line(item)}" for n, item in items)


def _line(line: Line) -> str:
    return "".join(_inline(inline) if n else _opening(inline) for n, inline in enumerate(line))


def _opening(inline: Inline) -> str:
    return escape.opening(inline) if isinstance(inline, str) else _inline(inline)


def _inline(inline: Inline) -> str:
    match inline:
        case Emphasis(text):
            return f"*{escape.markdown(text)}*"
        case Strong(text):
            return f"**{escape.markdown(text)}**"
        case Quote(text):
            return marked(escape.markdown(text))
        case Number(value):
            return f"[{value}]"
        case Address(url):
            return f"<{url}>"
        case _:
            return escape.markdown(inline)
