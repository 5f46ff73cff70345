"""Points that several sources tell, each in its own words; what one denies is cited for no other."""

from __future__ import annotations

import numpy as np
from clusters import cluster

from briefing.extractive import tell
from briefing.extractive.echoes import echoes
from briefing.extractive.points import points
from briefing.extractive.salience import salience
from briefing.types import Statement

BOARD = "The board of the hospital at Fenwater closed the ward"
COUNCIL = "The council of Halden closed the old harbour on Monday after divers found a second cable."
ALSO = "Divers found another cable in Halden, so its council closed the harbour on Monday."


def told(word: str, *texts: tuple[str, ...]) -> list[Statement]:
    """The statements of this story with this word."""
    return [s for s in tell(cluster(*texts), 250).story.statements if word in s.text]


def test_sentences_of_unlike_things_share_no_point_for_a_figure() -> None:
    carried = told(
        "71",
        ("Halden's council closed the harbour on Monday.", "The motion was carried by 71 votes."),
        ("The harbour of Halden is shut.", "A keeper of 71 lit a candle in the window."),
    )
    assert [len(s.citations) for s in carried] == [1, 1]


def test_what_one_source_denies_is_no_point_of_another_that_does_not() -> None:
    promised = (
        "Dr Reeve said that the money, 2.4 million crowns a year, would be in the county's autumn budget."
    )
    conceded = (
        "Critics answer that no budget has been agreed, and the board's chairman, Anselm Reeve, conceded "
        "that a decision on the funds, about 2.4 million crowns annually, would not come before the autumn."
    )
    carried = told("2.4", (f"{BOARD} on Tuesday.", promised), (f"{BOARD} for good.", conceded))
    assert [len(s.citations) for s in carried] == [1, 1]


def test_what_is_printed_already_is_not_told_again_by_another_source() -> None:
    story = ((COUNCIL, "A storm kept everybody in Ketter."), (ALSO, "Toll leads the dredgers of the county."))
    assert len(told("council", *story)) == 1


def test_what_others_tell_in_several_sentences_is_told_as_one_sources_alone_only_if_there_is_room() -> None:
    scattered = (
        "Toll leads the dredgers of the county.",
        "A storm kept everybody in Marrow.",
        "The wait costs the crews their bonus.",
        "Crews sleep on deck.",
    )
    gathered = "Toll says that the storm costs dredgers who sleep in Marrow a bonus."
    own = "A baker in Quill Street sold 412 loaves to the stranded passengers."
    story = cluster((COUNCIL, *scattered), (ALSO, gathered, own))
    narrow = [s.citations[0].quote for s in tell(story, 40).story.statements]
    assert own in narrow
    assert gathered not in narrow


def test_what_was_put_off_is_told_where_there_is_room() -> None:
    storm = "A storm kept everybody in Marrow."
    mine = ("Toll leads the dredgers of the county.", storm, "The wait costs the crews their bonus.")
    gathered = "Toll says that the storm costs dredgers who sleep in Marrow a bonus."
    assert [len(s.citations) for s in told(storm, (COUNCIL, *mine), (ALSO, gathered))] == [1]


def test_of_each_origin_the_surest_sentence_is_cited_if_it_is_sure_enough() -> None:
    assert echoes(["a", "b", "b", "b", "c"], np.array([0.0, 0.5, 0.9, 0.6, 0.2])) == [2]


def test_what_a_position_cites_is_not_told_again_by_another_source() -> None:
    storm = "A storm kept the dredgers of Ketter in port all week."
    baker = "A baker in Quill Street sold 412 loaves to the stranded passengers."
    story = cluster((storm, COUNCIL), (baker, ALSO))
    weighed = salience(story)
    said = [s for s in weighed.sentences if s.text == COUNCIL]
    assert said
    assert ALSO not in [p.speaker.text for p in points(weighed, story.origin_of, 250, said)]
    assert not {COUNCIL, ALSO}.isdisjoint(p.speaker.text for p in points(weighed, story.origin_of, 250))


def test_a_story_without_a_sentence_has_no_points() -> None:
    story = cluster(())
    assert points(salience(story), story.origin_of, 250) == ()
