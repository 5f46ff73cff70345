"""The golden brief as an evaluation sees it, with a judge that fits on a screen."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable
from typing import Any

from golden_brief import BRIEF, FAIR, POST, WIRE

from briefing import render
from briefing.evaluation.account import Account
from briefing.evaluation.gold import Gold
from briefing.evaluation.judges import Ruling
from briefing.evaluation.subject import Subject
from briefing.words import stems

TEXTS = {document.source.id: document.text for document in (POST, WIRE, FAIR)}
Json = dict[str, Any]


class Overlap:
    """Supported where the evidence has 60 % of the claim's words; contradicted where it says "not"."""

    name = "overlap"
    as_printed = False

    def judge(self, evidence: str, claim: str) -> Ruling:
        wanted, shown = set(stems(claim)), set(stems(evidence))
        share = len(wanted & shown) / len(wanted) if wanted else 0.0
        return Ruling(share >= 0.6, share, (), "never" in claim)

    def study(self, pairs: Iterable[tuple[str, str]]) -> None:
        pass


def subject(change: Callable[[Json], None] = lambda brief: None, gold: Gold | None = None) -> Subject:
    """The golden brief, changed in place by `change`, beside the gold."""
    brief = copy.deepcopy(json.loads(render.json(BRIEF)))
    change(brief)
    return Subject(Account(brief, TEXTS), gold or Gold(), Overlap())


def sentences(brief: Json) -> list[Json]:
    """The sentences of all stories."""
    return [s for story in brief["stories"] for s in story["sentences"]]
