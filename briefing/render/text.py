"""The brief as plain text: the words of the Markdown without its marks."""

from __future__ import annotations

from briefing.render.compose import compose
from briefing.render.escape import defang
from briefing.render.page import (
    Address,
    Block,
    Bullets,
    Comparisons,
    Evidence,
    Heading,
    Inline,
    Line,
    Number,
    Paragraph,
    Quote,
    after,
)
from briefing.render.wording import marked
from briefing.types import Brief


def text(brief: Brief) -> str:
    """The brief as plain text, not wrapped."""
    return "".join(_block(block) + after(block) for block in compose(brief)).rstrip("\n") + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, words):
            heading = defang(words).strip()
            return f"{heading}\n{('=' if level == 1 else '-') * min(len(heading), 80)}"
        case Paragraph(line):
            return _line(line)
        case Bullets(items, label):
            head = [f"{label}:"] if label else []
            return "\n".join([*head, *(f"- {_line(item)}" for item in items)])
        case Comparisons(items, label):
            return _block(Bullets(tuple(item.line for item in items), label))
        case Evidence(items):
            return "\n".join(f"[{n}] {_line(item)}" for n, item in items)


def _line(line: Line) -> str:
    return "".join(_inline(inline) for inline in line)


def _inline(inline: Inline) -> str:
    match inline:
        case str():
            return defang(inline)
        case Quote(words):
            return marked(defang(words))
        case Number(value):
            return f"[{value}]"
        case Address(url):
            return f"<{url}>"
        case _:
            return defang(inline.text)
