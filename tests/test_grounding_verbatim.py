"""Whether words stand as they are quoted: whole words of one text, in a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.grounding.verbatim import folded, is_one_of, occurrences, stands

SAID = "“We won’t leave the quay,” said Ada Lowen—the crew’s oldest hand … and left."


@pytest.mark.parametrize(
    ("quotation", "found"),
    [
        ("We won't leave the quay", True),
        ("WE WON’T LEAVE", True),
        ("we wont leave", False),
        ("e won’t leave", False),
        ("leave the qua", False),
        ("the quay, said Ada Lowen", True),
        ("the oldest hand", False),
        ("We … Ada Lowen", True),
        ("Ada Lowen … we", False),
        ("oldest hand . . . left", True),
        ("", True),
        ("…", True),
    ],
)
def test_case_and_the_shapes_of_marks_do_not_matter_and_letters_do(quotation: str, found: bool) -> None:
    assert stands(quotation, [SAID]) is found


def test_a_gap_joins_no_two_texts() -> None:
    """What two sources say is no quotation of either."""
    both = ["The crew will leave.", "The mayor will stay."]
    assert stands("crew … leave", both)
    assert not stands("crew … stay", both)
    assert not stands("will leave", ["The crew will ... leave."])
    assert not stands("leave. The mayor", both)


def test_a_whole_sentence_is_one_of_its_evidence_whatever_the_shapes_of_its_marks() -> None:
    evidence = ("The crew left.", "“We won’t,” said  Ada.")
    assert is_one_of('"we won\'t," SAID Ada.', evidence)
    assert not is_one_of("The crew", evidence)
    assert not is_one_of("The crew left. “We won’t,” said Ada.", evidence)


def test_an_apostrophe_is_a_letter_and_a_mark_around_words_is_none() -> None:
    assert folded("the players’ “best” game") == folded('the players "best" game')
    assert folded("we’re") != folded("were")


def test_a_mark_that_ends_and_one_that_begins_part_two_words() -> None:
    assert folded("“quay”“crew”") == folded('"quay""crew"') == "quay crew"
    assert stands("the crew", ['"the quay""the crew""the mayor"'])


@given(st.text("ab ", min_size=1, max_size=4), st.text("ab ", max_size=20))
def test_occurrences_cut_no_word(words: str, text: str) -> None:
    for at in occurrences(words, text):
        end = at + len(words)
        assert text[at:end] == words
        assert not text[max(0, at - 1) : at + 1].isalnum() or at == 0
        assert not text[end - 1 : end + 1].isalnum() or end == len(text)


@given(st.lists(st.sampled_from(["quay", "won't", "crew", "“left”", "Ada—", "1,200"]), min_size=1), st.data())
def test_whole_words_of_a_text_stand_in_it(said: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(said) - 1))
    last = data.draw(st.integers(first + 1, len(said)))
    assert stands(" ".join(said[first:last]), ["Nothing.", " ".join(said)])
