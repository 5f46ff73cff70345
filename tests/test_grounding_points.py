"""Points: sentences that say the same are one, however many say it."""

from __future__ import annotations

from briefing.grounding.points import near_duplicates, points, repeated
from briefing.types import Sentence, Span

FIVE = "crew harbour quay gull boat"


def _sentences(*texts: str) -> list[Sentence]:
    return [Sentence(f"S1.{i}", Span("S1", 100 * i, 100 * i + 9), text) for i, text in enumerate(texts, 1)]


def _ids(*texts: str) -> list[list[str]]:
    return [[sentence.id for sentence in point] for point in points(_sentences(*texts))]


def test_sentences_of_the_same_stems_are_one_point() -> None:
    assert _ids("The crew left.", "Rain fell.", "Crews left!") == [["S1.1", "S1.3"], ["S1.2"]]


def test_two_texts_are_near_duplicates_from_four_fifths_of_their_stems() -> None:
    assert list(near_duplicates([FIVE, FIVE.removesuffix(" boat")])) == [(0, 1)]
    assert list(near_duplicates([FIVE, FIVE.removesuffix(" gull boat")])) == []
    assert list(near_duplicates([FIVE, f"{FIVE} coal"])) == [(0, 1)]


def test_a_near_duplicate_of_two_points_joins_the_first_alone() -> None:
    """The third is near both; the first two are not near one another."""
    one, other = f"{FIVE} coal", f"{FIVE.removesuffix(' boat')} coal tug"
    both = f"{FIVE} coal tug"
    assert list(near_duplicates([one, other, both])) == [(0, 2), (1, 2)]
    assert _ids(one, other, both) == [["S1.1", "S1.3"], ["S1.2"]]


def test_a_chain_of_near_duplicates_is_one_point() -> None:
    first = "crew harbour quay gull boat tug coal lock rope mast"
    second = first.replace("crew", "mate")
    assert _ids(first, second, second.replace("harbour", "port")) == [["S1.1", "S1.2", "S1.3"]]


EIGHT = "crew harbour quay gull boat tug coal lock"


def test_a_text_repeats_one_that_has_nearly_all_its_stems_and_its_numbers() -> None:
    longer = f"{EIGHT} 41 rope mast net oar cod sail wind tide reef buoy"
    assert repeated(f"{EIGHT} 41", ["rain", longer]) == 1
    assert repeated(f"{EIGHT} 41 bell rye", [longer]) is None
    assert repeated(f"{EIGHT} 42", [longer.replace("41", "41 42")]) == 0
    assert repeated(f"{EIGHT} 42", [longer]) is None
    assert repeated(EIGHT.removesuffix(" lock"), [longer]) is None, "too few to tell"
    assert repeated(longer, [EIGHT]) is None, "it says more"


def test_a_part_with_another_number_is_no_repetition() -> None:
    part = "The harbour union of Skerry said {} crews stopped work at three piers on Monday morning."
    whole = part.format(43)[:-1] + ", while ferries of the northern line went on running as far as Kelm."
    assert repeated(part.format(43), [whole]) == 0
    assert repeated(part.format(40), [whole]) is None
