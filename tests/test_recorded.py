"""The chain runs as it runs with a model: a capable model's replies to an example, played back."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

from briefing import render
from briefing.checking import check
from briefing.types import Brief

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
NAMES = sorted(p.parent.name for p in EXAMPLES.glob("*/recorded.jsonl"))
PLAYER = runpy.run_path(str(EXAMPLES / "record.py"))


@pytest.fixture(params=NAMES)
def recorded(request: pytest.FixtureRequest) -> tuple[str, Brief]:
    """An example's name, and the brief that its recorded replies make."""
    name: str = request.param
    return name, PLAYER["played_back"](name)


def test_there_is_a_recording() -> None:
    assert NAMES


def test_the_model_wrote_every_story(recorded: tuple[str, Brief]) -> None:
    _, brief = recorded
    assert {story.engine for story in brief.stories} == {"model"}
    assert brief.engine.fallbacks == 0


def test_the_brief_is_the_recorded_one(recorded: tuple[str, Brief]) -> None:
    """Another one means that code after the replies has changed: look at the difference, then record anew."""
    name, brief = recorded
    assert render.markdown(brief) == (EXAMPLES / name / "recorded.md").read_text(encoding="utf-8")
    assert render.json(brief) == (EXAMPLES / name / "recorded.json").read_text(encoding="utf-8")


def test_the_brief_stands_up_to_its_check(recorded: tuple[str, Brief]) -> None:
    _, brief = recorded
    texts = {e.document.id: e.document.text for e in brief.sources if e.document}
    assert not check(json.loads(render.json(brief)), texts).faults
