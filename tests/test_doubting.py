"""Doubt: what is sent of a candidate, and which of them are told."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from asking import Fake
from clusters import cluster
from told import verdict

from briefing.chain import Chain
from briefing.disagreements.candidates import Candidate, Side
from briefing.disagreements.doubting import doubt
from briefing.material import Material
from briefing.templates import Templates
from briefing.types import Disagreement, Omission

STORY = cluster(
    ("Engineer Lena Marsh read the gauge.", "She said water rose to 41 metres.", "The mine closed."),
    ("Water rose to 44 metres at Orrin.", "Children watched."),
)
MATERIAL = Material.of(STORY)
NAMED, LOW, _, HIGH, _ = MATERIAL.sentences
SIDES = (
    Side("Lena Marsh says water rose to 41 metres.", (LOW, NAMED), frozenset({"O1"})),
    Side("Water rose to 44 metres.", (HIGH,), frozenset({"O2"})),
)
RISING = Candidate("How high the water rose", "number", SIDES, "How high the water rose")


def doubted(
    found: list[Candidate], *replies: list[dict[str, Any]]
) -> tuple[tuple[Disagreement, ...], tuple[Omission, ...], Fake]:
    model = Fake(*(json.dumps({"verdicts": reply}) for reply in replies))
    kept, lost, _ = doubt(Chain(model, Templates(), 5000), found, MATERIAL)
    return kept, lost, model


def test_only_the_sentences_of_the_sides_are_sent_once_each_with_their_numbers() -> None:
    _, _, model = doubted([RISING, RISING], [verdict(1, "neither"), verdict(2, "neither")])
    prompt = model.asked[0].messages[-1].content
    assert prompt.count("2| She said water rose to 41 metres.") == 1
    assert prompt.count("1| Engineer Lena Marsh read the gauge.") == 1
    assert "Children watched" not in prompt
    assert "Side A: Lena Marsh says water rose to 41 metres. [2, 1]" in prompt


@pytest.mark.parametrize(
    ("strength", "weight", "readings", "told"),
    [
        ("contradiction", 1, 1, True),
        ("contradiction", 0, 2, False),
        ("tension", 2, 1, True),
        ("tension", 1, 2, True),
        ("tension", 1, 1, False),
        ("tension", 0, 2, False),
        ("neither", 3, 2, False),
    ],
)
def test_what_has_weight_is_told_and_a_tension_of_detail_where_two_readings_came_upon_it(
    strength: str, weight: int, readings: int, told: bool
) -> None:
    kept, lost, _ = doubted([replace(RISING, readings=readings)], [verdict(1, strength, weight)])
    assert (len(kept), len(lost)) == (told, not told)


@pytest.mark.parametrize(("strength", "told"), [("contradiction", True), ("tension", False)])
def test_a_tension_that_only_a_look_alike_makes_is_none(strength: str, told: bool) -> None:
    kept, lost, _ = doubted([RISING], [{**verdict(1, strength), "apart": "moments"}])
    assert (bool(kept), [o.why for o in lost]) == (told, [] if told else ["unsupported"])


def test_a_question_that_may_not_be_printed_is_asked_as_it_was_proposed() -> None:
    sure = replace(RISING, asked="Whether it is confirmed how high the water rose")
    (kept,), _, model = doubted([sure], [verdict(1, "contradiction")])
    assert f"Candidate 1: {sure.asked}" in model.asked[0].messages[-1].content
    assert kept.question == RISING.question


def test_a_candidate_without_a_verdict_is_asked_for_once_more_and_then_counted() -> None:
    kept, lost, model = doubted([RISING, RISING], [verdict(1, "contradiction")])
    assert [d.question for d in kept] == [RISING.question]
    assert [(o.what, o.why) for o in lost] == [(RISING.question, "malformed_reply")]
    assert "Candidate 2 has no verdict" in model.asked[1].messages[-1].content


def test_a_second_reply_may_bring_the_missing_verdict() -> None:
    both = [verdict(1, "contradiction"), verdict(2, "tension")]
    kept, lost, _ = doubted([RISING, RISING], both[:1], both)
    assert ([d.strength for d in kept], lost) == (["contradiction", "tension"], ())


def test_a_side_that_its_sentences_do_not_say_gives_way_to_the_first_of_them() -> None:
    (kept,), _, _ = doubted([RISING], [verdict(1, "contradiction", 2, "A")])
    first, second = kept.positions
    assert (first.text, first.support.verdict) == (f"“{LOW.text}”", "quoted")
    assert (second.text, second.support.by) == ("Water rose to 44 metres.", "model")


def test_a_weight_beyond_the_scale_is_the_heaviest() -> None:
    (kept,), _, _ = doubted([RISING], [verdict(1, "contradiction", 99)])
    assert kept.weight == 3


def test_a_side_that_is_quoted_cites_the_sentence_that_tells_whose_words_it_gives() -> None:
    story = cluster(
        ("Engineer Lena Marsh spoke.", "“Water rose to 41 metres.”"), ("Water rose to 44 metres.",)
    )
    material = Material.of(story)
    speaks, low, high = material.sentences
    sides = (
        Side("Lena Marsh says: water rose to 41 metres.", (low,), frozenset({"O1"})),
        Side("Water rose to 44 metres.", (high,), frozenset({"O2"})),
    )
    model = Fake(json.dumps({"verdicts": [verdict(1, "contradiction", 2, "A")]}))
    found = [Candidate("How high it rose", "number", sides, "How high it rose")]
    ((differing,), _, _) = doubt(Chain(model, Templates(), 5000), found, material)
    assert [c.quote for c in differing.positions[0].citations] == [low.text, speaks.text]


def test_a_side_that_was_quoted_stays_a_quotation() -> None:
    """A comparison without a model finds its sides in quotation marks."""
    quoted = replace(SIDES[1], text=f"“{HIGH.text}”")
    (kept,), _, _ = doubted([replace(RISING, sides=(SIDES[0], quoted))], [verdict(1, "contradiction")])
    assert (kept.positions[1].text, kept.positions[1].support.verdict) == (f"“{HIGH.text}”", "quoted")


def test_before_a_sentence_with_she_the_one_that_names_her_is_sent() -> None:
    alone = replace(RISING, sides=(Side("Water rose to 41 metres.", (LOW,), frozenset({"O1"})), SIDES[1]))
    _, _, model = doubted([alone], [verdict(1, "neither")])
    assert "1| Engineer Lena Marsh read the gauge." in model.asked[0].messages[-1].content


def test_of_two_verdicts_on_one_candidate_the_first_counts() -> None:
    kept, lost, _ = doubted([RISING], [verdict(1, "contradiction"), verdict(1, "neither")])
    assert (len(kept), lost) == (1, ())
