"""Voices: who speaks in the evidence, and who else may."""

from __future__ import annotations

import pytest

from briefing.grounding.voices import joins, voices


def heard(*evidence: str) -> list[tuple[str | None, str | None]]:
    return [(voice.speaker, voice.name) for voice in voices(evidence)]


def test_a_voice_has_a_name_where_the_sentence_tells_one() -> None:
    assert heard("Ono said so.", "The union said so.", "Rain fell.") == [("Ono", "Ono"), ("The union", None)]


def test_a_pronoun_is_taken_for_who_spoke_last_by_name() -> None:
    assert heard("Ono said so.", "The crews said no.", "She added more.")[-1] == (None, "Ono")
    assert heard("She added more.", "Ono said so.") == [("Ono", "Ono")]


def test_an_outlet_that_reports_is_no_pronouns_speaker() -> None:
    assert heard("Ono said so.", "It sank, Quayside reported.", "She added more.")[-1] == (None, "Ono")
    assert [voice.passes_on for voice in voices(["It sank, Quayside reported."])] == [True]


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("Reyes said so.", True),
        ("Ada Reyes said so.", True),
        ("Reyes and Ono said so.", True),
        ("Ono said that Reyes knew.", False),
        ("“No,” said Ono, an aide to Reyes.", True),
        ("“No,” the crews quoted Reyes.", True),
        ("Ono said so, as did Reyes.", True),
        ("Ono and Reyes issued a joint statement.", True),
        ("“Reyes knew,” said Ono.", False),
    ],
)
def test_those_beside_the_speaker_may_be_who_speaks(sentence: str, may: bool) -> None:
    assert any(voice.may_be("Reyes") for voice in voices([sentence])) == may


def test_one_joins_in_who_does_as_another_did() -> None:
    assert joins("Reyes", ["Ono called for it, as did Reyes."])
    assert not joins("Ono", ["Ono called for it, as did Reyes."])
