"""What a long campaign has found so far, string by string, in a file that a later run goes on with."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .carriers import FACTS, rows
from .judged import HONEST

if TYPE_CHECKING:
    from .injection import Outcome


class Tally:
    """The counts of each string tried, those in `log` included; what is added is appended to it."""

    def __init__(self, log: Path | None = None) -> None:
        self._log = log
        self.strings: set[int] = set()
        self.faults: Counter[str] = Counter()
        self._examples: dict[str, str] = {}
        self._cases: Counter[str] = Counter()
        self._kept: Counter[str] = Counter()
        self._dropped: Counter[str] = Counter()
        for row in rows(log.read_text(encoding="utf-8")) if log and log.exists() else ():
            self._count(row)

    def add(self, string: int, outcomes: Iterable[Outcome]) -> None:
        """Counts all that came of one string."""
        models = [
            {"model": o.case.model, "kept": o.kept, "dropped": o.dropped, "faults": _told(o)}
            for o in outcomes
        ]
        row = {"string": string, "cases": models}
        self._count(row)
        if self._log:
            with self._log.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")

    def _count(self, row: Mapping[str, Any]) -> None:
        self.strings.add(row["string"])
        for case in row["cases"]:
            model = case["model"]
            self._cases[model] += 1
            self._kept[model] += case["kept"]
            self._dropped[model] += case["dropped"]
            for kind, example in case["faults"]:
                self.faults[kind] += 1
                self._examples.setdefault(kind, example)

    def __str__(self) -> str:
        lines = [f"{len(self.strings)} strings, {self._cases.total()} cases, {self.faults.total()} faults"]
        for kind, number in sorted(self.faults.items()):
            lines += [f"{number} {kind}", f"      {self._examples[kind]}"]
        for model, cases in self._cases.items():
            kept = f"{self._kept[model]} of {cases * len(FACTS)} facts kept"
            lines.append(
                f"{model}: {kept}, {self._dropped[model]} of {cases * len(HONEST)} sentences dropped"
            )
        return "\n".join(lines)


def _told(outcome: Outcome) -> list[tuple[str, str]]:
    """Each fault as its kind and an example."""
    case = outcome.case
    where = f"{case.model}, {case.carrier}, {case.encoding}"
    return [
        (f"{where}: {fault.partition(':')[0]}", f"case {case.number}, {case.text[:100]!r} -> {fault}")
        for fault in outcome.faults
    ]
