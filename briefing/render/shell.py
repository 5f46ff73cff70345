"""The page around a body of HTML: self-contained, and forbidden to load or send anything."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from briefing.render.escape import defang


def shell(title: str, language: str, style: str, body: str, script: str = "") -> str:
    """A whole page; `style` is CSS, `body` HTML and `script` JavaScript; `title` and `language` are raw.

    The one style sheet and the one script are allowed by their digests; nothing else loads or runs.
    """
    policy = ["default-src 'none'", f"style-src {_digest(style)}"]
    if script:
        policy += [
            f"script-src {_digest(script)}",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    policy += ["base-uri 'none'", "form-action 'none'"]
    run = f"<script>{script}</script>\n" if script else ""
    return f"""<!DOCTYPE html>
<html lang="{plain(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{"; ".join(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{plain(title).strip()}</title>
<style>{style}</style>
</head>
<body>
{body}
{run}</body>
</html>
"""


def plain(text: str) -> str:
    """Text as HTML shows it, cleaned and defanged."""
    return escape(defang(text))


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
