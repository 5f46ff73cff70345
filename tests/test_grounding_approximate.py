"""Where a quotation stands: found in any length of text, and only where it stands."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus import Corpus
from briefing import sentences
from briefing.grounding.approximate import fewest_edits, locate, nearly
from briefing.grounding.index import index
from briefing.grounding.verbatim import folded
from briefing.types import Sentence, Span

TEXTS = (
    "The harbour master of Selby closed the northern quay on Monday after a crane had caught fire.",
    "Ada Lowen, who runs the ferry office, said: “We won’t carry a single car before the weekend.”",
    "Rain fell.",
)
NEWS = " ".join(str(row["text"]) for row in Corpus().rows(60))


def listed(*texts: str) -> list[Sentence]:
    return [Sentence(f"S1.{i}", Span("S1", 0, len(text)), text) for i, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("quotation", "found"),
    [
        ("the northern quay", 0),
        ("of Selby", 0),
        ("Selby closd the nrthern quay on Mnday", 0),
        ("Selby closd the nrthern qay on Mnday", None),
        ("We won't carry a single car", 1),
        ("we wont carry a single car before the weekend", 1),
        ("harbour master of Selby closd the northen quay on Monday after a crane had caught fire", 0),
        ("The harbour master of Selby has closed the northern quay on Monday after a crane caught fire", 0),
        ("RAIN FELL", 2),
        ("ain fell", None),
        ("the northern quay of the ferry office", None),
        ("on Monday the harbour master closed the quay after a fire of a crane in northern Selby", None),
        ("caught fire. Ada Lowen", None),
        ("", None),
    ],
)
def test_a_quotation_stands_where_a_tenth_of_its_letters_differ_at_most(
    quotation: str, found: int | None
) -> None:
    place = locate(quotation, listed(*TEXTS))
    assert place == (None if found is None else listed(*TEXTS)[found])


def test_of_no_sentences_none_has_it() -> None:
    assert locate("the northern quay", []) is None
    assert nearly("the northern quay", index([])) == -1
    assert nearly("selby closd the nrthern qay on mnday", index(listed(*TEXTS))) == -1


def test_a_misprint_at_either_rim_of_all_that_is_searched_is_none() -> None:
    """The words seem to begin before the first letter, or to end behind the last."""
    (alone,) = listed("The northern quay was closed on Monday.")
    assert locate("xx the northern quay was closed on Monday", [alone]) == alone
    assert locate("the northern quay was closed on Monday yy", [alone]) == alone
    assert locate(f"{'x' * 40} the northern quay", [alone]) is None
    assert locate(f"the northern quay {'x' * 200}", [alone]) is None


def test_altered_sentences_are_found_in_a_long_text_and_those_of_another_are_not() -> None:
    draw = random.Random(4)  # noqa: S311 - no secret
    held = sentences.split("S1", NEWS)
    long = [s.text for s in held if len(s.text) > 60]
    for said in draw.sample(long, 60):
        letters = list(said)
        for at in draw.sample(range(len(letters)), len(letters) // 25):
            letters[at] = "x"
        altered = "".join(letters)
        place = locate(altered, held)
        assert place is not None
        assert fewest_edits(folded(altered), folded(place.text)) <= len(altered) / 10
    shuffled = [" ".join(draw.sample(text.split(), len(text.split()))) for text in long]
    assert not any(locate(text, held) for text in shuffled)


def test_a_sentence_that_many_sources_carry_is_found_in_the_first() -> None:
    """Its words are met so often that none of them is rare."""
    copies = listed(*(f"{text} ({number})" for number in range(40) for text in TEXTS))
    found = locate("Ada Lowen, who runs the fxrry office, said we won't carry a single car", copies)
    assert found == copies[1]


@given(st.text("abc", max_size=10), st.text("abcd", max_size=16))
def test_fewest_edits_are_those_of_the_table(words: str, text: str) -> None:
    """Sellers, 1980: a row for each letter of the words; they may begin and end anywhere."""
    row = [0] * (len(text) + 1)
    for number, letter in enumerate(words, 1):
        new = [number]
        for at, other in enumerate(text, 1):
            new.append(min(row[at - 1] + (letter != other), row[at] + 1, new[-1] + 1))
        row = new
    assert fewest_edits(words, text) == min(row)
