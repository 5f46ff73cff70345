"""Labelled rows of a JSON Lines file: some texts by name, and a label, 0 or 1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing.errors import UsageError


def read_rows(path: Path, names: Sequence[str], means: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    """The texts of these names and the label, row by row; `means` says what label 1 is.

    Raises UsageError with the line and what is wrong in it; other names in a row are passed over.
    """
    form = "{" + ", ".join(f'"{name}": "…"' for name in names) + ', "label": 0 or 1}'
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}: name a readable file of rows") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 at byte {error.start}: save it as UTF-8") from error
    lines = [(f"{path}:{number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise UsageError(f"{path}: no rows: each line is {form}")
    return tuple(_row(where, line, names, means, form) for where, line in lines)


def _row(where: str, line: str, names: Sequence[str], means: str, form: str) -> tuple[tuple[str, ...], int]:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{where}: not JSON ({error}): each line is {form}") from error
    if not isinstance(row, dict):
        raise UsageError(f"{where}: not an object: each line is {form}")
    for name in names:
        if not isinstance(row.get(name), str):
            raise UsageError(f'{where}: "{name}" is {_shown(row, name)}: it must be a string')
    if type(row.get("label")) is not int or row["label"] not in (0, 1):
        raise UsageError(f'{where}: "label" is {_shown(row, "label")}: it must be 0 or 1 (1: {means})')
    return tuple(row[name] for name in names), row["label"]


def _shown(row: dict[str, Any], name: str) -> str:
    return json.dumps(row[name], ensure_ascii=False)[:60] if name in row else "missing"
