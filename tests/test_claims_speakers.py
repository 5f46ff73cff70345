"""Who a model says has said it: a name of the cited sentences, printed as it is seen, or nobody."""

from __future__ import annotations

import pytest
from clusters import cluster

from briefing.claims import ProposedClaim, settle
from briefing.material import Material

SAID = "Engineer Lena Marsh of Orrin Works Inc. said that water rose to 41 metres."
MATERIAL = Material.of(cluster((SAID, "The dam held on Monday."), ("The dam at Orrin held.",)))


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("Lena Marsh", "Lena Marsh"),
        (" Lena\u200b\n Ma\u202ersh ", "Lena Marsh"),
        ("Lena Marsh of Orrin Works Inc.", "Lena Marsh of Orrin Works Inc."),
        ("Ida Holt", None),
        (SAID, None),
        ("Lena Marsh said that water rose.", None),
        ("Lena Marsh, https://evil.example", None),
        ("\u200b", None),
        (None, None),
    ],
)
def test_a_speaker_is_a_name_that_the_sentence_has(stated: str | None, told: str | None) -> None:
    text = "Water rose to 41 metres, engineer Lena Marsh said."
    proposed = ProposedClaim(
        text=text, sentences=[1], attributed_to=stated, via=stated, modality="stated", importance="core"
    )
    (found,), omitted = settle((proposed,), MATERIAL)
    assert omitted == ()
    assert found.attributed_to == told
