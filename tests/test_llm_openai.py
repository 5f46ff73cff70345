"""The client against a real server on loopback, well behaved and not."""

from __future__ import annotations

import socket
from contextlib import suppress

import pytest
from asking import request
from chaos import (
    MISBEHAVIOURS,
    Answer,
    Chaos,
    chat,
    cuts,
    hangs,
    refuses,
    says,
    sends,
    stalls,
    status,
    trickles,
)

from briefing.errors import ModelError, ModelRefused, UsageError, WindowExceeded
from briefing.llm.fault import (
    Barred,
    CutOff,
    Declined,
    Lost,
    Silent,
    SteppedDown,
    TimedOut,
    Transient,
    Unreachable,
)
from briefing.llm.openai import OpenAIModel
from briefing.llm.retry import Retrying
from briefing.llm.size import prompt_tokens
from briefing.llm.status import fault

KEY = "sk-very-secret-0123456789"


def model(server: Chaos, key: str | None = KEY, timeout: float = 5.0) -> OpenAIModel:
    return OpenAIModel("any", server.url, key, timeout)


def test_a_reply_comes_with_the_tokens_that_the_server_reports() -> None:
    with Chaos(says('{"answer": "Mr Orr"}', usage=(21, 9))) as server:
        completion = model(server).complete(request())
    assert completion.text == '{"answer": "Mr Orr"}'
    assert (completion.prompt_tokens, completion.completion_tokens, completion.cached) == (21, 9, False)


def test_the_schema_is_sent_strict_under_the_name_of_the_stage() -> None:
    with Chaos(says("{}")) as server:
        model(server).complete(request(stage="writing"))
    sent = server.requests[0]["response_format"]
    assert sent["type"] == "json_schema"
    assert sent["json_schema"] | {"schema": None} == {"name": "writing", "strict": True, "schema": None}
    assert sent["json_schema"]["schema"]["required"] == ["answer"]
    assert server.requests[0]["max_tokens"] == 50
    assert server.requests[0]["temperature"] == 0.0


@pytest.mark.parametrize("usage", [None, "many", {"prompt_tokens": None}, {"prompt_tokens": -4}])
def test_tokens_are_counted_here_where_the_server_reports_none(usage: object) -> None:
    with Chaos(says("one two three", usage=usage)) as server:
        completion = model(server).complete(request())
    assert completion.prompt_tokens == prompt_tokens(request())
    assert completion.completion_tokens == 3


@pytest.mark.parametrize("key", [None, "", "  "])
def test_a_server_that_asks_for_no_key_gets_a_placeholder(key: str | None) -> None:
    with Chaos(says("{}")) as server:
        model(server, key).complete(request())
    assert server.headers[0]["authorization"] == "Bearer none"


@pytest.mark.parametrize("base_url", [None, ""])
def test_openai_itself_needs_a_key(base_url: str | None) -> None:
    with pytest.raises(UsageError, match="OPENAI_API_KEY"):
        OpenAIModel("gpt-4o", base_url, "", timeout=5)


def test_no_other_secret_of_the_environment_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, f"secret of {name}")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Other: secret of X\nAuthorization: secret of Y")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/other")
    with Chaos(says("{}")) as server:
        model(server).complete(request())
    assert "secret of" not in str(server.headers)
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"


def test_text_for_this_machine_passes_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with Chaos(says("{}")) as server:
        assert model(server).complete(request()).text == "{}"


def test_a_redirect_is_not_followed() -> None:
    with Chaos(says("{}")) as elsewhere, Chaos(sends(b"", 307, location=elsewhere.url)) as server:
        with pytest.raises(Barred, match="307"):
            model(server).complete(request())
        assert not elsewhere.requests


def test_a_key_that_no_header_can_carry_is_named_without_showing_it() -> None:
    with pytest.raises(UsageError) as raised:
        OpenAIModel("any", "http://127.0.0.1:9/v1", "secret\nkey", timeout=5)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    "answer",
    [
        status(401, f"Incorrect API key provided: {KEY}"),
        status(500, f"you sent {KEY}"),
        sends({"error": {"message": f"no such model for {KEY}"}}),
        sends(chat(None, refusal=f"I do not like {KEY}")),
    ],
)
def test_a_key_that_a_server_echoes_is_in_no_message(answer: Answer) -> None:
    with Chaos(answer) as server, pytest.raises(ModelError) as raised:
        model(server).complete(request())
    assert KEY not in repr(raised.value)
    assert raised.value.__cause__ is None
    assert KEY not in repr(model(server))


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
    ("refused", "left"),
    [
        ("json_schema", {"response_format": {"type": "json_object"}}),
        ("response_format", {}),
        ("max_tokens", {"max_completion_tokens": 50}),
        ("temperature", {}),
    ],
)
def test_what_a_server_refuses_is_left_out_of_all_later_requests(
    refused: str, left: dict[str, object]
) -> None:
    with Chaos(refuses(refused, says("{}"))) as server:
        asking = Retrying(model(server), sleep=lambda _: None)
        asking.complete(request())
        refusals = len(server.requests) - 1
        asking.complete(request())
    assert refusals == (2 if refused == "response_format" else 1)
    assert len(server.requests) == refusals + 2
    assert f'"{refused}"' not in str(server.requests[-1]).replace("'", '"')
    assert server.requests[-1].items() >= left.items()


def test_no_more_is_left_out_than_was_refused() -> None:
    with Chaos(refuses("temperature", says("{}"))) as server:
        Retrying(model(server), sleep=lambda _: None).complete(request())
    assert server.requests[-1]["response_format"]["type"] == "json_schema"
    assert "max_tokens" in server.requests[-1]


def test_a_server_that_takes_no_schema_is_told_it_in_words() -> None:
    with Chaos(refuses("json_schema", says("{}"))) as server:
        Retrying(model(server), sleep=lambda _: None).complete(request())
    assert '"additionalProperties":false' in server.requests[-1]["messages"][-1]["content"]


def test_one_call_is_one_request_also_when_it_steps_down() -> None:
    with Chaos(refuses("json_schema", says("{}"))) as server, pytest.raises(SteppedDown):
        model(server).complete(request())
    assert len(server.requests) == 1


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


def test_lone_surrogates_are_neither_sent_nor_received() -> None:
    with Chaos(sends(chat('"\ud800"'))) as server:
        completion = model(server).complete(request("before \udfff after"))
    assert completion.text == '"\ufffd"'
    assert server.requests[0]["messages"][-1]["content"] == "before \ufffd after"


@pytest.mark.parametrize("name", MISBEHAVIOURS)
def test_no_misbehaviour_raises_anything_but_a_model_error(name: str) -> None:
    with Chaos(MISBEHAVIOURS[name]) as server:
        asking = Retrying(model(server), attempts=2, sleep=lambda _: None)
        for _ in range(2):
            with suppress(ModelError):
                assert isinstance(asking.complete(request()).text, str)
