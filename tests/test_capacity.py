"""How many tokens the rules, the task and the schema of a stage take beside the sources."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from pydantic import BaseModel
from stories import ByStage

from briefing import tokens
from briefing.chain import Reply
from briefing.disagreements.doubting import Verdicts
from briefing.disagreements.finding import ProposedDisagreements
from briefing.pipeline.capacity import RULES_TOKENS, reply_tokens, text_tokens
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


@pytest.mark.parametrize("window", [2_500, 4_096, 8_192, 128_000])
def test_text_rules_and_reply_fit_the_window_together(window: int) -> None:
    seat = replace(ByStage({}).seat(), window=window)
    assert text_tokens(seat) + RULES_TOKENS + reply_tokens(seat) <= window
