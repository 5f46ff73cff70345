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


@pytest.mark.parametrize(
    ("claim", "evidence", "share"),
    [
        ("Harbour master quay", "Harbour master", 2 / 3),
        ("Harbour snow wind master", "A harbour master", 2 / 4),  # the third after a word is beside it
        ("Harbour snow wind hail master", "A harbour master", 0),
        (
            "Harbour master quay",
            "Harbour snow, wind, hail, master",
            2 / 3,
        ),  # elsewhere one more may intervene
        ("Harbour master quay", "Harbour snow, wind, hail, rain, master", 0),
    ],
)
def test_beside_a_word_are_the_next_three_and_elsewhere_the_next_four(
    claim: str, evidence: str, share: float
) -> None:
    assert together(claim, [evidence]) == pytest.approx(share)


def test_two_words_tell_nothing() -> None:
    assert together("Forty crews", ["Rain fell."]) == together("", []) == 1
    assert together("Forty crews left", ["Rain fell."]) == 0
