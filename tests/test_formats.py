"""The page of the formats names every field and every word that the shape of a brief has, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.checking.shape import BRIEF, CITATION

PAGE = (Path(__file__).resolve().parents[1] / "docs/formats.md").read_text(encoding="utf-8")
TABLES = "\n".join(line for line in PAGE.splitlines() if line.startswith("|"))


def fields(spec: Any) -> Iterator[str]:
    if isinstance(spec, list):
        yield from fields(spec[0])
    elif isinstance(spec, dict):
        for name, inner in spec.items():
            yield name.removesuffix("?")
            yield from fields(inner)


def words(spec: Any) -> Iterator[str]:
    """The words that a field may be one of."""
    for inner in spec.values() if isinstance(spec, dict) else spec if isinstance(spec, list) else ():
        yield from words(inner)
    if isinstance(spec, tuple):
        yield from spec


def test_every_field_of_a_brief_is_named_and_no_other() -> None:
    named = set(re.findall(r"`([a-z_0-9]+)`", TABLES))
    assert named - {"text"} == {*fields(BRIEF), *fields(CITATION)} - {"text"}


def test_every_word_of_a_closed_list_is_there() -> None:
    assert [word for word in words(BRIEF) if not re.search(rf"\b{word}\b", TABLES)] == []
