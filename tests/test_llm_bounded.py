"""A reply of the local model cannot run on: the longest that its schema allows fits the limit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from briefing import schema, tokens
from briefing.claims import ProposedClaims
from briefing.disagreements.doubting import Verdicts
from briefing.disagreements.finding import ProposedDisagreements
from briefing.disagreements.framing import FramedDisagreements
from briefing.llm.bounded import bounded
from briefing.verification import Judgements
from briefing.writing import ProposedStory

REPLIES = [ProposedClaims, ProposedDisagreements, FramedDisagreements, Verdicts, ProposedStory, Judgements]
PROSE = "The harbour bridge at Port Averil was open to all traffic again, said its chief engineer. " * 9


def longest(node: Mapping[str, Any]) -> Any:
    """The longest value of ordinary prose that a bounded schema allows; KeyError where a bound is missing."""
    if "enum" in node:
        return max(node["enum"], key=len)
    match node.get("type"):
        case "object":
            return {name: longest(value) for name, value in node["properties"].items()}
        case "array":
            return [longest(node["items"])] * node["maxItems"]
        case "string":
            return PROSE[: node["maxLength"]]
        case "integer":
            return 117
    return longest(node["anyOf"][0])


@pytest.mark.parametrize("reply", REPLIES)
@pytest.mark.parametrize("limit", [1024, 2048])
def test_the_longest_reply_of_every_stage_fits_its_limit(reply: Any, limit: int) -> None:
    value = longest(bounded(schema.strict_schema(reply), limit))
    assert tokens.count(json.dumps(value)) <= limit
    reply.model_validate(value)


def test_a_list_has_as_many_entries_as_fit_and_no_more_than_asked() -> None:
    asked = schema.strict_schema(Verdicts)
    most = asked["properties"]["verdicts"]["maxItems"]
    counts = [bounded(asked, n)["properties"]["verdicts"]["maxItems"] for n in (1, 300, 600, 100_000)]
    assert counts[0] == 1
    assert counts == sorted(set(counts))
    assert counts[-1] == most


def test_the_schema_asked_for_stays_as_it_was() -> None:
    asked = schema.strict_schema(ProposedClaims)
    before = json.dumps(asked)
    bounded(asked, 1024)
    assert json.dumps(asked) == before
