"""Sentences that can stand alone are told before those that cannot."""

from __future__ import annotations

import pytest
from clusters import cluster
from orrin import STORY, quotes

from briefing.extractive import tell
from briefing.extractive.salience import salience
from tests.accounts import cluster as pile


def test_a_sentence_that_tells_no_news_is_told_last_if_at_all() -> None:
    told = [s.text for s in tell(STORY, 60).story.statements]
    assert not any("remains to be seen" in text for text in told)


@pytest.mark.parametrize(
    "pointer",
    [
        "In an interview on Monday, Lena Marsh had this to say about the Orrin dam and its rain.",
        "The Orrin dam (seen below) was photographed by Lena Marsh on Monday in the rain.",
    ],
)
def test_what_points_to_another_part_of_the_page_is_no_point(pointer: str) -> None:
    assert pointer not in quotes(cluster((STORY.readings[0].sentences[0].text, pointer)))


MAYOR = "The mayor of Orrin, Ana Roe, resigned on Monday after the flood in Mill Lane, the council said."


def test_a_sentence_on_somebody_named_elsewhere_gives_way_to_one_that_stands_alone() -> None:
    told = quotes(
        cluster(
            (
                MAYOR,
                "Ana Roe, who had fallen in Mill Lane on Monday, was taken to a hospital in Orrin "
                + "again " * 40,
                "Doctors said her condition was good.",
                "Farmers of Mill Lane lost 40 sheep on Monday.",
            )
        ),
        27,
    )
    assert told == [MAYOR, "Farmers of Mill Lane lost 40 sheep on Monday."]


def test_a_sentence_is_told_behind_the_one_that_names_whom_it_speaks_of() -> None:
    told = quotes(cluster((MAYOR, "She had led the council for nine years.")))
    assert told == [MAYOR, "She had led the council for nine years."]


def test_a_title_that_ran_into_the_text_is_no_point() -> None:
    title = "Orrin Dam Holds Through Night Of Rain."
    assert title not in quotes(
        pile(f"{title} {STORY.readings[0].sentences[0].text}", "The dam at Orrin held on Monday.")
    )


def test_a_writer_who_speaks_to_readers_reports_less_than_one_who_does_not() -> None:
    weighed = salience(
        cluster((MAYOR, "You know the Orrin dam held in 1962."), (MAYOR, "The Orrin dam held in 1962."))
    )
    assert weighed.scores[1] < weighed.scores[3]


def test_who_wrote_a_report_is_no_point_of_it() -> None:
    writer = "Pia Solm Marsh is a staff reporter at the Vale Post in Orrin."
    told = quotes(cluster((*(s.text for s in STORY.readings[0].sentences), writer)))
    assert writer not in told


def test_a_quotation_of_hardly_a_word_gives_way_to_what_happened() -> None:
    told = quotes(
        cluster(
            (
                "The Orrin dam held on Monday after a night of heavy rain, the river authority said.",
                "“We’re looking at that,” Marsh said.",
                "Farmers lost 40 sheep.",
                "Marsh closed Quay Street on Monday.",
            )
        ),
        22,
    )
    assert "“We’re looking at that,” Marsh said." not in told


def test_a_beginning_that_needs_another_sentence_leads_less() -> None:
    """Both say the same of the same; only one says of whom."""
    named, unnamed = "Ana Roe of Orrin resigned after the flood.", "She resigned after the flood in Orrin."
    weighed = salience(cluster((named, MAYOR), (unnamed, MAYOR)))
    least = weighed.scores[2] / weighed.scores[0]
    assert weighed.heads[2] / weighed.heads[0] < least
