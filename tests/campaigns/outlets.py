"""Ten outlets that tell five invented events, two outlets each: what they publish when they are honest."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

ACCOUNTS = Path(__file__).resolve().parents[2] / "eval" / "accounts"
EVENTS = ("ferry-grounding", "hospital-water", "museum-treasurer", "rail-strike", "whale-skull")
"""Of the invented news: two outlets tell each."""


def document(number: int) -> bytes:
    """What the outlet publishes when it is honest: a page, a feed of one whole entry, or a text."""
    event = ACCOUNTS / EVENTS[number % len(EVENTS)]
    plain = (event / f"D{1 + number // len(EVENTS)}.txt").read_text(encoding="utf-8")
    head, *paragraphs = (row for row in plain.splitlines() if row.strip())
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    match number:
        case 6:
            row = f"<item><title>{head}</title><description><![CDATA[{text}]]></description></item>"
            return f'<rss version="2.0"><channel><title>Six</title>{row}</channel></rss>'.encode()
        case 7:
            entry = f'<entry><title>{head}</title><content type="html">{escape(text)}</content></entry>'
            return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Seven</title>{entry}</feed>'.encode()
        case 8:
            item = {"title": head, "content_html": text}
            return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]}).encode()
        case 9:
            return plain.encode()
        case _:
            menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(20))
            return (
                f'<!doctype html><html lang=en><head><meta charset="utf-8"><title>{head}</title></head><body>'
                f"<nav><ul>{menu}</ul></nav><article><h1>{head}</h1>{text}</article></body></html>"
            ).encode()
