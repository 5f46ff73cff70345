"""Moving stories, morning by morning: what is found of what changed, what is missed, nothing told twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from mornings import Morning, make, mornings

from briefing import checking, render
from briefing.errors import NothingNew

HERE = Path(__file__).resolve().parent
FOLDERS = (HERE.parent / "examples" / "three-mornings", *sorted((HERE / "mornings").iterdir()))
CASES = {case.name: case for case in FOLDERS}
PLAYED = {name: mornings(case) for name, case in CASES.items()}


def entries(table: str, *marks: pytest.MarkDecorator) -> list[Any]:
    """One parameter for each entry of this table of each morning of each story."""
    return [
        pytest.param(morning, entry, id=f"{name}, {morning.gold['folder']}: {entry}", marks=marks)
        for name, played in PLAYED.items()
        for morning in played
        for entry in morning.gold.get(table, [])
    ]


@pytest.mark.parametrize(("morning", "phrase"), entries("told"))
def test_what_is_new_is_told(morning: Morning, phrase: str) -> None:
    assert morning.told(phrase)


MISSED = pytest.mark.xfail(reason="not found yet")


@pytest.mark.parametrize(("morning", "phrase"), [*entries("again"), *entries("retold", MISSED)])
def test_what_was_told_is_not_told_again_as_news(morning: Morning, phrase: str) -> None:
    assert not morning.again(phrase)


@pytest.mark.parametrize(
    ("morning", "change"),
    [*entries("changes"), *entries("missed", pytest.mark.xfail(reason="not found yet"))],
)
def test_what_changed_stands_beside_what_was_told(morning: Morning, change: dict[str, str]) -> None:
    assert morning.finds(change)


@pytest.mark.parametrize(("morning", "phrase"), entries("unchanged"))
def test_a_figure_of_something_else_is_no_change(morning: Morning, phrase: str) -> None:
    assert not morning.takes_for_change(phrase)


@pytest.mark.parametrize("name", CASES)
def test_the_same_documents_again_have_nothing_new(name: str) -> None:
    played = PLAYED[name]
    with pytest.raises(NothingNew):
        make(CASES[name], played[-1].gold, tuple(morning.brief for morning in reversed(played)))


@pytest.mark.parametrize("name", CASES)
def test_each_brief_passes_its_check(name: str) -> None:
    played = PLAYED[name]
    texts = {e.document.id: e.document.text for m in played for e in m.brief.sources if e.document}
    for morning in played:
        assert checking.check(json.loads(render.json(morning.brief)), texts).faults == ()


@pytest.mark.parametrize("name", CASES)
def test_no_claim_is_shown_as_changed_twice(name: str) -> None:
    for morning in PLAYED[name]:
        before = [earlier for change in morning.changes for earlier in change.before]
        assert len(before) == len(set(before))
