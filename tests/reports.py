"""Short reports of many events, and an honest model that remembers what it was asked about them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from threading import Lock

from honest import reply

from benchmarks.corpus import Corpus
from briefing.types import Completion, Document, Request, Source

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


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


def short_reports(rows: int) -> list[str]:
    """Two paragraphs of each original: what an honest model says of them fits one reply."""
    originals = (str(row["text"]) for row in Corpus(8).rows(rows) if row["kind"] == "orig")
    return ["\n\n".join(text.split("\n\n")[:2]) for text in originals]


def outlets(texts: Sequence[str]) -> list[Document]:
    """Each text as the document of an outlet of its own."""
    return [Document(Source(f"S{n}", f"outlet {n}", language="en"), text) for n, text in enumerate(texts, 1)]
