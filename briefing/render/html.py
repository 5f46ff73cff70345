"""The brief as one self-contained page: no script, nothing remote, every number a link to its evidence."""

from __future__ import annotations

from html import escape as escape_html

from briefing.render.compose import compose
from briefing.render.page import (
    Address,
    Block,
    Bullets,
    Disputes,
    Emphasis,
    Evidence,
    Heading,
    Inline,
    Line,
    Number,
    Paragraph,
    Quotation,
    Strong,
)
from briefing.render.shell import plain, shell
from briefing.render.wording import marked
from briefing.types import Brief

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 Georgia, "Times New Roman", serif; max-width: 42rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.8rem; margin-bottom: 0; }
h2 { font-size: 1.3rem; margin-top: 2.2rem; }
h1, h2 { line-height: 1.2; }
p, li { overflow-wrap: anywhere; }
li { margin: .35rem 0; }
.number { font: .75em system-ui, sans-serif; text-decoration: none; vertical-align: super; line-height: 0; }
.evidence { font-size: .9rem; list-style: none; padding: 0; }
.evidence li:target { outline: 2px solid; outline-offset: .3rem; }
@media print { body { max-width: none; margin: 0; } a { color: inherit; } }
"""


def html(brief: Brief) -> str:
    """The brief as HTML with all its disagreements; its words are those of the Markdown."""
    body = "\n".join(_block(block) for block in compose(brief, every=True))
    return shell(brief.title, brief.language, _STYLE, body)


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level}>{plain(text).strip()}</h{level}>"
        case Paragraph(line):
            return f"<p>{_line(line)}</p>"
        case Bullets(items, label):
            head = f"<p><strong>{plain(label)}</strong></p>\n" if label else ""
            return head + "<ul>\n" + "\n".join(f"<li>{_line(item)}</li>" for item in items) + "\n</ul>"
        case Disputes(items, label):
            return _block(Bullets(tuple(item.line for item in items), label))
        case Evidence(items):
            rows = (f'<li id="c{n}">[{n}] {_line(item)}</li>' for n, item in items)
            return '<ul class="evidence">\n' + "\n".join(rows) + "\n</ul>"


def _line(line: Line) -> str:
    return "".join(_inline(inline) for inline in line)


def _inline(inline: Inline) -> str:
    match inline:
        case Emphasis(text):
            return f"<em>{plain(text)}</em>"
        case Strong(text):
            return f"<strong>{plain(text)}</strong>"
        case Quotation(text):
            return marked(plain(text))
        case Number(value):
            return f'<a class="number" href="#c{value}">[{value}]</a>'
        case Address(url):
            link = escape_html(url)
            return f'<a href="{link}" rel="noopener noreferrer nofollow">{link}</a>'
        case _:
            return plain(inline)
