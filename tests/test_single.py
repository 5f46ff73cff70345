"""The baseline: what one prompt gives is printed as it is, with citations that exist."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from asking import Fake
from clusters import cluster
from stories import ByStage, documents

from briefing.chain import Chain
from briefing.errors import MalformedReply
from briefing.pipeline import Options, make
from briefing.single import tell
from briefing.templates import Templates
from briefing.types import Draft

STORY = cluster(
    ("The dam held.", "Water rose to 41 metres."), ("The Orrin dam held.", "Water rose to 44 metres.")
)


def cited(text: str, *numbers: int) -> dict[str, Any]:
    return {"text": text, "sentences": list(numbers)}


def told(sentences: list[dict[str, Any]], *positions: dict[str, Any], words: int = 250) -> Draft:
    asked = {"question": "How high the water rose?", "kind": "number", "strength": "contradiction"}
    differing = [{**asked, "positions": list(positions)}] if positions else []
    reply = {"headline": "Dam holds", "sentences": sentences, "disagreements": differing}
    return tell(Chain(Fake(json.dumps(reply)), Templates(), 9000), STORY, words)


def test_a_sentence_is_printed_as_it_is_with_the_sentences_it_names() -> None:
    draft = told([cited("The dam held, whatever the cost.", 1, 3), cited("It rose to 41 metres.", 2)])
    assert [(s.text, s.role) for s in draft.story.statements] == [
        ("The dam held, whatever the cost.", "lead"),
        ("It rose to 41 metres.", "single_source"),
    ]
    assert [c.quote for c in draft.story.statements[0].citations] == ["The dam held.", "The Orrin dam held."]
    assert draft.omissions == ()


def test_a_sentence_that_names_none_that_is_there_is_dropped_and_counted() -> None:
    draft = told([cited("The dam held.", 1), cited("Fish sang.", 0, 99), cited("Birds sang.")])
    assert [o.what for o in draft.omissions] == ["Fish sang.", "Birds sang."]
    assert (draft.tally.proposed, draft.tally.dropped) == (3, 2)


def test_what_is_beyond_the_words_is_left_out() -> None:
    draft = told([cited("The dam held.", 1), cited("Water rose to 41 metres there.", 2)], words=5)
    assert len(draft.story.statements) == 1
    assert [o.why for o in draft.omissions] == ["low_rank"]


def test_a_disagreement_rests_on_two_origins() -> None:
    low, high = cited("41 metres", 2), cited("44 metres", 4)
    (found,) = told([cited("The dam held.", 1)], low, high).story.disagreements
    assert (found.question, found.strength) == ("How high the water rose", "contradiction")
    assert [p.sources for p in found.positions] == [("S1",), ("S2",)]
    draft = told([cited("The dam held.", 1)], low, cited("It held", 1))
    assert draft.story.disagreements == ()
    assert [o.why for o in draft.omissions] == ["ungrounded"]


def test_a_reply_without_a_sentence_that_can_be_printed_is_malformed() -> None:
    with pytest.raises(MalformedReply):
        told([cited("Fish sang.", 99)])


def test_a_brief_of_the_baseline_names_the_one_prompt_that_was_asked() -> None:
    held = {"headline": "Dam holds", "sentences": [cited("The dam held.", 1)], "disagreements": []}
    model = ByStage({"single": held})
    brief = make(
        documents(),
        Options(),
        as_of=datetime(2024, 6, 14, tzinfo=UTC),
        seat=replace(model.seat(), single=True),
    )
    assert [s.text for s in brief.stories[0].statements] == ["The dam held."]
    assert list(brief.engine.prompts) == model.stages() == ["single"]
