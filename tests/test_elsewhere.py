"""Where other origins may tell what a statement does, for a model to judge."""

from __future__ import annotations

from briefing.extractive import Elsewhere
from tests.clusters import cluster

COUNCIL = "The council of Halden closed the old harbour on Monday after divers found a second cable."
ALSO = "Divers found another cable in Halden, so its council closed the harbour on Monday."
LESS = "The harbour of Halden is closed, its council said, after divers found a cable."
THIRD = "On Monday the council of Halden closed the harbour: divers had found a second cable."
STORM = "A storm kept the dredgers of Ketter in port all week."
BAKER = "A baker in Quill Street sold 412 loaves to the stranded passengers."


def likeliest(place: int, *texts: tuple[str, ...]) -> list[str]:
    """The words of what may tell the sentence at this place."""
    story = cluster(*texts)
    return [s.text for s in Elsewhere(story).likeliest([[*story.sentences][place].span])]


def test_what_another_origin_tells_in_other_words_is_found_and_what_is_of_something_else_is_not() -> None:
    assert likeliest(0, (COUNCIL, STORM), (BAKER, ALSO)) == [ALSO]
    assert likeliest(1, (COUNCIL, BAKER), (ALSO, STORM)) == []


def test_its_own_origin_is_not_elsewhere() -> None:
    assert likeliest(0, (COUNCIL, ALSO), (BAKER, STORM)) == []


def test_the_likeliest_two_are_found_however_many_tell_it() -> None:
    every = likeliest(0, (COUNCIL, STORM), (LESS, BAKER), (ALSO, STORM), (THIRD, BAKER))
    assert every == [ALSO, THIRD]


def test_the_same_with_another_figure_is_no_second_voice() -> None:
    sold = "A baker in Quill Street sold 120 loaves to the stranded passengers."
    assert likeliest(1, (COUNCIL, BAKER), (STORM, sold)) == []
    assert likeliest(1, (COUNCIL, BAKER), (STORM, BAKER)) == [BAKER]


def test_any_sentence_that_a_statement_rests_on_may_be_told_elsewhere() -> None:
    story = cluster((STORM, COUNCIL), (BAKER, ALSO))
    spans = [s.span for s in [*story.sentences][:2]]
    assert [s.text for s in Elsewhere(story).likeliest(spans)] == [ALSO]
    assert Elsewhere(story).likeliest([]) == ()
