"""A page as the HTML of a mail: styles in each element, no colour of ours, nothing remote, nothing that runs.

Mail programs drop style sheets, repaint colours in the dark and know little of CSS: text keeps the program's
own colours, so that it can be read in both modes, and one table holds the column for Outlook.
"""

from __future__ import annotations

from html import escape as escape_html

from briefing.render.page import (
    Address,
    Block,
    Bullets,
    Comparison,
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
)
from briefing.render.shell import plain
from briefing.render.wording import marked

_COLUMN = 600
"""Pixels: the width that mail programs show without scrolling."""
_HEADINGS = {
    1: "margin:0 0 4px;font-size:26px;line-height:1.2",
    2: "margin:32px 0 8px;font-size:20px;line-height:1.25",
}
_TEXT = "margin:0 0 14px"
_LIST = "margin:0 0 14px;padding:0 0 0 22px"
_ITEM = "margin:0 0 8px"
_LABEL = "margin:0 0 6px"
_PROOFS = "font-size:14px;line-height:1.4"
_CELL = (
    "padding:16px;text-align:left;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.5;"
    "overflow-wrap:anywhere;word-break:break-word"
)
_LINK = "color:inherit"
_NUMBER = "color:inherit;text-decoration:none"


def mail_html(page: Page, title: str, language: str) -> str:
    """The whole HTML part; `title` and `language` are raw text."""
    body = "\n".join(_block(block) for block in page)
    return f"""<!DOCTYPE html>
<html lang="{plain(language)}" style="color-scheme:light dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{plain(title).strip()}</title>
</head>
<body style="margin:0;padding:0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">
<table role="presentation" width="{_COLUMN}" cellpadding="0" cellspacing="0" border="0" \
style="width:100%;max-width:{_COLUMN}px"><tr><td style="{_CELL}">
{body}
</td></tr></table>
</td></tr></table>
</body>
</html>
"""


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f'<h{level} style="{_HEADINGS[level]}">{plain(text).strip()}</h{level}>'
        case Paragraph(line):
            return f'<p style="{_TEXT}">{_line(line)}</p>'
        case Bullets(items, label):
            return _list([_line(item) for item in items], label)
        case Comparisons(items, label):
            return _list([_comparison(item) for item in items], label)
        case Evidence(items):
            # Outlook goes to a name, not to an id.
            rows = (f'<p style="{_ITEM}"><a name="c{n}">[{n}]</a> {_line(item)}</p>' for n, item in items)
            return f'<div style="{_PROOFS}">\n' + "\n".join(rows) + "\n</div>"


def _list(items: list[str], label: str | None) -> str:
    head = f'<p style="{_LABEL}"><strong>{plain(label)}</strong></p>\n' if label else ""
    rows = "\n".join(f'<li style="{_ITEM}">{item}</li>' for item in items)
    return f'{head}<ul style="{_LIST}">\n{rows}\n</ul>'


def _comparison(comparison: Comparison) -> str:
    """Its words are those of `Comparison.line`, each side on a line of its own."""
    sides = ";<br>".join(_line(side) for side in comparison.sides)
    return f"<strong>{plain(comparison.subject)}</strong> ({plain(comparison.nature)}):<br>{sides}."


def _line(line: Line) -> str:
    return "".join(_inline(inline) for inline in line)


def _inline(inline: Inline) -> str:
    match inline:
        case Emphasis(text):
            return f"<em>{plain(text)}</em>"
        case Strong(text):
            return f"<strong>{plain(text)}</strong>"
        case Quote(text):
            return marked(plain(text))
        case Number(value):
            return f'<a href="#c{value}" style="{_NUMBER}">[{value}]</a>'
        case Address(url):
            link = escape_html(url)
            return f'<a href="{link}" style="{_LINK}">{link}</a>'
        case _:
            return plain(inline)
