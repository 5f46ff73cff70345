"""A model as judge: what it is shown of the evidence."""

from __future__ import annotations

from briefing.evaluation.judges.model import LONGEST, shown_of

FILLER = "Rain fell on the hills again that day, and nobody said a word about it. "


def test_evidence_that_fits_is_shown_whole_in_one_line() -> None:
    assert shown_of("One thing.\n\nAnother  thing.", "One thing.") == "One thing. Another thing."


def test_of_long_evidence_what_is_nearest_to_the_claim_is_shown_wherever_it_stands() -> None:
    """And in its order: a claim is not called unsupported for what was cut off."""
    told = f"The mill burnt on Monday. {FILLER * 300}The owner, Ada Holm, blamed a heater in the mill."
    shown = shown_of(told, "Ada Holm blamed a heater for the fire at the mill on Monday.")
    assert len(shown) <= LONGEST < len(told)
    assert shown.startswith("The mill burnt on Monday. Rain fell")
    assert shown.endswith("The owner, Ada Holm, blamed a heater in the mill.")


def test_of_one_endless_sentence_a_part_is_shown() -> None:
    shown = shown_of("word " * LONGEST + "end", "The end of a word.")
    assert shown.endswith(" end")
    assert len(shown) <= LONGEST
