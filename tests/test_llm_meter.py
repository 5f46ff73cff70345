"""What is counted, and what it costs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from asking import Fake, request

from briefing.errors import MalformedReply, ModelUnavailable
from briefing.llm.errors import CutOff
from briefing.llm.meter import Meter
from briefing.llm.prices import FREE, Price
from briefing.types import Completion, Usage


def test_a_run_without_a_call_costs_nothing_even_where_the_price_is_unknown() -> None:
    meter = Meter(Fake(""), None)
    meter.cached()
    assert meter.usage() == Usage(cached_calls=1, cost_usd=0.0)


def test_the_cost_is_unknown_after_a_call_whose_price_is() -> None:
    meter = Meter(Fake("{}"), None)
    meter.complete(request())
    assert meter.usage() == Usage(calls=1, prompt_tokens=10, completion_tokens=5, cost_usd=None)


def test_prompt_and_completion_have_their_own_prices() -> None:
    meter = Meter(Fake(Completion("{}", 1_000_000, 500_000)), Price(2.0, 8.0))
    meter.complete(request())
    assert meter.usage().cost_usd == pytest.approx(6.0)


def test_failed_calls_count_with_the_tokens_that_they_cost() -> None:
    meter = Meter(Fake(ModelUnavailable("500"), CutOff("long", Completion("{", 20, 50))), FREE)
    for error in (ModelUnavailable, MalformedReply):
        with pytest.raises(error):
            meter.complete(request())
    assert meter.usage() == Usage(calls=2, failed_calls=2, prompt_tokens=20, completion_tokens=50)


def test_every_change_is_told() -> None:
    heard: list[Usage] = []
    meter = Meter(Fake("{}"), FREE, heard.append)
    meter.complete(request())
    meter.cached()
    assert [(u.calls, u.cached_calls) for u in heard] == [(1, 0), (1, 1)]


def test_nothing_is_lost_between_threads() -> None:
    meter = Meter(Fake("{}"), Price(1.0, 1.0))
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: meter.complete(request()), range(400)))
    assert (meter.usage().calls, meter.usage().prompt_tokens) == (400, 4000)
