"""A second run pays for what is new: one more document among two hundred, and the stories that it touches."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports import NOON, Counting, outlets, short_reports

from briefing.llm.cache import Cache
from briefing.pipeline import Options, Seat, make
from briefing.templates import Templates
from briefing.types import Brief, Completion, Document, Usage

DOCUMENTS = 200


class Kept(dict[str, Completion]):
    """Replies kept in memory."""

    def put(self, key: str, completion: Completion) -> None:
        self[key] = completion


def brief(documents: list[Document], model: Counting, replies: Kept) -> Brief:
    cached = Cache(model, "counting", replies, note=pytest.fail, hit=lambda: None)
    seat = Seat(cached, Templates(), Usage, "counting", "127.0.0.1")
    options = replace(Options(), stories=40, words=4800)
    return make(documents, options, as_of=NOON, seat=seat)


def test_one_more_document_of_two_hundred_costs_the_stories_it_touches() -> None:
    texts = short_reports(400)[:DOCUMENTS]
    documents = outlets(texts)
    whole = brief(documents, Counting(), Kept())
    late = whole.stories[0].sources[-1]
    documents.sort(key=lambda document: document.source.id == late)
    replies, first, second = Kept(), Counting(), Counting()
    before = brief(documents[:-1], first, replies)
    known = {story.sources for story in before.stories}
    after = brief(documents, second, replies)
    touched = [story for story in after.stories if story.sources not in known]
    assert len(after.stories) == 40
    assert len(first.asked) >= 40 * 3
    assert any(late in story.sources for story in touched)
    assert len(touched) <= 2
    assert len(second.asked) <= 8 * len(touched)
    assert brief(documents, third := Counting(), replies).stories == after.stories
    assert not third.asked
