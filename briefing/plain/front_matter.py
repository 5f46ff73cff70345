"""Front matter: the fields between two lines of dashes at the head of a Markdown file (YAML)."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HEAD = 8000
"""Characters in which it ends: what has no second line of dashes there has none."""
_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
_WRAPPING = " \t\r\"'[]"


def front_matter(text: str) -> tuple[Mapping[str, str], int]:
    """Its fields, by their names in small letters, and where the text below begins; ({}, 0) for none.

    Only plain fields and lists are read, each as text: this is not YAML, and nothing in it can do harm.
    """
    block = _BLOCK.match(text[:_HEAD])
    told = _fields(block[1]) if block else {}
    return (told, block.end()) if block and told else ({}, 0)


def _fields(block: str) -> Mapping[str, str]:
    """The fields; of a list its items, one after the other."""
    found: dict[str, str] = {}
    last = ""
    for row in block.splitlines():
        if field := _FIELD.fullmatch(row.rstrip()):
            last = field[1].lower()
            found[last] = (field[2] or "").strip(_WRAPPING)
        elif (item := _ITEM.fullmatch(row)) and last:
            found[last] = ", ".join(filter(None, (found[last], item[1].strip(_WRAPPING))))
        elif row.strip() and not row.startswith((" ", "\t", "#")):
            return {}  # prose between two rules
    return found
