"""What a server does wrong, told apart: each misbehaviour is an error that says what to do next."""

from __future__ import annotations

import socket
from contextlib import suppress

import pytest
from asking import request
from chaos import Answer, Chaos, chat, says, sends, status
from misbehaviours import MISBEHAVIOURS, cuts, hangs, stalls, trickles
from served import model

from briefing.errors import ModelError, ModelRefused, WindowExceeded
from briefing.llm.dialect import Dialect
from briefing.llm.errors import Barred, CutOff, Declined, Lost, Silent, TimedOut, Transient, Unreachable
from briefing.llm.openai import OpenAIModel
from briefing.llm.retry import Retrying
from briefing.llm.status import fault


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (status(429, "slow down", retry_after="3"), Transient),
        (status(500), Transient),
        (status(503, "loading model"), Transient),
        (status(401, "bad key"), Barred),
        (status(403, "not yours"), Barred),
        (status(404, "no such model"), Barred),
        (status(402, "pay first"), Barred),
        (status(429, "no credit left", "insufficient_quota"), Barred),
        (status(400, "This content is not allowed.", "content_filter"), ModelRefused),
        (sends(b"<html>It works!</html>"), Lost),
        (sends(b""), Lost),
        (sends(b'{"choices": [{"mess'), Lost),
        (sends({"choices": []}), Lost),
        (sends({"choices": [{"message": "hello"}]}), Lost),
        (sends({"error": {"message": "unexpected endpoint"}}), Lost),
        (sends(b"[" * 100_000), Lost),
        (cuts, Lost),
        (sends(chat(None)), Declined),
        (sends(chat(None, refusal="No.")), Declined),
        (says("", finish="content_filter"), Declined),
        (says('{"answer": "Mr', finish="length"), CutOff),
    ],
)
def test_each_misbehaviour_is_told_apart(answer: Answer, error: type[ModelError]) -> None:
    with Chaos(answer) as server, pytest.raises(ModelError) as raised:
        model(server).complete(request())
    assert type(raised.value) is error
    assert "\n" not in str(raised.value)
    assert len(server.requests) == 1


def test_what_a_server_says_reaches_the_user_on_one_short_line() -> None:
    hostile = status(500, "first\nsecond \x1b[31m\u202e" + "x" * 9999)
    with Chaos(hostile) as server, pytest.raises(Transient, match="500: first second") as raised:
        model(server).complete(request())
    assert str(raised.value).isprintable()
    assert len(str(raised.value)) < 300


def test_retry_after_is_read() -> None:
    with Chaos(status(429, "wait", retry_after="12"), status(429, "wait", retry_after_ms="250")) as server:
        waits = []
        for _ in range(2):
            with pytest.raises(Transient) as raised:
                model(server).complete(request())
            waits.append(raised.value.wait)
    assert waits == [12.0, 0.25]


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        ("Tue, 04 Mar 2031 06:00:09 GMT", 9.0),
        ("Tue, 04 Mar 2031 05:00:00 GMT", 0.0),
        ("Tue, 04 Mar 2031 06:00:09", None),
        ("tomorrow", None),
    ],
)
def test_a_date_to_come_back_at_is_counted_from_the_servers_own(told: str, wait: float | None) -> None:
    headers = {"retry-after": told, "date": "Tue, 04 Mar 2031 06:00:00 GMT"}
    found = fault(429, headers, "later", "models.example")
    assert isinstance(found, Transient)
    assert found.wait == wait
    assert isinstance(fault(503, {"retry-after": told}, "", "models.example"), Transient)


def test_a_refusal_and_a_reply_cut_off_tell_what_they_cost() -> None:
    with Chaos(says("{", finish="length", usage=(30, 50)), sends(chat(None, usage=(30, 2)))) as server:
        with pytest.raises(CutOff) as cut:
            model(server).complete(request())
        with pytest.raises(Declined) as declined:
            model(server).complete(request())
    assert (cut.value.completion.prompt_tokens, cut.value.completion.completion_tokens) == (30, 50)
    assert (declined.value.completion.prompt_tokens, declined.value.completion.completion_tokens) == (30, 2)


def test_nobody_listening_is_told_with_the_address() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(Unreachable, match=url):
        OpenAIModel("any", url, None, timeout=5).complete(request())


def test_a_server_that_sends_without_end_is_cut_short() -> None:
    with Chaos(sends(b" " * 17_000_000)) as server, pytest.raises(Lost, match="more than"):
        model(server, timeout=60).complete(request())


@pytest.mark.parametrize(("answer", "silent"), [(hangs, True), (stalls, False)])
def test_a_server_that_does_not_answer_or_stops_halfway_times_out(answer: Answer, silent: bool) -> None:
    with Chaos(answer) as server, pytest.raises(TimedOut) as raised:
        model(server, timeout=0.1).complete(request())
    assert isinstance(raised.value, Silent) is silent


def test_a_server_that_trickles_times_out_although_each_byte_comes_soon() -> None:
    with Chaos(trickles) as server, pytest.raises(TimedOut):
        model(server, timeout=0.2).complete(request())


@pytest.mark.parametrize(
    ("error", "size"),
    [
        ({"message": "This model's maximum context length is 8192 tokens. However, you …"}, 8192),
        ({"message": "max_tokens is too large: 900. This model's maximum context length is 4,096"}, 4096),
        ({"message": "too long", "type": "exceed_context_size_error", "n_ctx": 2048}, 2048),
        ({"message": "no room", "code": "context_length_exceeded"}, None),
    ],
)
def test_a_prompt_longer_than_the_window_is_told_with_the_window(error: object, size: int | None) -> None:
    with Chaos(sends({"error": error}, 400)) as server, pytest.raises(WindowExceeded) as raised:
        model(server).complete(request())
    assert raised.value.window == size


def test_a_request_too_large_for_the_account_is_not_waited_for() -> None:
    told = "Request too large for any on tokens per min (TPM): Limit 30000, Requested 41000."
    with Chaos(status(429, told, "rate_limit_exceeded")) as server, pytest.raises(WindowExceeded) as raised:
        model(server).complete(request())
    assert raised.value.window == 30_000


@pytest.mark.parametrize("name", MISBEHAVIOURS)
def test_no_misbehaviour_raises_anything_but_a_model_error(name: str) -> None:
    with Chaos(MISBEHAVIOURS[name]) as server:
        asking = Retrying(model(server), attempts=2, sleep=lambda _: None)
        for _ in range(2):
            with suppress(ModelError):
                assert isinstance(asking.complete(request()).text, str)


@pytest.mark.parametrize("complaint", ["", " \n"])
def test_a_complaint_without_words_is_taken_to_be_about_the_form(complaint: str) -> None:
    lower = Dialect().without(complaint)
    assert lower is not None
    assert lower.format == "json_object"
    assert Dialect().without("no such model") is None
