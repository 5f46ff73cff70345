"""A stand-in for the post: receipts by recipient, and every letter that was given to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Self

from briefing.types import Letter, Receipt

ACCEPTED = Receipt("accepted", "250 ok")


@dataclass
class Postman:
    """Accepts every letter, but for recipients with a receipt, or an error, of their own.

    An "unknown" is committed and delivered (`carried`), as the worst case is; "later" and "refused" are
    told before anything is committed.
    """

    fates: Mapping[str, Receipt | BaseException] = field(default_factory=dict)
    carried: list[Letter] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def send(self, letter: Letter, committing: Callable[[], None]) -> Receipt:
        self.asked.append(letter.recipient)
        fate = self.fates.get(letter.recipient, ACCEPTED)
        if isinstance(fate, BaseException):
            raise fate
        if fate.outcome in ("accepted", "unknown"):
            committing()
            self.carried.append(letter)
        return fate

    def trial(self) -> str:
        return "a postman of the tests"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return
