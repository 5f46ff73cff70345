"""`briefing doctor` asks a model what it can, and sends it no text of a source."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from chaos import Answer, Chaos, refuses, says, sends, status
from doctors import SOURCE, Doctor, line
from misbehaviours import cuts, hangs

from briefing.cli.examining import model

MODELS = {"object": "list", "data": [{"id": "tide-7b", "object": "model"}, {"id": "gull-1b"}]}


def served(server: Chaos, name: str = "tide-7b", more: str = "") -> str:
    return f'model = "{name}"\nbase_url = "{server.url}"\n{more}\n{SOURCE}'


def test_a_models_server_elsewhere_is_asked_for_its_list_and_for_nothing_else(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "is_loopback", lambda _: False)
    with Chaos(sends(MODELS)) as server:
        code, lines, _ = doctor(served(server))
    assert code == 0
    told = "ok: model: tide-7b: served, its window is not stated; text goes to 127.0.0.1"
    assert line(lines, "model") == told
    assert server.requests == [{"path": "/v1/models"}]
    assert "content-length" not in server.headers[0]
    assert not [found for found in lines if ": schema: " in found]
    with Chaos(sends(MODELS), says('{"tide": 3}')) as server:
        assert line(doctor(served(server), "--probe")[1], "schema").startswith("ok: ")


def test_a_model_here_is_asked_one_word_and_no_source_text(doctor: Doctor) -> None:
    with Chaos(sends(MODELS), says('{"tide": 3}')) as server:
        code, lines, _ = doctor(served(server))
    assert (code, len(server.requests)) == (0, 2)
    assert [message["content"] for message in server.requests[1]["messages"]] == [
        "Reply with the one word: hello"
    ]
    assert line(lines, "schema") == "ok: schema: its replies keep to the schema that they are given"


@pytest.mark.parametrize(
    ("answer", "level", "told"),
    [
        (says("hello"), "warn", "does not keep to it"),
        (says('{"tide": "high"}'), "warn", "does not keep to it"),
        (refuses("json_schema", says('{"tide": 3}')), "ok", "it accepts no schema"),
        (refuses("response_format", says("hello")), "ok", "it accepts no schema"),
        (says("hmm, hello", finish="length"), "ok", "its reply to a one-word question was too long"),
        (status(500), "fault", "does not answer a one-word question"),
        (status(400, "no"), "fault", "does not answer a one-word question"),
        (hangs, "warn", "no reply from 127.0.0.1 within 0.2 s → give it time"),
    ],
)
def test_how_a_model_takes_a_schema_is_told(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch, answer: Answer, level: str, told: str
) -> None:
    monkeypatch.setattr(model, "PROBE_SECONDS", 0.2 if answer is hangs else 30.0)
    with Chaos(sends(MODELS), answer) as server:
        code, lines, err = doctor(served(server))
    assert line(lines, "schema").startswith(f"{level}: ")
    assert told in line(lines, "schema")
    assert (code, err) == (5 if level == "fault" else 0, "")


@pytest.mark.parametrize(
    ("row", "window"),
    [
        ({"meta": {"n_ctx": 4096, "n_ctx_train": 32768}}, "window 4,096 tokens"),
        ({"max_model_len": 8192}, "window 8,192 tokens"),
        ({"context_length": 16384, "meta": None}, "window 16,384 tokens"),
        ({"meta": {"n_ctx_train": 32768}}, "its window is not stated"),
        ({"context_window": "large"}, "its window is not stated"),
    ],
)
def test_the_window_is_told_where_the_list_has_it(
    doctor: Doctor, row: dict[str, object], window: str
) -> None:
    with Chaos(sends({"data": [{"id": "tide-7b", **row}]}), says('{"tide": 3}')) as server:
        assert window in line(doctor(served(server))[1], "model")


@pytest.mark.parametrize(
    ("answer", "level", "told"),
    [
        (
            sends({"data": [{"id": "gull-1b"}, {"id": "x"}, 7]}),
            "warn",
            "lists gull-1b and x → name one of those",
        ),
        (sends({"data": [{"id": str(n)} for n in range(9)]}), "warn", "lists 0, 1, 2, 3, 4 and 4 more"),
        (status(404), "warn", "lists no models → see that its address ends in /v1"),
        (status(401, "bad key"), "fault", "check the key"),
        (status(500), "fault", "answered 500"),
        (sends(b"<html>"), "fault", "sent no list of models; does its address end in /v1?"),
        (sends({"data": 3}), "fault", "sent no list of models"),
        (status(302, location="http://127.0.0.1:9/"), "fault", "answered 302"),
        (cuts, "fault", "the connection to 127.0.0.1 broke"),
        (hangs, "fault", "no reply from 127.0.0.1 within 0.2 s"),
    ],
)
def test_each_answer_of_a_models_server_is_told(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch, answer: Answer, level: str, told: str
) -> None:
    monkeypatch.setattr(model, "LISTING_SECONDS", 0.2 if answer is hangs else 30.0)
    with Chaos(answer) as server:
        code, lines, err = doctor(served(server))
    assert line(lines, "model").startswith(f"{level}: model: tide-7b")
    assert told in line(lines, "model")
    assert (code, err) == (5 if level == "fault" else 0, "")


def test_a_key_is_in_no_line(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIDE_KEY", "sk-secret")
    with Chaos(status(401, "sk-secret is wrong")) as server:
        code, lines, err = doctor(served(server, more='api_key_env = "TIDE_KEY"'))
    assert server.headers[0]["authorization"] == "Bearer sk-secret"
    assert code == 5
    assert "secret" not in "\n".join(lines) + err


@pytest.mark.parametrize(
    ("configuration", "told"),
    [
        ('model = "m"\nbase_url = "http://127.0.0.1:9/v1"', "nobody answers at http://127.0.0.1:9/v1"),
        ('model = "m"', "no key for api.openai.com: set OPENAI_API_KEY"),
        ('model = "m"\nbase_url = "http://h.example/v1"\nmax_cost = 1', "the price of m is unknown"),
        (
            'model = "gguf:gone.gguf"',
            "gone.gguf: No such file or directory; give gguf:FILE the path of a model",
        ),
        ('model = "gguf:a.txt"', "a.txt is not a GGUF file"),
    ],
)
def test_a_model_that_cannot_be_used_is_a_fault(doctor: Doctor, configuration: str, told: str) -> None:
    code, lines, _ = doctor(configuration)
    assert code == 5
    assert told in line(lines, "model")


def test_a_key_without_a_model_is_a_warning(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-idle")
    code, lines, _ = doctor(SOURCE)
    assert code == 0
    assert [found[:9] for found in lines if ": model: " in found] == ["ok: model", "warn: mod"]


def test_private_sources_and_the_host_that_does_not_get_them(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = f"{SOURCE}private = true\n"
    with Chaos(sends(MODELS)) as server:
        lines = doctor(f'model = "tide-7b"\nbase_url = "{server.url}"\n{private}')[1]
        assert not [found for found in lines if ": private: " in found]
        monkeypatch.setattr(model, "is_loopback", lambda _: False)
        lines = doctor(f'model = "tide-7b"\nbase_url = "{server.url}"\n{private}')[1]
    assert line(lines, "private").startswith("ok: private: 1 source not sent to 127.0.0.1")


@pytest.mark.parametrize(
    ("there", "told"), [(True, "window 8,192 tokens"), (False, "pip install 'briefing[local]'")]
)
def test_a_model_in_a_file_is_looked_at_and_not_run(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch, there: bool, told: str
) -> None:
    Path("tide.gguf").write_bytes(b"GGUF" + struct.pack("<IQQ", 3, 0, 0))
    monkeypatch.setattr(model, "find_spec", lambda _: object() if there else None)
    code, lines, _ = doctor(f'model = "gguf:tide.gguf"\n{SOURCE}')
    assert code == (0 if there else 5)
    assert told in line(lines, "model")
