"""Limits of calls, tokens and money hold in whole runs, however many calls run at once."""

from __future__ import annotations

import pytest
from chaos import Chaos
from honest import honest
from runs import Program, assert_sound, reasons

from briefing.llm import prices
from briefing.llm.prices import Price

pytestmark = pytest.mark.usefixtures("three_stories")


def tokens(server: Chaos) -> int:
    """What an honest server charges for what it was asked."""
    return 1200 * len(server.requests)


@pytest.mark.parametrize("calls", [0, 1, 2, 5, 9])
def test_calls_are_never_more_than_allowed_however_many_run_at_once(program: Program, calls: int) -> None:
    made = []
    for concurrency in ("1", "2", "8"):
        limits = ("--max-calls", str(calls), "--concurrency", concurrency, "--no-cache")
        with Chaos(honest) as server:
            made.append(program.asking(server, ".", *limits))
        assert len(server.requests) <= calls
    brief = assert_sound(program, made[0])
    assert made[0].code == 3
    assert brief["engine"]["fallbacks"] == reasons(brief).count("budget") > 0
    assert all("--max-calls" in o["detail"] for o in brief["not_covered"] if o["why"] == "budget")
    assert [one.lasting for one in made[1:]] == [made[0].lasting] * 2


@pytest.mark.parametrize("limit", [100, 15_000, 40_000])
def test_tokens_are_never_more_than_allowed(program: Program, limit: int) -> None:
    made = []
    for concurrency in ("1", "8"):
        with Chaos(honest) as server:
            made.append(
                program.asking(
                    server, ".", "--max-tokens", str(limit), "--concurrency", concurrency, "--no-cache"
                )
            )
        assert tokens(server) <= limit
    brief = assert_sound(program, made[0])
    assert brief["engine"]["fallbacks"] == reasons(brief).count("budget")
    assert made[1].lasting == made[0].lasting


@pytest.mark.parametrize("dollars", ["0", "0.05", "1"])
def test_money_is_never_more_than_allowed(
    program: Program, monkeypatch: pytest.MonkeyPatch, dollars: str
) -> None:
    monkeypatch.setattr(prices, "FREE", Price(2.0, 8.0))
    with Chaos(honest) as server:
        made = program.asking(server, ".", "--max-cost", dollars)
    brief = assert_sound(program, made)
    assert brief["usage"]["cost_usd"] <= float(dollars)
    assert brief["usage"]["cost_usd"] == pytest.approx(len(server.requests) * 0.0036)
    assert brief["engine"]["fallbacks"] == reasons(brief).count("budget")
    assert (made.code == 0) is (dollars == "1")


def test_a_limit_of_money_for_an_unpriced_model_is_refused_before_a_text_leaves(program: Program) -> None:
    program.environment("OPENAI_BASE_URL", "http://models.invalid/v1")
    program.environment("OPENAI_API_KEY", "secret-key")
    made = program.make("-m", "any", "--max-cost", "1")
    assert (made.code, made.out) == (2, "")
    assert "--max-tokens" in made.err


def test_the_brief_is_the_same_however_many_calls_run_at_once(program: Program) -> None:
    made = []
    for concurrency in ("1", "2", "8"):
        with Chaos(honest) as server:
            made.append(program.asking(server, ".", "--concurrency", concurrency, "--no-cache"))
    assert [one.lasting for one in made[1:]] == [made[0].lasting] * 2
