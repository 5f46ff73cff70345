"""Three mornings of a landslide: each brief tells what changed, nothing twice; a fourth has nothing new."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from mornings import Morning, make, mornings, quotes

from briefing import render
from briefing.errors import NothingNew

CASE = Path(__file__).resolve().parents[1] / "examples" / "three-mornings"
MORNINGS = mornings(CASE)
NAMED = [pytest.param(morning, id=morning.gold["folder"]) for morning in MORNINGS]


def expected(morning: Morning) -> Path:
    """The file with the brief of this morning."""
    return CASE / f"{morning.gold['folder']}.md"


def test_no_sentence_is_told_on_two_mornings() -> None:
    for before, after in pairwise(MORNINGS):
        told, again = ({q for story in m.brief.stories for q in quotes(story)} for m in (before, after))
        assert not told & again


def test_the_first_morning_says_nothing_of_changes() -> None:
    assert "What changed" not in render.markdown(MORNINGS[0].brief)


def test_what_differs_by_time_is_no_disagreement() -> None:
    assert [d.kind for story in MORNINGS[0].brief.stories for d in story.disagreements] == ["status"]
    assert not any(story.disagreements for morning in MORNINGS[1:] for story in morning.brief.stories)


def test_a_quiet_story_is_listed_as_told() -> None:
    quiet = MORNINGS[1].brief.not_covered
    assert ("duplicate", "nothing new since the brief of 20 June") in {(o.why, o.detail) for o in quiet}


def test_a_settled_question_stays_settled() -> None:
    """The brief after the last one has no open question left."""
    from briefing.novelty import Past

    opened, last = ([m.brief for m in reversed(MORNINGS[:n])] for n in (2, 3))
    assert len(Past.of(opened).questions) == 1
    assert Past.of(last).questions == ()


def test_the_same_documents_again_have_nothing_new() -> None:
    earlier = tuple(morning.brief for morning in reversed(MORNINGS))
    with pytest.raises(NothingNew, match="since the brief of 22 June"):
        make(CASE, MORNINGS[-1].gold, earlier)


@pytest.mark.parametrize("morning", NAMED)
def test_each_brief_is_the_expected_one(morning: Morning) -> None:
    """Accept a change with: python tests/test_three_mornings.py."""
    assert render.markdown(morning.brief) == expected(morning).read_text()


if __name__ == "__main__":
    for played in MORNINGS:
        expected(played).write_text(render.markdown(played.brief))
