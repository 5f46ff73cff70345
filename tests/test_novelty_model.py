"""A model's story beside earlier briefs: told claims are gone before it writes; nothing new asks nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from stories import ByStage, documents
from told import GOOD, claim

from briefing import pipeline
from briefing.errors import NothingNew
from briefing.types import Brief, Document

MONDAY, TUESDAY = datetime(2031, 6, 2, 12, tzinfo=UTC), datetime(2031, 6, 3, 12, tzinfo=UTC)
TEXT = """Orrin dam: gates to be opened

About 300 people have left their homes in Orrin, the river authority said.

Water rose to 47 metres on Tuesday, engineer Lena Marsh said.

Two gates of the dam above Orrin will be opened at noon on Wednesday, the river authority said.
"""
LEFT, WATER, GATES = 2, 3, 4
PACKET = Document(replace(documents()[0].source, id="S1", name="packet", published=TUESDAY), TEXT)
REPLIES: dict[str, object] = {
    **GOOD,
    "claims": {
        "claims": [
            claim("About 300 people left their homes in Orrin.", LEFT),
            claim(
                "Engineer Lena Marsh said water rose to 47 metres on Tuesday.", WATER, speaker="Lena Marsh"
            ),
            claim("Two gates of the dam above Orrin will be opened at noon on Wednesday.", GATES),
        ]
    },
    "writing": {
        "headline": "Gates of Orrin dam to be opened",
        "sentences": [
            {
                "text": "Two gates of the dam above Orrin will be opened at noon on Wednesday.",
                "claims": [2],
                "role": "lead",
            },
            {"text": "Water rose to 47 metres on Tuesday, Lena Marsh said.", "claims": [1], "role": "body"},
        ],
    },
}


@pytest.fixture(scope="module")
def told() -> Brief:
    return pipeline.make(documents(), pipeline.Options(), as_of=MONDAY, seat=ByStage(GOOD).seat())


def test_told_claims_are_not_given_to_the_writer(told: Brief) -> None:
    model = ByStage(REPLIES)
    made = pipeline.make((PACKET,), pipeline.Options(), as_of=TUESDAY, seat=model.seat(), earlier=(told,))
    asked = next(r for r in model.requests if r.stage == "writing")
    assert "300 people" not in asked.messages[-1].content
    assert "Two gates" in asked.messages[-1].content
    story = made.stories[0]
    assert story.engine == "model"
    assert not any("300" in s.text for s in story.statements)


def test_what_changed_is_shown_and_not_said_again_in_the_body(told: Brief) -> None:
    made = pipeline.make(
        (PACKET,), pipeline.Options(), as_of=TUESDAY, seat=ByStage(REPLIES).seat(), earlier=(told,)
    )
    (change,) = made.stories[0].changes
    assert (change.kind, "44 metres" in change.before[0].quote or "41 metres" in change.before[0].quote) == (
        "changed",
        True,
    )
    assert "47 metres" in change.now[0].text
    assert [s.text for s in made.stories[0].statements] == [
        "Two gates of the dam above Orrin will be opened at noon on Wednesday."
    ]


def test_the_first_prompt_is_the_same_with_and_without_a_past(told: Brief) -> None:
    """So that replies which were kept are found again."""
    prompts = []
    for earlier in ((), (told,)):
        model = ByStage(REPLIES)
        pipeline.make((PACKET,), pipeline.Options(), as_of=TUESDAY, seat=model.seat(), earlier=earlier)
        prompts.append(model.requests[0])
    assert prompts[0] == prompts[1]


def test_nothing_new_asks_no_model(told: Brief) -> None:
    model = ByStage(GOOD)
    with pytest.raises(NothingNew):
        pipeline.make(documents(), pipeline.Options(), as_of=TUESDAY, seat=model.seat(), earlier=(told,))
    assert model.requests == []
