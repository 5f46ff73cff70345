"""Briefs that are kept, with their texts: filed whole or not at all, and found again."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.state import Filed, State, StateError

_FIELDS = {"as_of": "2024-06-14T07:00:00Z", "title": "Morning brief", "stories": [], "sources": []}
BRIEF = json.dumps(_FIELDS)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_brief_is_filed_with_its_texts_which_are_found_by_their_digests(tmp_path: Path) -> None:
    texts = {sha256(t): t for t in ("one text", "a\0b\r\n\ufeff", "")}
    with State(tmp_path) as state:
        first, second = state.archive.file(BRIEF, texts), state.archive.file(BRIEF, texts)
        assert first != second
        assert state.archive.texts([*texts, "unknown", "\ud800"]) == texts


def test_a_brief_that_cannot_be_filed_whole_is_not_filed_at_all(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        with pytest.raises(AttributeError):
            state.archive.file(BRIEF, {sha256("x"): "x", sha256("y"): None})  # type: ignore[dict-item]
        assert not state.archive.texts([sha256("x")])
        state.archive.file(BRIEF, {sha256("x"): "x"})


def test_the_briefs_are_listed_the_newest_first_and_found_by_their_numbers(tmp_path: Path) -> None:
    sources = [{"status": status} for status in ("used", "copy", "failed")]
    later = json.dumps(_FIELDS | {"title": "Later", "stories": [{}, {}], "sources": sources})
    with State(tmp_path) as state:
        assert state.archive.filed() == ()
        first, second = state.archive.file(BRIEF, {}), state.archive.file(later, {})
        moment = datetime(2024, 6, 14, 7, 0, tzinfo=UTC)
        newest = Filed(second, moment, "Later", stories=2, sources=2)
        assert state.archive.filed() == (newest, Filed(first, moment, "Morning brief", 0, 0))
        assert state.archive.filed(1) == (newest,)
        assert (state.archive.brief(first), state.archive.brief(99)) == (BRIEF, None)


def test_a_damaged_text_is_told(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        state.archive.file(BRIEF, {sha256("as read"): "something else"})
        with pytest.raises(StateError, match="damaged"):
            state.archive.texts([sha256("as read")])
