"""The page around a body of HTML: self-contained, and forbidden to load, run or send anything."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from briefing.render.escape import defang


def shell(title: str, language: str, style: str, body: str) -> str:
    """A whole page; `style` is CSS and `body` HTML, `title` and `language` are raw text."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return f"""<!DOCTYPE html>
<html lang="{plain(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{plain(title).strip()}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def plain(text: str) -> str:
    """Text as HTML shows it, cleaned and defanged."""
    return escape(defang(text))
