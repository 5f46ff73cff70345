"""Tolls that rise while they are told: a later count is an update, another one of that time a dispute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from accounts import cluster, kinds

from briefing.extractive import detectors
from briefing.types import Document

FERRY = "The ferry Solveig ran on to rocks off Hern on Tuesday.\n\n"
NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)
TWO, FOUR = (
    FERRY + "Two sailors died, the coast guard said.",
    FERRY + "Four sailors died, the coast guard said.",
)


def published(*told: tuple[str, datetime | None]) -> list[str]:
    """The kinds of disagreement of these texts, each published at its time."""
    story = cluster(*(text for text, _ in told))
    readings = (
        replace(r, document=Document(replace(r.source, published=at), text))
        for r, (text, at) in zip(story.readings, told, strict=True)
    )
    return [d.kind for d in detectors.detect(replace(story, readings=tuple(readings)))]


@pytest.mark.parametrize(
    ("two", "four", "found"),
    [
        (NOON, NOON + timedelta(hours=7), []),
        (NOON + timedelta(hours=7), NOON, ["number"]),
        (NOON, NOON + timedelta(minutes=10), ["number"]),
        (None, None, ["number"]),
        (NOON, None, ["number"]),
    ],
    ids=["risen", "fallen", "at once", "undated", "one undated"],
)
def test_a_toll_that_is_higher_in_a_later_report_is_an_update(
    two: datetime | None, four: datetime | None, found: list[str]
) -> None:
    assert published((TWO, two), (FOUR, four)) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Three sailors were hurt, police said at 9am.", "Five sailors were hurt, police said at 6pm."),
        ("About 450 homes were without power at 8am.", "By noon 610 homes had no electricity."),
        ("About 450 homes were without power at noon.", "By 6pm 150 homes had no electricity."),
    ],
)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_counts_of_two_times_of_day_do_not_differ(one: str, other: str, swap: bool) -> None:
    texts = (FERRY + one, FERRY + other)
    assert kinds(*(texts[::-1] if swap else texts)) == []


def test_a_toll_that_is_lower_later_in_the_day_is_a_dispute() -> None:
    one = FERRY + "Five sailors were hurt, police said at 9am."
    assert kinds(one, FERRY + "Three sailors were hurt, police said at 6pm.") == [("number", "contradiction")]


def test_the_time_of_the_event_is_not_when_its_toll_was_counted() -> None:
    one = FERRY + "Three sailors were killed at 9am."
    found = kinds(one, FERRY + "Five sailors were killed at 6pm.")
    assert ("number", "contradiction") in found


def test_a_toll_of_an_old_event_is_a_dispute_whenever_it_is_published() -> None:
    one, other = (f"The sinking of the ferry Solveig in 1953 killed {toll} people." for toll in (112, 133))
    assert published((one, NOON), (other, NOON + timedelta(hours=7))) == ["number"]


def test_a_report_of_a_day_alone_is_not_surely_the_earlier_one_of_that_day() -> None:
    day = NOON.replace(hour=0)
    assert published((TWO, day), (FOUR, NOON)) == ["number"]
    assert published((TWO, day), (FOUR, NOON + timedelta(days=1))) == []


@pytest.mark.parametrize(
    ("two", "found"),
    [
        ("Correction officers at Hallow prison said that two inmates died.", ["number"]),
        ("Correction: two inmates of Hallow prison died, not three.", []),
    ],
)
def test_officers_of_correction_take_nothing_back(two: str, found: list[str]) -> None:
    scene = "A fire broke out at Hallow prison on Tuesday.\n\n"
    assert published((scene + two, None), (scene + "Four inmates of Hallow prison died.", None)) == found


def test_a_rise_that_a_live_report_tells_is_no_dispute_between_the_others() -> None:
    live = "17:55 The coast guard now says that four sailors died.\n\n16:10 The mayor says that two died."
    assert kinds(TWO, FOUR, FERRY + live) == []
    assert kinds(TWO, FOUR, FERRY) == [("number", "contradiction")]


def test_a_disputed_day_hides_no_disputed_toll_nor_the_other_way_round() -> None:
    one = "An explosion destroyed the school of Orrin on Monday, injuring 17 pupils."
    other = "On Tuesday an explosion that destroyed the school of Orrin injured 23 pupils."
    assert {kind for kind, _ in kinds(one, other)} == {"time", "number"}
