"""Results as Markdown: the tables of RESULTS.md."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any


def report(files: Sequence[Path]) -> str:
    """One table for each file that `--json` wrote."""
    return "\n".join(line for path in files for line in _table(json.loads(path.read_text(encoding="utf-8"))))


def _table(told: Mapping[str, Any]) -> Iterator[str]:
    results = told["results"]
    measures = list(dict.fromkeys(name for result in results for name in result["quality"]))
    rounds = results[0]["rounds"]
    yield f"## {told['job']} ({told['corpus']}, {told['size']:,} documents, {rounds} rounds)\n"
    head = ("contender", f"{results[0]['unit']}/s", "time / ours", "processor / ours", "MB", *measures)
    yield f"| {' | '.join(head)} |"
    yield "|---" + "|---:" * (4 + len(measures)) + "|"
    for result in results:
        quality = " | ".join(_figure(result["quality"].get(name)) for name in measures)
        figures = f"{result['speed']:,.4g} | {result['ratio']:.2f} | {result['effort']:.2f}"
        yield f"| {result['contender']} | {figures} | {result['peak_mb']:,.0f} | {quality} |"
    yield ""


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}".rstrip("0").rstrip(".")
