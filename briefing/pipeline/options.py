"""What a caller may choose of a brief, and the seat of the model that writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.settings import DEFAULTS
from briefing.types import EVERYTHING, Cluster, Model, Usage, Window

if TYPE_CHECKING:
    from briefing.templates import Templates


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of a brief: title, window, number of stories, words of all their sentences, topics."""

    title: str = DEFAULTS.title
    window: Window = EVERYTHING
    stories: int = DEFAULTS.stories
    words: int = DEFAULTS.words
    raised: tuple[str, ...] = ()
    muted: tuple[str, ...] = ()
    concurrency: int = DEFAULTS.concurrency


@dataclass(frozen=True, slots=True)
class Seat:
    """A model at work: the door to it, its prompts, what it has cost so far, and where text goes.

    `window` is its context in tokens, where known; `price` in US dollars for (prompt, completion)
    tokens, None where unknown; `tight` where its budget may not suffice for every story.
    """

    model: Model
    templates: Templates
    usage: Callable[[], Usage]
    name: str
    host: str
    loopback: bool
    window: int | None = None
    price: Callable[[int, int], float | None] = lambda _prompt, _completion: None
    tight: Callable[[int, int], bool] = lambda _calls, _tokens: False
    single: bool = False
    """Whether one prompt writes a whole story: the baseline that the chain is compared with."""

    def may_read(self, cluster: Cluster) -> bool:
        """Whether the model may be sent this story: what is private stays on this machine."""
        return self.loopback or not any(reading.source.private for reading in cluster.readings)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: `done` of `total` items of a stage."""

    stage: str
    done: int
    total: int
