"""The wrappers together, in their order, over a real connection."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asking import Fake, request
from chaos import Chaos, refuses, says, status
from misbehaviours import MISBEHAVIOURS

from briefing.errors import BudgetSpent, ModelError, OutOfTime, UsageError
from briefing.llm.errors import TimedOut
from briefing.llm.stack import Limits, open_model
from briefing.state import State

AS_OF = datetime(2031, 1, 1, 7, tzinfo=UTC)


def test_a_second_run_asks_nobody_and_says_the_same(tmp_path: Path) -> None:
    with Chaos(says("{}")) as server, State(tmp_path) as state:
        first, _ = open_model("any", base_url=server.url, store=state.replies(AS_OF))
        again, meter = open_model("any", base_url=server.url, store=state.replies(AS_OF))
        assert first.complete(request()).text == again.complete(request()).text
        other, _ = open_model("other", base_url=server.url, store=state.replies(AS_OF))
        other.complete(request())
    assert len(server.requests) == 2
    assert (meter.usage().calls, meter.usage().cached_calls) == (0, 1)


def test_the_meter_counts_what_the_server_sees() -> None:
    answer = refuses("json_schema", says("{}"))
    with Chaos(status(429, "later", retry_after="0"), answer) as server:
        model, meter = open_model("any", base_url=server.url, sleep=lambda _: None)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda n: model.complete(request(str(n))), range(20)))
    usage = meter.usage()
    assert usage.calls == len(server.requests)
    assert usage.calls - usage.failed_calls == 20
    assert (usage.prompt_tokens, usage.completion_tokens, usage.cost_usd) == (140, 60, 0.0)


@pytest.mark.parametrize("name", MISBEHAVIOURS)
def test_no_server_gets_more_requests_than_the_limit(name: str) -> None:
    with Chaos(status(429, "later", retry_after="0"), MISBEHAVIOURS[name]) as server:
        model, _ = open_model("any", base_url=server.url, limits=Limits(calls=2), sleep=lambda _: None)
        for n in range(4):
            with suppress(ModelError):
                model.complete(request(str(n)))
    assert len(server.requests) <= 2


def test_cached_replies_spend_nothing(tmp_path: Path) -> None:
    with Chaos(says("{}")) as server, State(tmp_path) as state:
        model, _ = open_model("any", base_url=server.url, store=state.replies(AS_OF), limits=Limits(calls=1))
        assert {model.complete(request()).text for _ in range(5)} == {"{}"}
        with pytest.raises(BudgetSpent):
            model.complete(request("another"))


def test_a_limit_of_money_needs_a_price() -> None:
    with pytest.raises(UsageError, match="--max-tokens"):
        open_model("any", base_url="https://models.example.org/v1", api_key="k", limits=Limits(cost=1.0))


def test_a_model_in_this_process_is_not_asked_again_for_what_it_could_not_say_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slow = Fake(TimedOut("no reply"))
    monkeypatch.setattr("briefing.llm.stack._client", lambda *_: (slow, "slow"))
    model, _ = open_model("gguf:slow.gguf", sleep=lambda _: None)
    with pytest.raises(OutOfTime):
        model.complete(request())
    assert len(slow.asked) == 1
