"""Whom a sentence of the story credits: the outlet that all of its sources have it from."""

from __future__ import annotations

import pytest
from clusters import cluster

from briefing.material import Material
from briefing.types import Citation, Claim
from briefing.writing import ProposedSentence, ProposedStory, settle

HEARD = "The old dam at Orrin held through the night, the Harl Courier reported."
SEEN = "The old dam at Orrin held through the night."


@pytest.mark.parametrize(
    ("first", "second", "credit"),
    [
        ((HEARD,), ("According to the Harl Courier the old dam at Orrin held.",), "Harl Courier"),
        ((HEARD,), ("The Harl Courier was there.", SEEN), "Harl Courier"),
        ((HEARD,), (SEEN,), None),
        ((HEARD,), ("Crews slept by the dam.",), "Harl Courier"),
        ((HEARD,), ("The Harl Courier was there.", "Rain fell.", "Crews came.", SEEN), None),
    ],
    ids=["both credit it", "credited before", "one says it itself", "one says less", "named far off"],
)
def test_an_outlet_is_credited_where_no_source_says_as_much_without_naming_it(
    first: tuple[str, ...], second: tuple[str, ...], credit: str | None
) -> None:
    material = Material.of(cluster(first, second))
    told, other = material.sentences[0], material.sentences[-1]
    claims = [
        Claim(told.text, (Citation.of(told),), None, "stated", "Harl Courier", "core"),
        Claim(other.text, (Citation.of(other),), None, "stated", None, "core"),
    ]
    said = ProposedSentence(text="Through the night the old Orrin dam held.", claims=[1, 2], role="lead")
    (statement,), _ = settle(ProposedStory(headline="", sentences=[said]), claims, material, 99)
    assert statement.via == credit


def test_two_outlets_are_no_credit() -> None:
    material = Material.of(cluster((HEARD,), (HEARD.replace("Harl Courier", "Vane Post"),)))
    claims = [
        Claim(s.text, (Citation.of(s),), None, "stated", via, "core")
        for s, via in zip(material.sentences, ("Harl Courier", "Vane Post"), strict=True)
    ]
    said = ProposedSentence(text="Through the night the old Orrin dam held.", claims=[1, 2], role="lead")
    (statement,), _ = settle(ProposedStory(headline="", sentences=[said]), claims, material, 99)
    assert statement.via is None
