"""The order in which stories are told: raised and muted topics, dates and weights."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from events import BUDGET, COMET, FERRY, clustered, reading

from briefing import stories


def test_a_later_story_ranks_before_an_earlier_one_and_an_undated_one_last() -> None:
    days = {1: None, 2: datetime(2024, 6, 13, tzinfo=UTC), 3: datetime(2024, 6, 14, tzinfo=UTC)}
    texts = {1: FERRY[0], 2: BUDGET[0], 3: COMET[0]}
    found = clustered(*(reading(n, texts[n], published=day) for n, day in days.items()))
    assert [s.readings[0].source.id for s in found] == ["S3", "S2", "S1"]


def test_a_weightier_source_ranks_before_a_later_one() -> None:
    late = datetime(2024, 6, 14, tzinfo=UTC)
    found = clustered(reading(1, FERRY[0], published=late), reading(2, BUDGET[0], weight=2.0))
    assert [s.readings[0].source.id for s in found] == ["S2", "S1"]


@pytest.mark.parametrize("topic", ["comet", "Comets", "comet halden", "KESSEL observatory"])
def test_a_raised_topic_comes_first(topic: str) -> None:
    found = clustered(*(reading(n, text) for n, text in enumerate([*FERRY, COMET[0]], start=1)))
    told, muted = stories.ranked(found, raised=[topic] if "halden" not in topic else ["comet", topic])
    assert [(s.id, s.readings[0].document.text) for s in told] == [("T1", COMET[0]), ("T2", FERRY[0])]
    assert muted == ()


def test_a_muted_topic_is_left_out_by_whole_words_only() -> None:
    found = clustered(reading(1, FERRY[0]), reading(2, BUDGET[0]))
    told, muted = stories.ranked(found, muted=["budgets"])
    assert [s.readings[0].source.id for s in told] == ["S1"]
    assert [s.readings[0].source.id for s in muted] == ["S2"]
    assert stories.ranked(found, muted=["bud", "port", "ferry Vell"])[1] == tuple(
        s for s in found if s.readings[0].source.id == "S1"
    )


def test_a_topic_mentioned_further_down_does_not_mute() -> None:
    text = FERRY[0] + " The weather stayed mild. Trains ran. Schools opened. A horoscope had foretold it."
    assert stories.ranked(clustered(reading(1, text)), muted=["horoscope"])[1] == ()
