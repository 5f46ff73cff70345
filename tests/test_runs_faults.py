"""Whole runs against servers that fail: a brief comes out, and says what failed."""

from __future__ import annotations

import pytest
from chaos import Answer, Chaos, Exchange, refuses, status
from honest import honest
from misbehaviours import MISBEHAVIOURS, hangs, stalls, trickles
from runs import Program, assert_sound, reasons

WHY = {
    "429": "model_unavailable",
    "500": "model_unavailable",
    "401": "refused",
    "empty account": "refused",
    "window": "refused",
    "nonsense": "model_unavailable",
    "truncated body": "model_unavailable",
    "empty body": "model_unavailable",
    "cut connection": "model_unavailable",
    "prose": "malformed_reply",
    "truncated JSON": "malformed_reply",
    "cut off": "malformed_reply",
    "empty reply": "malformed_reply",
    "no content": "refused",
    "refusal": "refused",
    "invented ids": "malformed_reply",
    "ignores the schema": "malformed_reply",
    "deep nesting": "malformed_reply",
    "lone surrogate": "malformed_reply",
}
"""The reason that each misbehaviour is to be listed under."""


pytestmark = pytest.mark.usefixtures("three_stories")


def test_an_honest_model_tells_every_story(program: Program) -> None:
    with Chaos(honest) as server:
        made = program.asking(server)
    brief = assert_sound(program, made)
    assert made.code == 0
    assert [story["engine"] for story in brief["stories"]] == ["model"] * 3
    assert any(story["disagreements"] for story in brief["stories"])
    assert brief["usage"]["calls"] == len(server.requests)


@pytest.mark.parametrize("name", MISBEHAVIOURS)
def test_a_misbehaving_server_costs_no_brief_and_is_named(program: Program, name: str) -> None:
    with Chaos(MISBEHAVIOURS[name]) as server:
        made = program.asking(server)
    brief = assert_sound(program, made)
    assert made.code == 3
    assert brief["engine"]["fallbacks"] == 3
    assert {story["engine"] for story in brief["stories"]} == {"extractive"}
    assert reasons(brief).count(WHY[name]) == 3
    assert brief["usage"]["calls"] == len(server.requests)
    assert "secret-key" not in made.out + made.err


@pytest.mark.parametrize("slow", [hangs, trickles, stalls])
def test_a_slow_server_is_out_of_time(program: Program, slow: Answer) -> None:
    program.environment("BRIEFING_TIMEOUT", "0.05")
    with Chaos(slow) as server:
        made = program.asking(server)
    brief = assert_sound(program, made)
    assert brief["engine"]["fallbacks"] == 3
    assert "time_out" in reasons(brief)
    assert brief["usage"]["seconds"] < 20
    assert brief["usage"]["calls"] == len(server.requests)


@pytest.mark.parametrize("name", ["401", "empty account"])
def test_a_wrong_key_is_tried_once(program: Program, name: str) -> None:
    with Chaos(MISBEHAVIOURS[name]) as server:
        program.asking(server, ".", "--concurrency", "8")
    assert len(server.requests) == 1


def test_nobody_at_the_address_is_told_at_once(program: Program) -> None:
    with Chaos(honest) as server:
        pass
    brief = assert_sound(program, program.asking(server))
    assert brief["engine"]["fallbacks"] == 3
    assert reasons(brief) == ["model_unavailable"] * 3


@pytest.mark.parametrize("parameter", ["json_schema", "response_format", "max_tokens", "temperature"])
def test_a_parameter_that_a_server_refuses_is_left_out(program: Program, parameter: str) -> None:
    def by_prompt(exchange: Exchange) -> None:
        """Answers as a server does that knows no schema: the stage is told by the task."""
        task = exchange.body["messages"][1]["content"].rpartition("\nTask: ")[2]
        tasks = {"list what": "claims", "find every": "disagreements", "find where": "framing"}
        tasks |= {"doubt each": "doubt", "write the": "writing", "for each": "verification"}
        stage = next(name for opening, name in tasks.items() if task.startswith(opening))
        exchange.body["response_format"] = {"json_schema": {"name": stage}}
        honest(exchange)

    with Chaos(refuses(parameter, by_prompt)) as server:
        made = program.asking(server)
    brief = assert_sound(program, made)
    assert made.code == 0, reasons(brief)
    assert brief["usage"]["calls"] == len(server.requests)


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("passing", [status(429, "later", retry_after="7"), MISBEHAVIOURS["500"]])
def test_a_failure_that_passes_leaves_no_trace(program: Program, passing: Answer, times: int) -> None:
    with Chaos(*[passing] * times, honest) as server:
        made = program.asking(server)
    brief = assert_sound(program, made)
    assert (made.code, brief["engine"]["fallbacks"]) == (0, 0)
    assert brief["usage"]["calls"] == len(server.requests)
    assert brief["usage"]["failed_calls"] == times


@pytest.mark.parametrize("stage", ["claims", "disagreements", "framing", "doubt", "writing", "verification"])
@pytest.mark.parametrize("name", ["window", "invented ids"])
def test_one_stage_that_fails_costs_no_brief(program: Program, stage: str, name: str) -> None:
    def answer(exchange: Exchange) -> None:
        asked = exchange.body["response_format"]["json_schema"]["name"]
        (MISBEHAVIOURS[name] if asked == stage else honest)(exchange)

    with Chaos(answer) as server:
        made = program.asking(server)
    brief = assert_sound(program, made)
    told = [story["engine"] for story in brief["stories"]]
    assert told.count("extractive") == brief["engine"]["fallbacks"]
    assert reasons(brief).count(WHY[name]) >= brief["engine"]["fallbacks"]
    assert brief["usage"]["calls"] == len(server.requests)
