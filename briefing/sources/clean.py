"""The one clean-up of extracted text, after which offsets are made; text files are never cleaned."""

from __future__ import annotations

import re

from briefing.printable import FILLERS, FORMATS, assigned

_HIDDEN = re.compile(f"[{FORMATS}{FILLERS}]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""All but tabs and line breaks: in extracted text they stand where words are parted, so each is a space."""
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
    return _BREAK.sub("\n", _BREAKS.sub("\n\n", _SPACES.sub(" ", assigned(plain)))).strip()
