"""A story as a model proposes it: how long it may be, and what goes when it is longer."""

from __future__ import annotations

import json

from asking import Fake
from clusters import cluster

from briefing.chain import Chain
from briefing.material import Material
from briefing.templates import Templates
from briefing.types import Citation, Claim, Importance
from briefing.writing import ProposedSentence, ProposedStory, compose, headline, settle

MATERIAL = Material.of(
    cluster(("The Orrin dam held.", "Ivo Kant thanked the crews.", "About 300 people left their homes."))
)
IMPORTANCE: tuple[Importance, ...] = ("core", "supporting", "core")
CLAIMS = [
    Claim(s.text, (Citation.of(s),), None, "stated", None, importance)
    for s, importance in zip(MATERIAL.sentences, IMPORTANCE, strict=True)
]
STORY = ProposedStory(
    headline="Dam holds",
    sentences=[
        ProposedSentence(text="The dam at Orrin held.", claims=[1], role="lead"),
        ProposedSentence(text="The crews got thanks from Ivo Kant.", claims=[2], role="body"),
        ProposedSentence(text="People left their homes, about 300.", claims=[3], role="body"),
    ],
)


def test_what_is_too_long_loses_what_is_not_core_before_what_is() -> None:
    kept, (lost,) = settle(STORY, CLAIMS, MATERIAL, 12)
    assert [s.text for s in kept] == ["The dam at Orrin held.", "People left their homes, about 300."]
    assert (lost.what, lost.why) == ("1 sentence of the model's", "low_rank")
    assert [s.text for s in settle(STORY, CLAIMS, MATERIAL, 9)[0]] == ["The dam at Orrin held."]


def test_a_quotation_in_nearly_the_same_words_is_told_once_and_cites_both_sources() -> None:
    held = "{} old Orrin dam held through the whole night of rain, the river authority said{}."
    first, again = held.format("ORRIN, May 4 (Harl Press Agency) The", ""), held.format("The", " today")
    material = Material.of(cluster((first,), (again, "Ivo Kant slept well.")))
    claims = [Claim(s.text, (Citation.of(s),), None, "stated", None, "core") for s in material.sentences]
    sentences = [ProposedSentence(text=c.text, claims=[n], role="body") for n, c in enumerate(claims, 1)]
    kept, (lost,) = settle(ProposedStory(headline="", sentences=sentences), claims, material, 99)
    assert [(s.text, [c.span.source for c in s.citations]) for s in kept] == [
        (f"“{first}”", ["S1", "S2"]),
        ("“Ivo Kant slept well.”", ["S2"]),
    ]
    assert lost.why == "duplicate"


def test_a_quotation_that_cites_two_sources_gives_way_where_the_story_is_too_long() -> None:
    held = "{} old Orrin dam held through the whole night of rain, the river authority said{}."
    material = Material.of(
        cluster((held.format("ORRIN, May 4 (Harl Press Agency) The", ""),), (held.format("The", " today"),))
    )
    claims = [
        Claim(s.text, (Citation.of(s),), None, "stated", None, "supporting") for s in material.sentences
    ]
    sentences = [ProposedSentence(text=c.text, claims=[n], role="body") for n, c in enumerate(claims, 1)]
    kept, lost = settle(ProposedStory(headline="", sentences=sentences), claims, material, 5)
    assert (kept, [one.why for one in lost]) == ((), ["duplicate", "low_rank"])


def test_what_was_told_before_is_not_told_again() -> None:
    again = ProposedSentence(text="Held, the dam at Orrin.", claims=[1], role="body")
    kept, (lost,) = settle(
        STORY.model_copy(update={"sentences": [STORY.sentences[0], again]}), CLAIMS, MATERIAL, 99
    )
    assert [s.text for s in kept] == ["The dam at Orrin held."]
    assert lost.why == "duplicate"


def test_a_story_that_is_too_long_is_asked_for_once_more() -> None:
    model = Fake(STORY.model_dump_json(), json.dumps({"headline": "Dam holds", "sentences": []}))
    compose(Chain(model, Templates(), 1000), MATERIAL, CLAIMS, [], lambda _: 1, 12)
    assert "have 18 words; 12 are allowed" in model.asked[1].messages[-1].content


def test_two_words_of_a_source_are_no_headline() -> None:
    citations = [c for claim in CLAIMS for c in claim.citations]
    assert headline("Orrin dam held.", citations, MATERIAL) == "Orrin dam held"
    assert headline("dam held", citations, MATERIAL) is None
