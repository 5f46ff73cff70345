"""Text as it is shown: on one line, at most so long, without what nobody can see or encode."""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
"""Unicode's control characters (Cc) that are no white space, within a class of `re`, as are the next two."""
FORMATS = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f"
)
"""Its format characters (Cf): soft hyphens, zero-width and bidirectional marks, tags."""
FILLERS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U000e0080-\U000e0fff"
)
"""What else Unicode shows as nothing (Default_Ignorable_Code_Point): fillers, variation selectors."""
_CONTROL = re.compile(f"[{CONTROLS}]")
_INVISIBLE = re.compile(f"[{CONTROLS}{FORMATS}{FILLERS}]")
_SHAPELESS = frozenset({"Cs", "Co", "Cn"})
SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no UTF-8 can carry."""
    return SURROGATE.sub("\ufffd", text)


def shortened(text: str, most: int) -> str:
    """The text in at most this many characters; what is cut off is marked by an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def capitalised(text: str) -> str:
    """The text with a capital letter at its head."""
    return text[:1].upper() + text[1:]


def one_line(text: str) -> str:
    """The text as it is shown: runs of white space are one space, invisible characters are gone."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def assigned(text: str) -> str:
    """The text without lone surrogates, private and unassigned characters: nobody knows how they look."""
    return text if text.isascii() else "".join(c for c in text if unicodedata.category(c) not in _SHAPELESS)


def label(text: str, most: int) -> str:
    """A name, a title or a complaint of a stranger on one printable line of at most so many characters."""
    return shortened(one_line(assigned(_CONTROL.sub(" ", text[: 8 * most]))), most)


def numbered(number: int, one: str, many: str | None = None) -> str:
    """The number with its noun: "1 story", "1,200 stories"; `many` where it is not `one` with an "s"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
