"""A judge measured on labelled rows of evidence and claim."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.evaluation.judges import Judge
from briefing.words import words


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim with the evidence to judge it by; `label` is 1 where the evidence supports it, else 0."""

    evidence: str
    claim: str
    label: int


@dataclass(frozen=True, slots=True)
class Measured:
    """How well a judge tells rows apart; None where there are no rows of a label to tell.

    Sensitivity is the share of supported rows found supported, specificity that of the others found
    not supported, balanced accuracy their mean. `floor` is the best that a trivial judge can do.
    """

    rows: int
    balanced_accuracy: float | None
    sensitivity: float | None
    specificity: float | None
    floor: float | None


def measure(judge: Judge, rows: Sequence[Pair]) -> Measured:
    """The judge on these rows, beside `floor`."""
    judge.study((row.evidence, row.claim) for row in rows)
    supported = [judge.judge(row.evidence, row.claim).supported for row in rows]
    labels = [row.label for row in rows]
    sensitivity, specificity = _rates(labels, supported)
    balanced = None if sensitivity is None or specificity is None else (sensitivity + specificity) / 2
    return Measured(len(rows), balanced, sensitivity, specificity, floor(rows))


def floor(rows: Sequence[Pair]) -> float | None:
    """The better of a constant answer (0.5) and word overlap, its threshold the best for these very rows.

    Overlap is the share of the claim's distinct words that the evidence has, of all words or of those
    with a capital or digit. Chosen in hindsight, it is a generous floor: a judge above it knows more.
    """
    labels = [row.label for row in rows]
    if len(set(labels)) < 2:
        return None
    return max(0.5, *(_best(labels, [share(row) for row in rows]) for share in (_all, _proper)))


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """The rows of a JSON Lines file; raises UsageError with the line and what is wrong in it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}: name a readable file of rows") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 at byte {error.start}: save it as UTF-8") from error
    found = tuple(
        _pair(f"{path}:{number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip()
    )
    if not found:
        raise UsageError(f"{path}: no rows: each line is {_FORM}")
    return found


_FORM = '{"evidence": "…", "claim": "…", "label": 0 or 1}'


def _pair(where: str, line: str) -> Pair:
    try:
        row: Any = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{where}: not JSON ({error}): each line is {_FORM}") from error
    if not isinstance(row, dict):
        raise UsageError(f"{where}: not an object: each line is {_FORM}")
    for name in ("evidence", "claim"):
        if not isinstance(row.get(name), str):
            raise UsageError(f'{where}: "{name}" is {_told(row, name)}: it must be a string')
    if type(row.get("label")) is not int or row["label"] not in (0, 1):
        raise UsageError(f'{where}: "label" is {_told(row, "label")}: it must be 0 or 1 (1: supported)')
    return Pair(row["evidence"], row["claim"], row["label"])


def _told(row: dict[str, Any], name: str) -> str:
    return json.dumps(row[name], ensure_ascii=False)[:60] if name in row else "missing"


def _rates(labels: Sequence[int], found: Sequence[bool]) -> tuple[float | None, float | None]:
    yes = [f for f, label in zip(found, labels, strict=True) if label]
    no = [not f for f, label in zip(found, labels, strict=True) if not label]
    return (sum(yes) / len(yes) if yes else None), (sum(no) / len(no) if no else None)


def _best(labels: Sequence[int], scores: Sequence[float]) -> float:
    """The highest balanced accuracy of any threshold on the scores."""
    ones = sum(labels)
    zeros = len(labels) - ones
    best = hits = alarms = 0.0
    ranked = sorted(zip(scores, labels, strict=True), reverse=True)
    for i, (score, label) in enumerate(ranked):
        hits, alarms = hits + label, alarms + 1 - label
        if i + 1 == len(ranked) or ranked[i + 1][0] != score:
            best = max(best, (hits / ones + 1 - alarms / zeros) / 2)
    return best


def _all(row: Pair) -> float:
    return _shared(words(row.claim), words(row.evidence))


def _proper(row: Pair) -> float:
    return _shared(_capitals(row.claim), _capitals(row.evidence))


def _capitals(text: str) -> list[str]:
    return [word for word in text.split() if word[0].isupper() or word[0].isdigit()]


def _shared(wanted: Iterable[str], shown: Iterable[str]) -> float:
    asked = set(wanted)
    return len(asked & set(shown)) / len(asked) if asked else 1.0
