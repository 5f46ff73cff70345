"""Limits hold in any order of events, and nothing within them is refused."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from asking import Fake, Time, request
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BudgetSpent, ModelError, ModelUnavailable
from briefing.llm.budget import Budget, Limits
from briefing.llm.errors import CutOff, Lost, Transient
from briefing.llm.prices import Price
from briefing.llm.retry import Retrying
from briefing.llm.size import prompt_tokens, schema_tokens
from briefing.types import Completion, Request

PROMPT = prompt_tokens(request().messages) + schema_tokens(request())
ANSWERS = st.one_of(
    st.builds(Completion, st.just("{}"), st.integers(1, 25), st.integers(0, 50)),
    st.sampled_from([Transient("500"), Lost("cut"), CutOff("long", Completion("{", 20, 50))]),
)


def test_without_limits_everything_passes() -> None:
    model = Fake("{}")
    assert Budget(model, Limits(), None).complete(request()).text == "{}"


def test_calls_are_counted_with_their_retries() -> None:
    model = Fake(Transient("500"))
    with pytest.raises(BudgetSpent, match="--max-calls"):
        Retrying(Budget(model, Limits(calls=3), None), sleep=Time().sleep).complete(request())
    assert len(model.asked) == 3


@pytest.mark.parametrize("limits", [Limits(calls=0), Limits(tokens=PROMPT), Limits(cost=0.0001)])
def test_a_call_that_might_exceed_a_limit_is_not_made(limits: Limits) -> None:
    model = Fake("{}")
    with pytest.raises(BudgetSpent):
        Budget(model, limits, Price(10.0, 10.0)).complete(request())
    assert not model.asked


@given(st.lists(ANSWERS, min_size=1, max_size=20), st.integers(0, 400), st.integers(0, 12))
def test_no_limit_is_ever_exceeded(answers: list[Completion | ModelError], tokens: int, calls: int) -> None:
    model, spent, refused = Fake(*answers), 0, 0
    budget = Budget(model, Limits(calls=calls, tokens=tokens), None)
    for _ in range(20):
        try:
            completion = budget.complete(request())
            spent += completion.prompt_tokens + completion.completion_tokens
        except CutOff as cut:
            spent += cut.completion.prompt_tokens + cut.completion.completion_tokens
        except BudgetSpent:
            refused += 1
        except ModelUnavailable:
            continue  # it was asked, and is counted there
    assert len(model.asked) + refused == 20
    assert len(model.asked) <= calls
    assert spent <= tokens


def test_what_was_reserved_and_not_used_is_free_again() -> None:
    model = Fake(Completion("{}", 10, 1))
    budget = Budget(model, Limits(tokens=200), None)
    with suppress(BudgetSpent):
        for _ in range(100):
            budget.complete(request())
    assert 6 <= len(model.asked) < 100, "each call reserves more than 70 tokens of the 200 and uses 11"


def test_a_lost_reply_is_settled_as_reserved_and_a_refused_one_as_free() -> None:
    lost, refused = Fake(Lost("cut")), Fake(Transient("500"))
    for model, calls in ((lost, 2), (refused, 20)):
        budget = Budget(model, Limits(tokens=250), None)
        for _ in range(20):
            with pytest.raises((Transient, BudgetSpent)):
                budget.complete(request())
        assert len(model.asked) == calls


def test_a_server_that_counts_more_tokens_than_we_do_is_believed() -> None:
    model = Fake(Completion("{}", 3 * prompt_tokens(request().messages), 0))
    budget = Budget(model, Limits(tokens=PROMPT * 3 + 60), None)
    budget.complete(request())
    with pytest.raises(BudgetSpent):
        budget.complete(request())


def test_a_call_waits_for_those_under_way_rather_than_fail() -> None:
    """Two calls reserve more than the limit, and use less: in threads both are made, as one by one."""

    class Slow:
        def __init__(self) -> None:
            self.entered, self.leave = threading.Event(), threading.Event()

        def complete(self, request: Request) -> Completion:
            self.entered.set()
            self.leave.wait(10)
            return Completion("{}", 10, 1)

    slow = Slow()
    budget = Budget(slow, Limits(tokens=130), None)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(budget.complete, request())
        slow.entered.wait(10)
        second = pool.submit(budget.complete, request())
        slow.leave.set()
        assert [f.result(10).text for f in (first, second)] == ["{}", "{}"]


def test_many_threads_make_exactly_the_calls_allowed() -> None:
    model = Fake(Completion("{}", 10, 1))
    budget = Budget(model, Limits(calls=25), None)

    def one(_: int) -> bool:
        try:
            budget.complete(request())
        except BudgetSpent:
            return False
        return True

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(one, range(100))) == 25
