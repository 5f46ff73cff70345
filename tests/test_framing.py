"""The second angle: disagreements between claims, put back on the claims' sentences."""

from __future__ import annotations

import json

from asking import Fake
from clusters import cluster

from briefing.chain import Chain
from briefing.disagreements import contrast
from briefing.material import Material
from briefing.templates import Templates
from briefing.types import Citation, Claim

STORY = cluster(
    ("Water rose to 41 metres.", "Nobody was hurt."), ("Water rose to 44 metres.", "Nobody was hurt there.")
)
MATERIAL = Material.of(STORY)
CITED = [Citation.of(s) for s in MATERIAL.sentences]
CLAIMS = (
    Claim("Water rose to 41 metres.", (CITED[0],)),
    Claim("Nobody was hurt.", (CITED[1], CITED[3])),
    Claim("Water rose to 44 metres.", (CITED[2],)),
)


def reply(*sides: list[int]) -> str:
    positions = [{"text": f"side {n}", "claims": side} for n, side in enumerate(sides)]
    return json.dumps({"disagreements": [{"question": "How high", "kind": "number", "positions": positions}]})


def test_a_position_on_claims_rests_on_their_sentences() -> None:
    (found,) = contrast(Chain(Fake(reply([1], [3, 2])), Templates(), 5000), MATERIAL, CLAIMS)
    assert [p.sentences for p in found.positions] == [[1], [3, 2, 4]]


def test_a_claim_that_is_not_there_names_nothing() -> None:
    (found,) = contrast(Chain(Fake(reply([0, 4, -1], [3])), Templates(), 5000), MATERIAL, CLAIMS)
    assert [p.sentences for p in found.positions] == [[], [3]]


def test_each_claim_is_shown_with_the_sources_that_make_it() -> None:
    model = Fake(reply())
    contrast(Chain(model, Templates(), 5000), MATERIAL, CLAIMS)
    prompt = model.asked[0].messages[-1].content
    assert "1| Water rose to 41 metres. (S1)" in prompt
    assert "2| Nobody was hurt. (S1, S2)" in prompt


def test_without_claims_nobody_is_asked() -> None:
    model = Fake(reply())
    assert contrast(Chain(model, Templates(), 5000), MATERIAL, ()) == ()
    assert model.asked == []
