"""Disagreements of a story that a model tells: which of them reach the brief."""

from __future__ import annotations

from told import GOOD, WATER_C, WATER_H, brief, claim, verdict


def test_a_candidate_that_does_not_survive_doubt_is_no_disagreement() -> None:
    made, _ = brief(doubt={"verdicts": [verdict(n, "neither", 0) for n in range(1, 6)]})
    assert made.stories[0].disagreements == ()


def test_sides_that_rest_on_one_source_never_reach_the_doubt() -> None:
    one_sided = {
        "disagreements": [
            {
                "question": "How high the water rose",
                "kind": "number",
                "positions": [
                    {"text": "Water rose to 41 metres", "sentences": [WATER_C]},
                    {"text": "About 300 people left their homes", "sentences": [4]},
                ],
            }
        ]
    }
    made, _ = brief(disagreements=one_sided)
    assert ("ungrounded", "the model's “How high the water rose”") in {
        (o.why, o.what) for o in made.not_covered
    }


def test_a_disagreement_that_only_the_claims_show_is_told() -> None:
    claims = {
        "claims": [
            *GOOD["claims"]["claims"],  # type: ignore[index]
            claim("Engineer Lena Marsh said water rose to 44 metres.", WATER_H, speaker="Lena Marsh"),
        ]
    }
    sides = [
        {"text": "water rose to 41 metres", "claims": [3]},
        {"text": "it rose to 44 metres", "claims": [4]},
    ]
    framing = {
        "disagreements": [{"question": "How high the water rose", "kind": "number", "positions": sides}]
    }
    made, _ = brief(claims=claims, framing=framing, disagreements={"disagreements": []})
    assert "How high the water rose" in {d.question for d in made.stories[0].disagreements}
