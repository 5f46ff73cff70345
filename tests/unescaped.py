"""What a reader of the brief's Markdown has to do to have a source's words again."""

from __future__ import annotations

import re

_WRITTEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?<![A-Za-z0-9+.-])(?P<scheme>hxxps?)(?=://)"
    r"|\[(?P<bracketed>[.:])\]",
    re.ASCII | re.IGNORECASE,
)
_LIVE = str.maketrans("xX", "tT")


def unescape(text: str) -> str:
    """The cleaned text that `escape.markdown` was given, exactly."""
    return _WRITTEN.sub(_original, text)


def _original(written: re.Match[str]) -> str:
    if scheme := written["scheme"]:
        return scheme.translate(_LIVE)
    return written["escaped"] or written["bracketed"]
