"""A question and the yes or no behind it are evidence together."""

from __future__ import annotations

import pytest

from briefing.grounding import faults, is_answer

ASKED = "Did Lena Orr take on a godson because of the legend of the grey bell?"


@pytest.mark.parametrize("text", ["No.", "Yes!", "“No,”", "Not at all.", "Wrong."])
def test_a_yes_or_a_no_is_an_answer(text: str) -> None:
    assert is_answer(text)


@pytest.mark.parametrize("text", ["No ferry sailed.", "Never mind the ferry.", "Yesterday.", ""])
def test_a_sentence_that_says_more_is_none(text: str) -> None:
    assert not is_answer(text)


def test_what_is_asked_and_answered_with_no_is_denied() -> None:
    denied = "Lena Orr did not take on a godson because of the legend of the grey bell."
    assert faults(denied, [ASKED, "No."]) == ()
    assert [f.kind for f in faults(denied, [ASKED, "Yes."])] == ["negation"]
    assert [f.kind for f in faults(denied, [ASKED])] == ["negation"]


def test_a_no_behind_another_question_denies_nothing_else() -> None:
    evidence = [ASKED, "Yes.", "Is the ferry late?", "No."]
    assert faults("Lena Orr did not take on a godson because of the legend.", evidence) != ()
