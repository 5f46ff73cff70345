"""Words that hang together in a claim hang together where it is from."""

from __future__ import annotations

import pytest

from briefing.grounding.together import together

CLAIM = "The harbour master closed the northern quay after a fire."


@pytest.mark.parametrize(
    ("evidence", "share"),
    [
        ([CLAIM], 1),
        (["After a fire broke out there, the harbour master had the northern quay closed."], 1),
        (["A fire burnt.", "The northern ferry.", "A closed harbour."], 2 / 6),
        (["A fire.", "A master.", "A quay.", "He closed it.", "The harbour.", "Northern lights."], 0),
        (["Northern towns saw snow, wind, hail and rain before the fire."], 0),
        ([], 0),
    ],
)
def test_words_count_that_stand_beside_another_of_the_claim(evidence: list[str], share: float) -> None:
    assert together(CLAIM, evidence) == pytest.approx(share)


def test_two_words_tell_nothing() -> None:
    assert together("Forty crews", ["Rain fell."]) == together("", []) == 1
    assert together("Forty crews left", ["Rain fell."]) == 0
