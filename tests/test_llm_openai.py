"""The client against a real server on loopback, well behaved and not."""

from __future__ import annotations

import pytest
from asking import request
from chaos import Answer, Chaos, chat, refuses, says, sends, status
from served import KEY, model

from briefing.errors import ModelError, UsageError
from briefing.llm.errors import Barred, SteppedDown
from briefing.llm.openai import OpenAIModel
from briefing.llm.retry import Retrying
from briefing.llm.size import prompt_tokens


def test_a_reply_comes_with_the_tokens_that_the_server_reports() -> None:
    with Chaos(says('{"answer": "Mr Orr"}', usage=(21, 9))) as server:
        completion = model(server).complete(request())
    assert completion.text == '{"answer": "Mr Orr"}'
    assert (completion.prompt_tokens, completion.completion_tokens) == (21, 9)


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
    assert completion.prompt_tokens == prompt_tokens(request().messages)
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


def test_lone_surrogates_are_neither_sent_nor_received() -> None:
    with Chaos(sends(chat('"\ud800"'))) as server:
        completion = model(server).complete(request("before \udfff after"))
    assert completion.text == '"\ufffd"'
    assert server.requests[0]["messages"][-1]["content"] == "before \ufffd after"
