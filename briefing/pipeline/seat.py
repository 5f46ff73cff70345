"""The seat of the model that writes a brief."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.llm.endpoint import is_loopback
from briefing.types import Cluster, Model, Usage

if TYPE_CHECKING:
    from briefing.templates import Templates


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
    window: int | None = None
    price: Callable[[int, int], float | None] = lambda _prompt, _completion: None
    tight: Callable[[int, int], bool] = lambda _calls, _tokens: False
    single: bool = False
    """Whether one prompt writes a whole story: the baseline that the chain is compared with."""

    def withheld(self, cluster: Cluster) -> tuple[str, ...]:
        """The ids of the private sources of which the model may not be sent this story: they stay here."""
        if is_loopback(self.host):
            return ()
        return tuple(reading.source.id for reading in cluster.readings if reading.source.private)
