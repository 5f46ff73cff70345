"""No source text makes anything but text, and what was escaped can be read back exactly."""

from __future__ import annotations

import json
import re
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from unescaped import unescape

from briefing.render import escape

MARKUP = st.text(alphabet="ab1 \\`*_[]()<>|~#&;:/.@-+=!\"'\n\thtpxs") | st.text()
ADDRESSES = st.lists(
    st.sampled_from(
        [
            "http://",
            "HTTPS://",
            "hxxp://",
            "www.",
            "a.b",
            "mailto:",
            "ftp://",
            "@",
            " ",
            "/",
            "[.]",
            "\\",
            "x",
        ]
    )
).map("".join)


@given(MARKUP | ADDRESSES)
@example("hxxp://a[.]b http://a.b")
@example("1http://a.b/www.c")
@example("a_b_ _c__d é_e")
def test_unescaping_gives_back_the_cleaned_text(text: str) -> None:
    assert unescape(escape.markdown(text)) == escape.clean(text)
    assert unescape(escape.opening(text)) == escape.clean(text)


@given(st.text(st.sampled_from("ab \t\n\r\x1b\x9b\u200b\u202e\ud800é")))
def test_on_a_terminal_nothing_steers_and_every_character_keeps_its_place(text: str) -> None:
    shown = escape.visible(text)
    assert len(shown) == len(text)
    assert not re.search("[\x1b\x9b\u200b\u202e\ud800]|\r(?!\n)", shown)
    assert all(now == was or now == "\ufffd" for was, now in zip(text, shown, strict=True))
    assert [now for was, now in zip(text, shown, strict=True) if was in "ab \t\né"] == [
        was for was in text if was in "ab \t\né"
    ]


@given(MARKUP | ADDRESSES)
def test_markdown_shows_the_defanged_text_and_nothing_else(text: str) -> None:
    paragraph = _parse(escape.opening(text))
    shown = escape.defang(text).strip()
    assert [token.type for token in paragraph] == (
        ["paragraph_open", "inline", "paragraph_close"] if shown else []
    )
    assert shown == "".join(child.content for token in paragraph for child in token.children or ())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see http://a.b/c.html", "see hxxp://a[.]b/c.html"),
        ("HTTPS://A.EXAMPLE", "HXXPS://A[.]EXAMPLE"),
        ("hxxp://a.b and hxxps://a.b", "hxxp://a[.]b and hxxps://a[.]b"),
        ("www.a.example", "www[.]a[.]example"),
        ("mailto:me@a.example", "mailto[:]me@a[.]example"),
        ("write to me@mail.example.", "write to me@mail[.]example."),
        ("ftp://a.example", "ftp[:]//a[.]example"),
        ("short.example/x", "short[.]example/x"),
        ("ht\u200btp://a.b", "hxxp://a[.]b"),
        ("The U.S. paid 3.5 and/or 4 p.m.", "The U.S. paid 3.5 and/or 4 p.m."),
    ],
)
def test_addresses_are_defanged(text: str, shown: str) -> None:
    assert escape.defang(text) == shown


@pytest.mark.parametrize(
    "opening", ["- a", "+ a", "1. a", "12) a", "=", "---", "# a", "> a", "* a", "| a |", "~~~"]
)
def test_the_opening_of_a_block_makes_no_block_of_another_kind(opening: str) -> None:
    kinds = {token.type for token in _parse(escape.opening(opening))}
    assert kinds == {"paragraph_open", "inline", "paragraph_close"}


def test_control_and_format_characters_go_as_unicode_has_them() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        category = unicodedata.category(char)
        if category == "Cs":
            assert escape.clean(char) == "\ufffd"
        elif char.isspace():
            assert escape.clean(char) == " ", hex(code)
        elif category in ("Cc", "Cf"):
            assert escape.clean(char) == "", hex(code)
        elif unicodedata.category(char) != "Cn":
            assert escape.clean(char) == char, hex(code)


@pytest.mark.parametrize(
    "unit", ["a", "a.", "http://", "&", "@a.", "www.", "-", "[", "1", "a.b/", "\u200b", " "]
)
def test_a_million_characters_take_linear_time(unit: str) -> None:
    long = unit * (1_000_000 // len(unit))
    start = time.perf_counter()
    escape.opening(long)
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("url", "encoded"),
    [
        ("https://a.example/x?y=1&z=2#t", "https://a.example/x?y=1&z=2#t"),
        ("http://a.example/", "http://a.example/"),
        ("https://a.example/> [x](http://b)", "https://a.example/%3E%20[x](http://b)"),
        ("https://a.example/\u202e'\"<b>", "https://a.example/%27%22%3Cb%3E"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("https:/no-host", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_an_address_is_http_and_stays_one_address(url: str | None, encoded: str | None) -> None:
    assert escape.address(url) == encoded


def test_no_attack_string_makes_a_link_or_markup(shared: Path) -> None:
    attacks = [
        json.loads(line)["text"]
        for file in sorted((shared / "data/injection").glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    assert attacks
    for attack in attacks:
        tokens = _parse(escape.opening(attack))
        inline = {child.type for token in tokens for child in token.children or ()}
        assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}, attack
        assert inline <= {"text", "text_special"}, attack
        assert not re.search(r"https?://|www\.\w|mailto:\w", escape.defang(attack), re.IGNORECASE), attack


def _parse(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
