"""What holds of every reader of a text, whatever stands in it: true spans, an end in time, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.grounding import dates, numerals
from briefing.grounding.dates import moments, relative
from briefing.grounding.hedges import hedges
from briefing.grounding.loaded import loaded
from briefing.grounding.names import names
from briefing.grounding.negation import negated
from briefing.grounding.numbers import quantities
from briefing.grounding.quotations import outside, quotations
from briefing.grounding.speech import speeches

TEXT = st.text(alphabet=st.sampled_from(list("ab AB.,'\"“”‘’ \n123$%-é\x00")), max_size=80)


@given(TEXT)
def test_spans_are_slices_of_any_text(text: str) -> None:
    for found in (*quotations(text), *quantities(text), *moments(text), *names(text)):
        assert text[found.start : found.end] == found.text
    assert len(outside(text)) == len(text)


@pytest.mark.parametrize("piece", ["a-", "five million ", '" a', "A.", "1,000,", "said Bob ", "\ud800\x00"])
def test_a_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    for read in (quotations, quantities, moments, relative, names, speeches, hedges, negated, loaded):
        read(text)


WORD = st.sampled_from(
    [
        *(*numerals.UNITS, *numerals.TENS, *numerals.SCALES, *numerals.ORDINALS, *numerals.FRACTIONS),
        *(*dates.MONTHS, *dates.WEEKDAYS, "noon", "midday", "midnight", "tens", "scores"),
        *("in", "of", "a", "and", "USD", "p.m.", "5", "1987", "½", "3.5", "12:30", "%"),
    ]
)
FORM = st.sampled_from([str, str.capitalize, str.upper, lambda word: f"{word}s"])
JOINT = st.sampled_from([" ", "-", ", "])
SAID = st.lists(st.builds(lambda form, word, joint: form(word) + joint, FORM, WORD, JOINT), max_size=8)


@given(SAID)
def test_what_is_not_looked_for_is_not_there(said: list[str]) -> None:
    """A text without figures, months or words of number is done with early, and nothing is lost by it."""
    text = "".join(said)
    early = quantities.__wrapped__(text), moments(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numerals, "spelled", lambda _: True)
        patch.setattr(dates, "_FORMS", tuple((set(), form) for _, form in dates._FORMS))
        assert (quantities.__wrapped__(text), moments(text)) == early
