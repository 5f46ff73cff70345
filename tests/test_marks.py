"""Marks: figures and days that two sentences share only where they are likely to tell one thing."""

from __future__ import annotations

from decimal import Decimal

from clusters import cluster

from briefing.extractive import tell
from briefing.extractive.marks import Mark, marks

BOARD = "The board of the hospital at Fenwater closed the ward"
OFTEN = ("Orr, 47, left.", "Orr, 47, fell ill.", "Nobody at 47 is safe.", "The harbour took 612 boats.")


def marked(*texts: tuple[str, ...]) -> tuple[frozenset[Mark], ...]:
    story = cluster(*texts)
    return marks(tuple(story.sentences), story.origin_of)


def test_figures_of_two_digits_and_days_are_marks_and_others_are_with_what_they_count() -> None:
    passed = "HALDEN, June 29 (AP) — The bill passed 234-193 on June 28, 2019."
    cost = "It cost 35.7 percent of three funds, at 9."
    assert marked((passed, cost)) == (
        {Decimal(234), Decimal(193), (6, 28)},
        {Decimal("35.7"), (Decimal(3), "fund")},
    )


def test_what_an_origin_has_in_three_sentences_marks_no_sentence_of_the_story() -> None:
    assert marked(OFTEN, ("A man of 47 left.",)) == (*[frozenset()] * 3, {Decimal(612)}, frozenset())
    assert marked(OFTEN[1:], ("A man of 47 left.",))[-1] == {Decimal(47)}


def test_sentences_in_other_words_with_two_marks_are_one_point_of_both_sources() -> None:
    story = cluster(
        ("Halden's council closed the harbour on Monday.", "The motion was carried by 71 votes to 66."),
        ("The harbour of Halden is shut.", "By 71 to 66 the town's members backed the motion to close it."),
    )
    carried = [s for s in tell(story, 250).story.statements if "71" in s.text]
    assert [sorted(c.span.source for c in s.citations) for s in carried] == [["S1", "S2"]]


def test_sentences_of_unlike_things_share_no_point_for_a_figure() -> None:
    story = cluster(
        ("Halden's council closed the harbour on Monday.", "The motion was carried by 71 votes."),
        ("The harbour of Halden is shut.", "A keeper of 71 lit a candle in the window."),
    )
    carried = [s for s in tell(story, 250).story.statements if "71" in s.text]
    assert [len(s.citations) for s in carried] == [1, 1]


def test_what_one_source_denies_is_no_point_of_another_that_does_not() -> None:
    promised = (
        "Dr Reeve said that the money, 2.4 million crowns a year, would be in the county's autumn budget."
    )
    conceded = (
        "Critics answer that no budget has been agreed, and the board's chairman, Anselm Reeve, conceded "
        "that a decision on the funds, about 2.4 million crowns annually, would not come before the autumn."
    )
    story = cluster((f"{BOARD} on Tuesday.", promised), (f"{BOARD} for good.", conceded))
    carried = [s for s in tell(story, 250).story.statements if "2.4" in s.text]
    assert [len(s.citations) for s in carried] == [1, 1]


def test_a_sentence_is_not_cited_for_what_it_denies() -> None:
    story = cluster(
        ("The council closed the harbour.", "Mayor Holm signed the order to close the harbour of Halden."),
        (
            "The harbour is shut.",
            "Mayor Holm never signed the order to close the harbour of Halden, an aide said.",
        ),
    )
    carried = [s for s in tell(story, 250).story.statements if "signed" in s.text]
    assert all(len(s.citations) == 1 for s in carried)
