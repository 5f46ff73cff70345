"""A second run pays for what is new: one more document among two hundred, and the stories that it touches."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock

import pytest
from honest import reply

from benchmarks.corpus import Corpus
from briefing.llm.cache import Cache
from briefing.pipeline import Options, Seat, make
from briefing.templates import Templates
from briefing.types import Brief, Completion, Document, Request, Source, Usage

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)
DOCUMENTS = 200


class Counting:
    """An honest model that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self._lock = Lock()

    def complete(self, request: Request) -> Completion:
        with self._lock:
            self.asked.append(request)
        shown = request.messages[1].content
        return Completion(json.dumps(reply(request.stage, shown)), 100, 50)


class Kept(dict[str, Completion]):
    """Replies kept in memory."""

    def put(self, key: str, completion: Completion) -> None:
        self[key] = completion


def short_reports(rows: int) -> list[str]:
    """Two paragraphs of each original: what an honest model says of them fits one reply."""
    originals = (str(row["text"]) for row in Corpus(8).rows(rows) if row["kind"] == "orig")
    return ["\n\n".join(text.split("\n\n")[:2]) for text in originals]


def brief(documents: list[Document], model: Counting, replies: Kept) -> Brief:
    cached = Cache(model, "counting", replies, note=pytest.fail, hit=lambda: None)
    seat = Seat(cached, Templates(), Usage, "counting", "127.0.0.1", loopback=True)
    options = replace(Options(), stories=40, words=4800)
    return make(documents, options, as_of=NOON, seat=seat)


def test_one_more_document_of_two_hundred_costs_the_stories_it_touches() -> None:
    texts = short_reports(400)[:DOCUMENTS]
    documents = [
        Document(Source(f"S{number}", f"outlet {number}", language="en"), text)
        for number, text in enumerate(texts, start=1)
    ]
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
