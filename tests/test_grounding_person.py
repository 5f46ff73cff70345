"""A brief speaks in no first person and to nobody; what it quotes may."""

from __future__ import annotations

import pytest

from briefing.grounding.person import person


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The candidate is the best that I have seen.", "I"),
        ("It is the best I’ve seen.", "I’ve"),
        ("This makes our harbour the best.", "our"),
        ("The ferry sank. You should know that.", "You"),
        ("We think that it sank.", "We"),
    ],
)
def test_who_speaks_of_himself_or_to_the_reader_is_heard(text: str, word: str) -> None:
    found = person(text)
    assert found is not None
    assert found.strip(" .") == word


@pytest.mark.parametrize(
    "text",
    [
        "“I have seen it, and we will see it again,” Lena Marsh said.",
        "US crews left Pier I in World War I, Our Lady of Tarn says.",
        "The review *My Harbour* calls it a wreck.",
    ],
)
def test_titles_and_quotations_are_left_alone(text: str) -> None:
    assert person(text) is None
