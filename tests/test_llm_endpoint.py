"""Where text goes, and what it costs there."""

from __future__ import annotations

import pytest

from briefing.errors import UsageError
from briefing.llm.endpoint import Endpoint, host, is_loopback
from briefing.llm.prices import FREE, Price, price


@pytest.mark.parametrize(
    ("name", "base_url", "expected"),
    [
        ("gpt-4o", None, "api.openai.com"),
        ("gpt-4o", "", "api.openai.com"),
        ("qwen", "http://127.0.0.1:8080/v1", "127.0.0.1"),
        ("qwen", "http://[::1]:8080/v1/", "::1"),
        ("qwen", "https://models.example.org/v1", "models.example.org"),
        ("gguf:/some/model.gguf", "https://models.example.org/v1", "127.0.0.1"),
    ],
)
def test_the_host_that_will_receive_text(name: str, base_url: str | None, expected: str) -> None:
    assert host(name, base_url) == expected


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST", "127.0.0.1", "127.8.9.1", "::1"])
def test_this_machine(name: str) -> None:
    assert is_loopback(name)


@pytest.mark.parametrize(
    "name",
    [
        "api.openai.com",
        "10.0.0.1",
        "0.0.0.0",  # noqa: S104 - named, not bound
        "localhost.example.org",
        "127.0.0.1.example.org",
        "2130706433",
        "",
    ],
)
def test_another_machine_or_one_that_only_looks_like_this(name: str) -> None:
    assert not is_loopback(name)


@pytest.mark.parametrize(
    "url", ["localhost:8080", "ftp://a.example", "http://", "http://a:b:c", "http://a\n.example"]
)
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(UsageError, match="http://HOST:PORT/v1"):
        Endpoint.of(url)


def test_a_password_in_an_address_is_refused_without_showing_it() -> None:
    with pytest.raises(UsageError) as raised:
        Endpoint.of("http://user:hunter2@models.example.org/v1")
    assert "hunter2" not in str(raised.value)


def test_prices() -> None:
    assert price("gpt-4o", "api.openai.com") == Price(2.5, 10.0)
    assert price("gpt-4o-2024-08-06", "api.openai.com") == Price(2.5, 10.0)
    assert price("gpt-4o", "models.example.org") is None
    assert price("gpt-99", "api.openai.com") is None
    assert price("gpt-4o", "localhost") == FREE
    assert Price(2.0, 8.0).cost(500_000, 250_000) == pytest.approx(3.0)


@pytest.mark.parametrize("url", ["https://notopenai.com/v1", "https://api.openai.com.example/v1"])
def test_a_host_that_only_ends_like_openais_is_another_server(url: str) -> None:
    assert not Endpoint.of(url).openai
    assert Endpoint.of("").openai


def test_a_password_without_a_user_is_refused_too() -> None:
    with pytest.raises(UsageError, match="OPENAI_API_KEY") as raised:
        Endpoint.of("http://:hunter2@models.example.org/v1")
    assert "hunter2" not in str(raised.value)
