"""A robots.txt is read as RFC 9309 has it: our group, else that of all; the longest rule decides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.web.robots import Robots

HOST = "https://tide.example"


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/news/1", True),
        ("User-agent: *\nAllow: /\nDisallow: /private", "/private/1", False),
        ("User-agent: *\nDisallow: /news\nAllow: /news/open", "/news/open/1", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/files/report.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/files/report.pdf.html", True),
        ("User-agent: *\nDisallow: /*?print=", "/news/1?print=yes", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: briefing\nDisallow: /closed", "/news/1", True),
        ("User-agent: *\nDisallow:\n\nUser-agent: Briefing\nDisallow: /", "/news/1", False),
        ("User-agent: other\nUser-agent: briefing\nDisallow: /", "/news/1", False),
        ("\ufeffUser-agent: *\nDisallow: /", "/news/1", False),
        ("Disallow: /", "/news/1", True),  # of no group
        ("<html><body>Not found</body></html>", "/news/1", True),
    ],
)
def test_a_path_is_allowed_or_not(rules: str, path: str, allowed: bool) -> None:
    assert Robots.of(rules.encode()).allows(HOST + path) is allowed


@given(st.binary(max_size=400))
def test_any_bytes_are_an_answer(raw: bytes) -> None:
    assert Robots.of(raw).allows(f"{HOST}/news/1") in (True, False)
