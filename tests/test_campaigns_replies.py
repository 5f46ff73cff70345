"""A small part of the campaign of broken replies: whatever a model answers, what is printed holds."""

from __future__ import annotations

from random import Random

from campaigns.fuzz_replies import campaign
from campaigns.replies import shaped

REPLIES = 250


def test_no_reply_breaks_a_promise() -> None:
    found = list(campaign(REPLIES))
    assert [(one.number, one.place, one.fault) for one, _ in found if one.fault] == []
    briefs = [made.brief for _, made in found if made]
    engines = {story.engine for brief in briefs for story in brief.stories}
    assert engines == {"model", "extractive"}, "the replies are neither all good nor all bad"
    assert any(brief.checks.dropped for brief in briefs)


def test_a_change_keeps_the_shape_of_a_reply() -> None:
    value = {"claims": [{"text": "The ferry sank.", "sentences": [1, 2], "modality": "stated"}]}
    changed = [shaped(value, Random(n)) for n in range(200)]  # noqa: S311 - no secret
    assert {tuple(one) for one in changed} == {("claims",)}
    assert sum(one != value for one in changed) > 150
