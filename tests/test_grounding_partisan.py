"""A party's claim printed as fact."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.grounding.partisan import bare


@pytest.mark.parametrize(
    ("text", "evidence", "party"),
    [
        ("Union leaders broke the deal.", ["Ono claimed union leaders broke the deal."], "Ono"),
        ("Union leaders broke the deal.", ["Ono said union leaders broke the deal."], None),
        (
            "Union leaders broke the deal.",
            ["Ono claimed union leaders broke the deal.", "Union leaders broke the deal in May."],
            None,
        ),
        ("Ono says union leaders broke the deal.", ["Ono claimed union leaders broke the deal."], None),
        ("Union leaders broke “the deal”.", ["Ono claimed union leaders broke the deal."], None),
        ("Penguins dance.", ["Ono claimed union leaders broke the deal."], None),
        ("Union leaders broke the deal.", ["Rain fell.", "Ono claimed union leaders broke the deal."], "Ono"),
        ("Three villages went to prayer.", ["Until dusk it called three villages to prayer."], None),
        ("Of the.", ["Ono claimed union leaders broke the deal."], None),
        ("Crews sank grey boats.", ["Ono claimed crews sank cars."], "Ono"),  # half of the words
        ("Crews sank grey old boats.", ["Ono claimed crews sank cars."], None),
        # four fifths of what is shared stand behind the verb, and less
        ("Grey crews sank old boats.", ["On the grey quay Ono claimed crews sank old boats."], "Ono"),
        ("Grey wet crews sank old boats.", ["On the grey wet quay Ono claimed crews sank old boats."], None),
    ],
)
def test_a_claim_is_bare_where_only_its_party_makes_it(
    text: str, evidence: Sequence[str], party: str | None
) -> None:
    assert bare(text, evidence) == party
