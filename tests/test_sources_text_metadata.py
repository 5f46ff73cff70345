"""What a Markdown file says of itself at its head; its text stays as it is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources import read
from briefing.sources.text_metadata import text_metadata
from briefing.types import Document

BODY = "# Weir holds\n\nThe weir at Orrin held on Monday, the river authority said.\n"


def fields(*rows: str, end: str = "\n") -> dict[str, Any]:
    return text_metadata(end.join(["---", *rows, "---", "", BODY]))


def test_a_clipping_brings_its_title_author_date_and_address(tmp_path: Path) -> None:
    rows = (
        "---",
        'title: "Weir holds: so far"',
        "author:",
        '  - "[[Ann Bee]]"',
        "  - Bo Kay",
        "published: 2031-03-02",
        "source: https://post.example/weir",
        "publisher: The Harbour Post",
        "tags: [river, weir]",
        "---",
        "",
        BODY,
    )
    text = "\r\n".join(rows)
    (tmp_path / "weir.md").write_text(text, encoding="utf-8", newline="")
    (document,) = read(["weir.md"], stdin=None, cwd=tmp_path)
    assert isinstance(document, Document)
    source = document.source
    assert (source.title, source.author, source.name) == (
        "Weir holds: so far",
        "Ann Bee, Bo Kay",
        "The Harbour Post",
    )
    assert (source.published, source.url) == (datetime(2031, 3, 2, tzinfo=UTC), "https://post.example/weir")
    assert document.text == text


def test_without_a_title_of_its_own_the_heading_below_is_the_title() -> None:
    assert fields("date: 2 March 2031") == {
        "title": "Weir holds",
        "published": datetime(2031, 3, 2, tzinfo=UTC),
    }


def test_a_source_that_is_no_address_is_the_outlets_name() -> None:
    assert fields("source: The Harbour Post")["name"] == "The Harbour Post"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "---\nThe weir held, title: and all.\nIt rained.\n---\n" + BODY,
        "---\ntitle: Weir holds\n" + BODY,
        " ---\ntitle: Weir holds\n---\n" + BODY,
        "---\n---\n" + BODY,
    ],
)
def test_what_is_no_front_matter_says_nothing(text: str) -> None:
    assert text_metadata(text) == {}


def test_what_it_says_is_as_harmless_as_any_other_metadata() -> None:
    found = fields("title: Weir\u202e \x07holds", "url: javascript:alert(1)", "date: soon")
    assert found == {"title": "Weir holds"}


@given(st.text("-: \nab[]'\"\r#."))
def test_no_head_of_a_file_makes_it_raise(rows: str) -> None:
    text_metadata(f"---\n{rows}\n---\n")
