"""Reading suites from folders.

A suite is a folder with a `suite.toml` (`title` and `about`, for who opens it; optionally `cases`, the folder
where they are, and `events`, a table from case to event), or just a folder of cases. A case is a folder with
its documents (`D1.txt`, …) and a `case.toml`, or a `gold.json` with a `meta.json` beside it; its annotations
name spans by offset, or by a quotation that occurs once. `D1.clean.txt` is what a hostile `D1.txt` would be
without the attack.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.evaluation.annotations import annotated
from briefing.evaluation.case import RECORDED_CLEAN, Case, Suite
from briefing.evaluation.gold import Gold
from briefing.sources.metadata import line, moment
from briefing.types import Document, Source

Row = Mapping[str, Any]
_CLEAN = ".clean"


def read_suites(paths: Sequence[str]) -> tuple[Suite, ...]:
    """The suites in these folders; raises UsageError naming what is wrong in which file."""
    suites = tuple(_suite(Path(path)) for path in paths)
    names = [case.name for suite in suites for case in suite.cases]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise UsageError(f"two cases are called {twice[0]!r}: rename one, or evaluate their suites apart")
    return suites


def _suite(folder: Path) -> Suite:
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder: name a suite, such as eval/accounts")
    own = folder / "suite.toml"
    head = _toml(own) if own.exists() else {}
    home = folder / str(head.get("cases", "."))
    if not home.is_dir():
        raise UsageError(f"{own}: its cases should be in {home}, which is not there")
    events = _events(own, head.get("events", {}))
    found = [home] if _is_case(home) else [f for f in sorted(home.iterdir()) if f.is_dir() and _is_case(f)]
    if not found:
        raise UsageError(f"{home} has no case: a case is a folder with a case.toml or a gold.json")
    cases = tuple(_case(f, str(events.get(f.name, f.name))) for f in found)
    digest = _digest(case.digest for case in cases)
    return Suite(folder.resolve().name, cases, digest)


def _events(own: Path, table: Any) -> dict[str, str]:
    """The event of each case that shares one with others."""
    if not isinstance(table, dict) or not all(isinstance(cases, list) for cases in table.values()):
        raise UsageError(
            f'{own}: events is a table of lists of cases, such as flood = ["flood-1", "flood-2"]'
        )
    return {str(case): event for event, cases in table.items() for case in cases}


def _is_case(folder: Path) -> bool:
    return (folder / "case.toml").exists() or (folder / "gold.json").exists()


def _case(folder: Path, event: str) -> Case:
    own = folder / "case.toml" if (folder / "case.toml").exists() else folder / "gold.json"
    try:
        value, rows = _read(own)
        documents, gold = _annotated(folder, value, rows, "")
        clean = _annotated(folder, value, rows, _CLEAN) if any(folder.glob(f"*{_CLEAN}.txt")) else None
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{own}: {_fault(error)}") from error
    if not documents:
        raise UsageError(f"{own}: a case needs documents")
    digest = _digest([json.dumps([[d.text for d in documents], asdict(gold)], sort_keys=True)])
    case = Case(folder.resolve().name, event, documents, gold, folder, digest)
    if clean is None:
        return case
    return replace(case, clean=replace(case, documents=clean[0], gold=clean[1], recorded=RECORDED_CLEAN))


def _read(own: Path) -> tuple[Row, Sequence[Row]]:
    """What a case's file says, and a row for each of its documents."""
    if own.suffix == ".toml":
        value = _toml(own)
        return value, value.get("documents", [])
    value = _json(own)
    if not isinstance(value, dict):
        raise ValueError("it is not an object")
    meta = own.with_name("meta.json")
    return value, _json(meta) if meta.exists() else [{"id": name} for name in value["documents"]]


def _annotated(folder: Path, value: Row, rows: Sequence[Row], form: str) -> tuple[tuple[Document, ...], Gold]:
    """The documents of a case, and its gold in their spans.

    A document that is there in this `form` (".clean": `D1.clean.txt`) is read in it.
    """
    documents = tuple(_document(folder, row, number, form) for number, row in enumerate(rows, 1))
    return documents, annotated(value, {str(row["id"]): d for row, d in zip(rows, documents, strict=True)})


def _document(folder: Path, row: Row, number: int, form: str) -> Document:
    own = folder / f"{row['id']}{form}.txt"
    path = own if own.exists() else folder / f"{row['id']}.txt"
    try:
        text = path.read_text(encoding="utf-8")  # offsets are into the text with its line ends made "\n"
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name} cannot be read as UTF-8 text ({error})") from error
    source = Source(
        id=f"S{number}",
        name=line(row.get("source")) or path.stem,
        key=str(row["id"]),
        title=line(row.get("title")),
        path=path.name,
        published=moment(row.get("date")),
    )
    return Document(source, text)


def _toml(path: Path) -> Row:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from error


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from error


def _fault(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
