"""What a model proposes as a claim: found in the sentences of the sources, or not said."""

from __future__ import annotations

import pytest
from clusters import cluster

from briefing.claims import ProposedClaim, settle
from briefing.material import Material

MATERIAL = Material.of(cluster(("The ferry Alma ran aground.", "Nobody was injured.", "Not guilty.")))


def proposed(text: str, *sentences: int) -> ProposedClaim:
    return ProposedClaim(
        text=text,
        sentences=list(sentences),
        attributed_to=None,
        via=None,
        modality="stated",
        importance="core",
    )


@pytest.mark.parametrize("number", [2, 1])
def test_a_short_sentence_of_a_source_is_a_claim_whatever_number_it_is_given(number: int) -> None:
    (found,), omitted = settle((proposed("Nobody was injured.", number),), MATERIAL)
    assert omitted == ()
    assert [c.quote for c in found.citations] == ["Nobody was injured."]


@pytest.mark.parametrize("text", ["Not guilty.", "It was injured.", "2", "Aground."])
def test_hardly_a_word_claims_nothing(text: str) -> None:
    found, (lost,) = settle((proposed(text, 1, 2, 3),), MATERIAL)
    assert found == ()
    assert lost.why == "ungrounded"
