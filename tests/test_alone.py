"""What is told as one source's alone has words that no other source has."""

from __future__ import annotations

import pytest
from clusters import cluster

from briefing.extractive import tell
from briefing.extractive.alone import tellable_alone, unheard
from briefing.extractive.salience import salience

COUNCIL = "The council of Halden closed the old harbour on Monday after divers found a second cable."
ALSO = "Divers found another cable in Halden, so its council closed the harbour on Monday."


def test_the_part_of_a_sentence_that_no_other_origin_has_in_any_sentence() -> None:
    story = cluster(("Ferries wait.", "Ferries leave Marrow."), ("Ferries wait at Marrow.",))
    assert unheard(salience(story), story.origin_of) == pytest.approx((0.0, 1 / 3, 0.0))


def test_in_a_story_of_one_origin_every_sentence_may_be_told() -> None:
    story = cluster(("Ferries wait.", "Ferries wait."))
    assert all(tellable_alone(salience(story), story.origin_of))


def test_what_a_report_begins_with_needs_nearly_half_of_its_words_for_itself() -> None:
    third = "Divers of Halden found an old cable in the harbour, and Mayor Holm wept."
    begins = cluster((COUNCIL,), (third, "A storm kept everybody in Ketter all day."))
    goes_on = cluster((COUNCIL,), ("A storm kept everybody in Ketter all day.", third))
    assert tellable_alone(salience(begins), begins.origin_of) == (False, False, True)
    assert tellable_alone(salience(goes_on), goes_on.origin_of) == (False, True, True)


def test_a_report_that_begins_with_something_else_may_be_told_alone() -> None:
    head = "Bakers in Quill Street gave 412 loaves to strangers whose hotel had burned down overnight."
    story = cluster((COUNCIL, "A storm kept everybody in Ketter."), (head,))
    assert head in {s.citations[0].quote for s in tell(story, 250).story.statements}


def test_what_others_tell_in_several_sentences_is_not_told_as_one_sources_alone() -> None:
    scattered = (
        "Toll leads the dredgers of the county.",
        "A storm kept everybody in Marrow.",
        "The wait costs the crews their bonus.",
        "Crews sleep on deck.",
    )
    gathered = "Toll says that the storm costs dredgers who sleep in Marrow a bonus."
    own = "A baker in Quill Street sold 412 loaves to the stranded passengers."
    told = tell(cluster((COUNCIL, *scattered), (ALSO, gathered, own)), 250).story.statements
    alone = {s.citations[0].quote for s in told if s.role == "single_source"}
    assert {own, gathered} & alone == {own}


def test_sentences_that_share_five_words_are_one_point_however_unlike_they_are() -> None:
    short = "Toll set an early deadline for the private interview."
    long = (
        "The islander, whose committee meets again, set the deadline for a private interview early, and said "
        "that nobody else would be heard on what had been lost in the attack on the outpost at Ketter."
    )
    told = tell(cluster((COUNCIL, short), (ALSO, long)), 250).story.statements
    assert [len(s.citations) for s in told if "deadline" in s.text] == [2]
