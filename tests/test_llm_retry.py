"""Attempts, waits and the circuit; no test sleeps."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from asking import Fake, Time, request
from chaos import Chaos, says, status

from briefing.errors import ModelRefused, ModelUnavailable, OutOfTime
from briefing.llm.circuit import Circuit
from briefing.llm.errors import (
    Barred,
    Declined,
    Lost,
    Silent,
    SteppedDown,
    TimedOut,
    Transient,
    Unreachable,
)
from briefing.llm.openai import OpenAIModel
from briefing.llm.retry import ATTEMPTS, TOTAL_SECONDS, Retrying
from briefing.types import Completion


def retrying(model: Fake, time: Time, **more: float) -> Retrying:
    return Retrying(model, sleep=time.sleep, clock=time.clock, **more)  # type: ignore[arg-type]


def test_a_failure_that_passes_costs_another_attempt() -> None:
    model, time = Fake(Transient("500"), Lost("cut"), "{}"), Time()
    assert retrying(model, time).complete(request()).text == "{}"
    assert len(model.asked) == 3
    assert len(time.slept) == 2


def test_waits_grow_and_are_drawn_anew_each_time() -> None:
    drawn = []
    for _ in range(20):
        model, time = Fake(Transient("500")), Time()
        with pytest.raises(ModelUnavailable, match="500"):
            retrying(model, time).complete(request())
        assert len(model.asked) == ATTEMPTS
        assert all(w <= min(8.0, 0.5 * 2**n) for n, w in enumerate(time.slept))
        drawn.append(tuple(time.slept))
    assert len(set(drawn)) == 20


def test_what_the_server_asks_for_is_waited_for_exactly() -> None:
    model, time = Fake(Transient("429", wait=17.0), SteppedDown("no schema"), "{}"), Time()
    retrying(model, time).complete(request())
    assert time.slept == [17.0, 0.0]


def test_a_server_that_asks_for_longer_than_the_total_is_given_up_at_once() -> None:
    model, time = Fake(Transient("429", wait=3600.0)), Time()
    with pytest.raises(ModelUnavailable):
        retrying(model, time).complete(request())
    assert len(model.asked) == 1
    assert not time.slept


@pytest.mark.parametrize("wait", [1.0, 10.0, 59.0])
def test_no_attempt_begins_after_the_total_time(wait: float) -> None:
    model, time = Fake(Transient("429", wait=wait)), Time()
    with pytest.raises(ModelUnavailable):
        retrying(model, time, attempts=1000).complete(request())
    assert sum(time.slept) <= TOTAL_SECONDS


def test_a_server_that_only_fails_holds_a_brief_of_many_stories_for_about_a_minute() -> None:
    time = Time()
    model = retrying(Fake(Transient("500")), time)
    for _ in range(60):
        with pytest.raises(ModelUnavailable):
            model.complete(request())
    assert sum(time.slept) <= 63.0


def test_of_calls_at_once_to_a_server_that_only_fails_none_has_all_its_attempts() -> None:
    server = Fake(Transient("500"))
    model = Retrying(server, sleep=lambda _: None)
    with ThreadPoolExecutor(8) as pool:
        calls = [pool.submit(model.complete, request()) for _ in range(60)]
    assert all(isinstance(call.exception(), ModelUnavailable) for call in calls)
    assert 2 * ATTEMPTS <= len(server.asked) < 2 * ATTEMPTS + 8


def test_attempts_that_a_server_asks_to_be_made_later_open_no_circuit() -> None:
    time, server = Time(), Fake(*[*[Transient("429", wait=1.0)] * (ATTEMPTS - 1), "{}"] * 4)
    model = retrying(server, time)
    assert [model.complete(request()).text for _ in range(4)] == ["{}"] * 4


def test_a_server_that_never_said_a_word_is_waited_for_once() -> None:
    time, server = Time(), Fake(Silent("no reply within 5 s"))
    model = retrying(server, time)
    for error in (OutOfTime, ModelUnavailable):
        with pytest.raises(error, match="no reply"):
            model.complete(request())
    assert (len(server.asked), time.slept) == (1, [])


def test_a_server_that_has_answered_before_may_be_silent_once() -> None:
    server = Fake("{}", Silent("no reply within 5 s"), "{}")
    model = retrying(server, Time())
    assert [model.complete(request()).text for _ in range(2)] == ["{}", "{}"]


def test_after_nobody_listened_the_next_call_does_not_wait() -> None:
    time, refused = Time(), Fake(Unreachable("nobody answers"))
    model = retrying(refused, time)
    with pytest.raises(ModelUnavailable):
        model.complete(request())
    asked, slept = len(refused.asked), sum(time.slept)
    with pytest.raises(ModelUnavailable, match="nobody answers"):
        model.complete(request())
    assert (len(refused.asked), sum(time.slept)) == (asked, slept)


def test_a_server_that_comes_back_is_used_again() -> None:
    time, server = Time(), Fake(*[Unreachable("nobody answers")] * ATTEMPTS, "{}")
    model = retrying(server, time)
    with pytest.raises(ModelUnavailable):
        model.complete(request())
    time.now += 31.0
    assert model.complete(request()).text == "{}"
    assert model.complete(request()).text == "{}"


def test_a_server_that_stays_away_gets_one_attempt_after_a_rest() -> None:
    time, server = Time(), Fake(Unreachable("nobody answers"))
    model = retrying(server, time)
    for rest in (0.0, 31.0):
        time.now += rest
        with pytest.raises(ModelUnavailable):
            model.complete(request())
    assert len(server.asked) == ATTEMPTS + 1


def test_a_success_between_failures_keeps_the_circuit_closed() -> None:
    time = Time()
    server = Fake(*([*[Transient("500")] * ATTEMPTS, "{}"] * 3))
    model = retrying(server, time)
    for _ in range(3):
        with pytest.raises(ModelUnavailable):
            model.complete(request())
        assert model.complete(request()).text == "{}"


def test_a_wrong_key_is_asked_once_for_all_calls() -> None:
    time, server = Time(), Fake(Barred("401"))
    model = retrying(server, time)
    for _ in range(3):
        with pytest.raises(ModelRefused, match="401"):
            model.complete(request())
    assert len(server.asked) == 1
    assert not time.slept


def test_a_model_that_declines_is_asked_once_and_may_answer_the_next() -> None:
    server = Fake(Declined("no", Completion("", 9, 1)), "{}")
    model = retrying(server, Time())
    with pytest.raises(ModelRefused):
        model.complete(request())
    assert model.complete(request()).text == "{}"
    assert len(server.asked) == 2


def test_a_time_out_is_told_as_such() -> None:
    with pytest.raises(OutOfTime):
        retrying(Fake(TimedOut("no reply within 5 s")), Time()).complete(request())


def test_over_a_real_connection_retry_after_is_slept_for() -> None:
    time = Time()
    with Chaos(status(429, "later", retry_after="7"), status(503, "loading"), says("{}")) as server:
        client = OpenAIModel("any", server.url, None, timeout=5)
        completion = Retrying(client, sleep=time.sleep, clock=time.clock).complete(request())
    assert completion.text == "{}"
    assert time.slept[0] == 7.0
    assert len(server.requests) == 3


def test_a_server_that_asks_for_patience_does_not_open_the_circuit() -> None:
    """It answers, and says when to come back: only attempts that it did not put off count as missed."""
    circuit = Circuit(Time().clock, attempts=3)
    for _ in range(9):
        circuit.missed(Transient("429", wait=1.0))
    assert not circuit.doubtful
    for _ in range(3):
        circuit.missed(Transient("500"))
    assert circuit.doubtful
