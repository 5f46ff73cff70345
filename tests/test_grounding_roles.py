"""Roles: who acts in a sentence, and who is only spoken of."""

from __future__ import annotations

import pytest

from briefing.grounding.roles import actors, spoken_of


def acting(sentence: str) -> list[str]:
    return [name.text for name in actors(sentence)]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Reyes shut the quay.", ["Reyes"]),
        ("On Monday Reyes shut the quay.", ["Reyes"]),
        ("In 1993 Reyes shut the quay.", ["Reyes"]),
        ("On Monday, Reyes shut the quay.", ["Reyes"]),
        ("The quay was shut by Reyes.", ["Reyes"]),
        ("The crews sat with Reyes.", []),
        ("The crews sat with Mr. Reyes.", []),
        ("They sat with the old grey Reyes.", []),
        ("They left after Reyes shut the quay.", ["Reyes"]),
        ("The quay shut because of rain, and Reyes left.", ["Reyes"]),
        ("The search of Reyes's yard ended.", []),
        ("The yard of the crews who Reyes paid is shut.", ["Reyes"]),
        ("Meeting President Reyes, Ono wept.", ["Meeting", "Ono"]),
        ("They ended it, praising Reyes for it.", []),
        ("They left it, adding Reyes had known.", ["Reyes"]),
        ("The crews told Reyes so.", []),
        ("The quay is shut, according to Reyes.", ["Reyes"]),
        ("It was said by an aide to Reyes.", ["Reyes"]),
        ("It was read out, quoting Reyes.", ["Reyes"]),
        ("The end was plain from Reyes's own angry tweets.", ["Reyes"]),
        ("It was heard from Reyes, who later said more.", ["Reyes"]),
        ("It was heard from Reyes, who left.", []),
        ("“Reyes shut the quay,” they said.", []),
        ("Three owners, including Reyes, shut it.", ["Reyes"]),
        ("The Bank of Reyes shut.", ["Bank of Reyes"]),
    ],
)
def test_a_name_acts_unless_a_preposition_a_verb_or_a_possessive_makes_it_an_object(
    sentence: str, who: list[str]
) -> None:
    assert acting(sentence) == who


@pytest.mark.parametrize(
    ("evidence", "is_it"),
    [
        (["The crews read Reyes's letterbox."], True),
        (["They sat with Reyes.", "Ada Reyes left."], False),
        (["They sat with Reyes.", "For Reyes said so."], False),
        (["They said “Reyes shut it”."], True),
        (["They sat with President Reyes.", "The president said so."], False),
        (["They sat with President Reyes.", "The chief said so."], True),
        (["They shut it."], False),
    ],
)
def test_who_acts_or_speaks_nowhere_is_only_spoken_of(evidence: list[str], is_it: bool) -> None:
    assert spoken_of("Reyes", evidence) == is_it
