"""Judges of support: does this evidence carry this claim. Each is on trial itself (`card`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a judge finds: `contradicted` where the evidence says otherwise, else it may merely not say it.

    `probability` is the judge's own, of support; `reasons` are for a reader.
    """

    supported: bool
    probability: float
    reasons: tuple[str, ...] = ()
    contradicted: bool = False


class Judge(Protocol):
    """Decides from the evidence alone; of the brief it sees the claim, at most as it is printed."""

    @property
    def name(self) -> str:
        """What the scores call it."""
        ...  # pragma: no cover - a protocol

    @property
    def as_printed(self) -> bool:
        """Whether it is shown what a reader is: the claim's question, whom it credits, the day of each text.

        A judge that weighs words is shown the bare claim and texts: it would take those words for their own.
        """
        ...  # pragma: no cover - a protocol

    def judge(self, evidence: str, claim: str) -> Ruling:
        """Whether the evidence carries the claim."""
        ...  # pragma: no cover - a protocol

    def study(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Prepares to be asked about these pairs of evidence and claim; may do nothing."""
        ...  # pragma: no cover - a protocol
