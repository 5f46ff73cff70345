"""What is scored: a brief's account, the gold of its case, and the judge."""

from __future__ import annotations

from collections.abc import Callable
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


Scorer = Callable[[Subject], Score]
