"""What is scored: a brief's account, the gold of its case, and the judge."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefing.evaluation.account import Account
from briefing.evaluation.gold import Gold
from briefing.evaluation.judges import Judge
from briefing.evaluation.score import Score
from briefing.types import Request


@dataclass(frozen=True, slots=True)
class Subject:
    """All that a scorer may know."""

    account: Account
    gold: Gold
    judge: Judge
    requests: tuple[Request, ...] = ()
    """What a model was asked for the brief, in order."""

    def ratio(self, hits: int, of: int, explanation: Iterable[str] = ()) -> Score:
        """`hits` / `of` of what the brief tells; 0 where it tells nothing, though the gold is not empty.

        Without a figure it would be left out of the mean, and silence would pay.
        """
        if of or self.gold.is_empty:
            return Score.ratio(hits, of, explanation)
        return Score(0.0, ("nothing is told that could be counted",), 0, 0)


Scorer = Callable[[Subject], Score]
