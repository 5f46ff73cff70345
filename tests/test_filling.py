"""A story's sentences beside its disagreements, and a thin story filled up."""

from __future__ import annotations

from dataclasses import replace

from clusters import cluster

from briefing.novelty import Update
from briefing.pipeline.filling import filled, without_positions
from briefing.types import (
    Citation,
    Claim,
    Cluster,
    Disagreement,
    Position,
    Role,
    Sentence,
    Statement,
    Support,
)
from briefing.words import count_words

STORY: Cluster = cluster(
    (
        "The Orrin dam held after a night of heavy rain, the river authority said.",
        "Water rose to 41 metres at the Orrin gauge, engineer Lena Marsh said.",
        "About 300 people left their homes near the Vane bridge on Monday.",
    ),
    (
        "The Orrin dam held on Monday after the rain, the river authority said.",
        "Water rose to 44 metres at the Orrin gauge, engineer Lena Marsh said.",
    ),
)
HELD, LOW, LEFT, _, HIGH = STORY.sentences


def statement(text: str, role: Role, *cited: Sentence) -> Statement:
    return Statement(text, role, tuple(Citation.of(s) for s in cited), Support("supported", "model"))


def position(text: str, cited: Sentence) -> Position:
    origin = frozenset({STORY.origin_of(cited.span.source)})
    return Position(text, (Citation.of(cited),), origin, Support("supported", "model"))


RISING = Disagreement(
    "How high the water rose",
    "number",
    "contradiction",
    (position("Lena Marsh says water rose to 41 metres.", LOW), position("It rose to 44 metres.", HIGH)),
)
AGAIN = "Engineer Lena Marsh says that the water rose to 41 metres."


def test_what_a_position_says_is_not_told_again_in_the_body() -> None:
    told = statement(AGAIN, "body", LOW)
    other = statement("About 300 people left their homes.", "body", LEFT)
    kept, (lost,) = without_positions((told, other), [RISING])
    assert kept == (other,)
    assert (lost.what, lost.why) == (f"the model's “{AGAIN}”", "duplicate")


def test_a_lead_and_a_sentence_on_other_evidence_stay() -> None:
    lead, unlike = statement(AGAIN, "lead", LOW), statement(AGAIN, "body", LEFT)
    more = statement("Lena Marsh read the gauge at the bridge and rose early on Monday.", "body", LOW)
    assert without_positions((lead, unlike, more), [RISING]) == ((lead, unlike, more), ())


def test_what_rests_on_a_core_claim_stays_even_where_a_position_says_it_too() -> None:
    told = statement(AGAIN, "body", LOW)
    rests = Claim(AGAIN, told.citations, None, "stated", None, "core")
    assert without_positions((told,), [RISING], (), [rests]) == ((told,), ())
    beside = replace(rests, importance="supporting")
    assert without_positions((told,), [RISING], (), [beside])[0] == ()


def test_a_thin_story_is_filled_with_quotations_within_its_words() -> None:
    thin = (statement("About 300 people left their homes near the Vane bridge.", "lead", LEFT),)
    whole = filled(thin, [RISING], Update(STORY, STORY), 40)
    assert whole[:1] == thin
    assert len(whole) > 1
    assert all(s.support == Support("quoted") for s in whole[1:])
    assert sum(count_words(s.text) for s in whole) <= 40


def test_a_filling_repeats_neither_the_story_nor_a_position() -> None:
    thin = (statement("About 300 people left their homes near the Vane bridge on Monday.", "lead", LEFT),)
    added = {s.text for s in filled(thin, [RISING], Update(STORY, STORY), 200)[1:]}
    assert not added & {f"“{LEFT.text}”", f"“{LOW.text}”"}


def test_a_story_of_half_its_words_is_left_as_it_is() -> None:
    told = (statement("About 300 people left their homes near the Vane bridge.", "lead", LEFT),)
    assert filled(told, [], Update(STORY, STORY), 20) == told
