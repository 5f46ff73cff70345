"""Whether a number is given as exact, about, at least or at most."""

from __future__ import annotations

import pytest

from briefing.grounding.numbers import quantities


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("no more than 40", "most"),
        ("more than 40", "least"),
        ("no fewer than 40", "least"),
        ("fewer than 40", "most"),
        ("as many as 40", "most"),
        ("over an estimated 40", "least"),
        ("roughly 40", "about"),
        ("20 or more crews", "least"),
        ("20 or so crews", "about"),
        ("20-odd crews", "about"),
        ("20 plus crews", "least"),
        ("20+ crews", "least"),
        ("more than anybody had feared; 40 crews", "exact"),
        ("talks about the 40 berths", "exact"),
        ("a row over two seats", "exact"),
        ("they disagreed over two seats", "exact"),
        ("the talks ended about 40 minutes late", "about"),
        ("they argued for over 40 hours", "least"),
        ("up to 40 crews", "most"),
        ("at least 40", "least"),
        ("some 40", "about"),
        ("40 crews", "exact"),
    ],
)
def test_a_bound_stands_beside_its_number(text: str, bound: str) -> None:
    assert quantities(text)[0].bound == bound
