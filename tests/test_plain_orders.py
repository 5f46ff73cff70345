"""An order is looked for by its words first: that is quicker, and finds the same."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.plain import is_order, orders

PHRASES = [*orders.STRONG, *orders.WEAK]
FRAGMENTS = sorted(
    {word for needed, _ in PHRASES for word in needed.split()}
    | {word for _, pattern in PHRASES for word in re.findall(r"[a-z]+", pattern)}
    | {*"\u0130\u0131\u017f\u212aé_ \n.:;,!?'’\"“*[({<>-–`0", " ", "Ignore all", "you are", "don't", "said"}
)


def slowly(text: str) -> bool:
    """The same, by every pattern."""
    strong, weak = (
        any(re.search(pattern, text, re.IGNORECASE) for _, pattern in phrases)
        for phrases in (orders.STRONG, orders.WEAK)
    )
    return strong or (weak and not orders.REPORTED.search(text))


@pytest.mark.parametrize("phrase", PHRASES, ids=[pattern[:50] for _, pattern in PHRASES])
@settings(suppress_health_check=[HealthCheck.filter_too_much])  # drawn texts are sifted by a word's bounds
@given(data=st.data())
def test_whatever_a_pattern_matches_has_a_word_that_it_needs(
    phrase: orders.Phrase, data: st.DataObject
) -> None:
    pattern = re.compile(phrase[1], re.IGNORECASE)
    text = data.draw(st.from_regex(pattern))
    alone = pattern.search(text)
    assert alone is not None
    assert is_order(text) or (phrase in orders.WEAK and orders.REPORTED.search(text))


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(FRAGMENTS)).map(" ".join),
        st.lists(st.sampled_from(FRAGMENTS)).map("".join),
    )
)
def test_it_is_what_every_pattern_would_find(text: str) -> None:
    assert is_order(text) == slowly(text)


def test_the_letters_that_a_pattern_takes_for_ascii_s_are_known() -> None:
    letters = re.compile("[a-z]", re.IGNORECASE)
    every = "".join(map(chr, range(0x80, sys.maxunicode + 1)))
    assert {*letters.findall(every)} == {*map(chr, orders.ALIKE)}


def test_it_is_so_for_strings_of_public_collections(shared: Path) -> None:
    lines = [
        line
        for path in sorted((shared / "data" / "injection").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    texts = [line for row in lines for line in json.loads(row)["text"].splitlines()]
    assert len(texts) > len(lines) > 0
    assert [text for text in texts if is_order(text) != slowly(text)] == []
