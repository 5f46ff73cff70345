"""The one clean-up of extracted text, after which offsets are made; text files are never cleaned."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
"""Soft hyphens, zero-width and bidirectional controls, fillers, variation selectors and tags."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ROUNDS = 4
"""What is taken out may bring together what is to be mended: seen with hidden characters within mojibake."""
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" *\n(?: *\n)+ *")
_BREAK = re.compile(r" *\n *")


def clean(text: str) -> str:
    """The text without mojibake and without what no reader sees; paragraphs apart by one empty line."""
    for _ in range(_ROUNDS):
        text, before = _cleaned(text), text
        if text == before:
            break
    return text


def _cleaned(text: str) -> str:
    import ftfy  # 30 ms

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,  # else a quotation no longer matches its source
        fix_line_breaks=True,
        remove_terminal_escapes=True,
        normalization="NFC",
        explain=False,
    )
    plain = _CONTROL.sub(" ", _HIDDEN.sub("", ftfy.fix_text(text, config)))
    plain = "".join(c for c in plain if unicodedata.category(c) not in ("Cs", "Co", "Cn"))
    return _BREAK.sub("\n", _BREAKS.sub("\n\n", _SPACES.sub(" ", plain))).strip()
