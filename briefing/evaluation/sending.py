"""How often source text is sent: over all requests of a run, and without what a prefix cache serves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing import tokens
from briefing.printable import one_line
from briefing.types import Request
from briefing.words import count_words

_SHORTEST = 3
"""Words: a shorter sentence is found in any prose, and is left out of every count."""


@dataclass(frozen=True, slots=True)
class Sending:
    """Tokens of source text.

    `unique`: each sentence once. `sent`: as often as it was sent. `fresh`: as often as it was sent behind
    the longest prefix that the request shares with an earlier one.
    """

    unique: int
    sent: int
    fresh: int

    @property
    def times(self) -> float | None:
        """How often a token of source text was sent; None where there is none."""
        return self.sent / self.unique if self.unique else None

    @property
    def fresh_times(self) -> float | None:
        """How often one was sent that no prefix cache can have kept; None where there is none."""
        return self.fresh / self.unique if self.unique else None

    def __add__(self, other: Sending) -> Sending:
        return Sending(self.unique + other.unique, self.sent + other.sent, self.fresh + other.fresh)


def sending(requests: Sequence[Request], sentences: Sequence[str]) -> Sending:
    """What the requests, in their order, send of these sentences, found verbatim whatever stands around them.

    Rules, tasks, schemas and the model's own words are not counted. A prefix is shared to the character.
    """
    texts = {t for s in sentences if count_words(t := one_line(s)) >= _SHORTEST}
    sizes = {text: tokens.count(text) for text in texts}
    sent = fresh = 0
    earlier: list[str] = []
    for request in requests:
        whole = "\n".join(f"{m.role}\n{m.content}" for m in request.messages)
        kept = max((_shared(whole, one) for one in earlier), default=0)
        earlier.append(whole)
        for text, end in _found(whole, texts):
            sent += sizes[text]
            fresh += sizes[text] * (end > kept)
    return Sending(sum(sizes.values()), sent, fresh)


def _shared(one: str, other: str) -> int:
    """Characters that both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _found(whole: str, texts: set[str]) -> Iterator[tuple[str, int]]:
    """Each occurrence of a text with its end, the longer one where two overlap."""
    if not texts:
        return
    longest = sorted(texts, key=lambda t: (-len(t), t))
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", whole):
        yield match.group(), match.end()
