"""An invented corpus of news with known near-duplicates and known events, the same for the same seed.

Its words are those of the tokeniser's vocabulary, drawn by Zipf's law around the names and topics of its
events; it reads as nothing. Each row: `id`, `text`, `title`, `event` (who reports what), `gid` (the group of
near-duplicates), `kind` (how it was made) and `published`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from briefing.tokens.vocabulary import Vocabulary

Row = dict[str, str | int]

KINDS = {
    "orig": 0.60,
    "exact": 0.087,
    "edit01": 0.052,
    "edit03": 0.053,
    "edit05": 0.044,
    "edit10": 0.026,
    "boiler": 0.05,
    "doubled": 0.034,
    "trunc": 0.036,
    "update": 0.018,
}
"""Shares of the kinds: editNN has NN per cent of its words changed; boiler stands between a site's own
lines; doubled has a paragraph twice; trunc is a reprint cut to between 30 and 70 per cent; update is a later
report of the same outlet that keeps a paragraph or two, and is no duplicate."""

_FUNCTION = """the of and to in a for that on with as was by at from it his has be an were which their but are
this have not he she they been who will would more after about than its into over had when there also two one
some could other before first three between during against under while last where most then""".split()
_BOILER = (
    "Sign up for our morning letter and never miss a story. Follow us for the latest.",
    "All rights reserved by the publisher of this page.",
    "Read more of our reports in the archive below.",
    "Share this story with your friends and tell us what you think.",
)
_FIRST = datetime(2024, 1, 1, tzinfo=UTC)


class Corpus:
    """Rows without end of invented news; `rows(n)` are the first n of this seed."""

    def __init__(self, seed: int = 0) -> None:
        self._draw = random.Random(seed)  # noqa: S311 - no secret
        spelt = (token.decode("utf-8", "ignore") for token in Vocabulary.load().whole())
        self._words = [
            w[1:] for w in spelt if w[:1] == " " and w[1:].isascii() and w[1:].islower() and len(w) > 4
        ]
        self._rare = self._words[5_000:]
        self._zipf = list(accumulate(1 / (rank + 50) for rank in range(len(self._words))))

    def rows(self, count: int) -> Iterator[Row]:
        """`count` rows in an order without meaning; near-duplicates of a row may come before it."""
        made = []
        while len(made) < count:
            made += self._event(len(made))
        del made[count:]
        self._draw.shuffle(made)
        yield from ({"id": number, **row} for number, row in enumerate(made))

    def _event(self, number: int) -> list[Row]:
        """One to five reports of one event by outlets of their own, each with its near-duplicates."""
        names = [self._name() for _ in range(6)]
        topic = self._common(60)
        when = _FIRST + timedelta(minutes=self._draw.randrange(60 * 24 * 28))
        rows: list[Row] = []
        for report in range(self._draw.choices((1, 2, 3, 5), (60, 20, 12, 8))[0]):
            about = self._draw.sample(topic, 40)
            paragraphs = [self._paragraph(names, about) for _ in range(self._draw.randint(3, 12))]
            title = f"{self._draw.choice(names)} {' '.join(self._draw.sample(about, 6))}"
            known: Row = {
                "title": title,
                "event": number,
                "published": (when + timedelta(minutes=self._draw.randrange(900))).isoformat(),
            }
            rows.append(
                {**known, "gid": f"{number}.{report}", "kind": "orig", "text": "\n\n".join(paragraphs)}
            )
            for kind in self._draw.choices(
                list(KINDS), list(KINDS.values()), k=self._draw.choice((0, 1, 1, 2))
            ):
                if kind != "orig":
                    group = f"{number}.{report}" + (".update" if kind == "update" else "")
                    text = self._made(kind, paragraphs, names, about)
                    rows.append({**known, "gid": group, "kind": kind, "text": text})
        return rows

    def _made(self, kind: str, paragraphs: list[str], names: list[str], about: list[str]) -> str:
        whole = "\n\n".join(paragraphs)
        if kind == "boiler":
            return "\n\n".join((*self._draw.sample(_BOILER, 1), whole, *self._draw.sample(_BOILER, 2)))
        if kind == "doubled":
            return "\n\n".join((*paragraphs, self._draw.choice(paragraphs)))
        if kind == "trunc":
            return whole[: int(len(whole) * self._draw.uniform(0.3, 0.7))]
        if kind == "update":
            kept = max(1, len(paragraphs) // 4)
            fresh = [self._paragraph(names, about) for _ in paragraphs]
            return "\n\n".join((*fresh[:-kept], *self._draw.sample(paragraphs, kept)))
        if kind.startswith("edit"):
            return " ".join(
                self._common(1)[0] if self._draw.random() * 100 < int(kind[4:]) else word
                for word in whole.split(" ")
            )
        return whole

    def _paragraph(self, names: list[str], about: list[str]) -> str:
        return " ".join(self._sentence(names, about) for _ in range(self._draw.randint(1, 4)))

    def _sentence(self, names: list[str], about: list[str]) -> str:
        length = self._draw.randint(9, 28)
        pools = self._draw.choices("fcan", (45, 25, 22, 8), k=length)
        common = iter(self._common(length))
        words = [self._word(pool, next(common), names, about) for pool in pools]
        if self._draw.random() < 0.25:
            words[self._draw.randrange(length)] = str(self._draw.choice((12, 1_400, 2024, 37, 5)))
        text = " ".join(words)
        text = text[0].upper() + text[1:]
        return f"“{text},” {self._draw.choice(names)} said." if self._draw.random() < 0.15 else f"{text}."

    def _word(self, pool: str, common: str, names: list[str], about: list[str]) -> str:
        if pool == "f":
            return self._draw.choice(_FUNCTION)
        if pool == "c":
            return common
        return self._draw.choice(about if pool == "a" else names)

    def _common(self, count: int) -> list[str]:
        return self._draw.choices(self._words, cum_weights=self._zipf, k=count)

    def _name(self) -> str:
        return "".join(self._draw.sample(self._rare, 2))[:11].capitalize()
