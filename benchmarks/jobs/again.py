"""One more document of two hundred: what a second run asks of a model on loopback, and what it need not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.job import Data, Row, Run
from benchmarks.jobs.chain import AS_OF, marked, reports, told
from benchmarks.loopback import serving
from briefing.state import State

UNIT = "documents"
DOCUMENTS = 200
_WIDTH = 64


def load(rows: Sequence[Row]) -> Data:
    """Reports of events, the last of them a second one of an event that is known."""
    found = [marked(row, number) for number, event in enumerate(reports(rows)) for row in event]
    late = next((n for n in range(1, len(found)) if found[n]["event"] == found[n - 1]["event"]), 0)
    order = [*found[:late], *found[late + 1 : DOCUMENTS], found[late]] if late else []
    return Data(order, [row["text"] for row in order])


def amount(data: Data) -> float:
    """Documents."""
    return len(data.texts)


def quality(data: Data, found: dict[str, float]) -> dict[str, float]:
    """Calls of both runs, and the stories that were told anew."""
    return found


def _ours() -> Run:
    return _measured


def _measured(data: Data) -> dict[str, float]:
    if len(data.texts) < DOCUMENTS:
        return {}
    with serving(1) as server, TemporaryDirectory() as folder, State(Path(folder)) as state:
        runs = [told(texts, DOCUMENTS, _WIDTH, server.url, state.replies(AS_OF)) for texts in _both(data)]
    first, second = runs
    known = {story.sources for story in first.brief.stories}
    return {
        "stories": len(second.brief.stories),
        "touched": sum(story.sources not in known for story in second.brief.stories),
        "calls, first run": first.usage.calls,
        "calls, second run": second.usage.calls,
        "cached, second run": second.usage.cached_calls,
        "fallbacks": second.brief.engine.fallbacks,
    }


def _both(data: Data) -> tuple[Sequence[str], Sequence[str]]:
    """The documents without the last one, and all."""
    return data.texts[:-1], data.texts


CONTENDERS: dict[str, Callable[[], Run]] = {"one more of 200": _ours}
