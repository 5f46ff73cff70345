"""An http(s) address, wherever it is written: in a configuration, on the command line, in a source."""

from __future__ import annotations

import pytest

from briefing import web_address


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://post.example/a?b#c", "post.example"),
        ("HTTP://Post.example:8080", "post.example"),
        ("http://[::1]:80/", "::1"),
        ("https://me:word@post.example/", "post.example"),
    ],
)
def test_it_names_a_host(url: str, host: str) -> None:
    found = web_address.parts(url)
    assert found is not None
    assert found.hostname == host


@pytest.mark.parametrize(
    "url",
    [
        "post.example",
        "ftp://post.example/",
        "https:/post.example",
        "https://",
        "http://:80/",
        "http://[",
        "http://post.example:b/",
        "http://post.example:0/",
        "http://post.example:65536/",
        "",
    ],
)
def test_what_names_no_server_that_can_be_asked_is_none(url: str) -> None:
    assert web_address.parts(url) is None
