"""How many tokens the rules, the task and the schema of a stage take beside the sources."""

from __future__ import annotations

import json

import pytest
from pydantic import BaseModel

from briefing import tokens
from briefing.chain import Reply
from briefing.disagreements.doubting import Verdicts
from briefing.disagreements.finding import ProposedDisagreements
from briefing.pipeline.capacity import RULES_TOKENS
from briefing.schema import strict_schema
from briefing.templates import Templates
from briefing.verification import Judgements
from briefing.writing import ProposedStory

EMPTY: dict[str, object] = {
    "sources": [],
    "further": [],
    "hints": [],
    "candidates": [],
    "claims": [],
    "notes": [],
    "questions": [],
    "statements": [],
    "words": 250,
}


@pytest.mark.parametrize(
    ("stage", "reply"),
    [
        ("disagreements", ProposedDisagreements),
        ("doubt", Verdicts),
        ("writing", ProposedStory),
        ("verification", Judgements),
    ],
)
def test_no_stages_rules_take_more_than_is_kept_for_them(stage: str, reply: type[Reply]) -> None:
    assert issubclass(reply, BaseModel)
    rules = sum(tokens.count(message.content) for message in Templates().render(stage, **EMPTY))
    schema = tokens.count(json.dumps(strict_schema(reply), separators=(",", ":")))
    assert rules + schema <= RULES_TOKENS
