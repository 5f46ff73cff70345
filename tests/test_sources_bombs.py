"""Documents made to cost more than they are worth: each costs itself, is named, and the others are read."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bombs import BOMBS
from page_cases import page_cases

from briefing.sources.contents import Contents
from briefing.sources.expand import Input
from briefing.sources.limits import MEMORY
from briefing.sources.page.html import read
from briefing.sources.parsing.apart import Apart
from briefing.sources.reading import Reader
from briefing.sources.refusal import Refusal

SECONDS = 1.0
GRACE = 2.0
"""Seconds for writing to the child, for its end and for what a busy machine does beside."""
PATIENCE = 10.0
"""Seconds for the page that is no bomb: what else a busy machine does is not its fault."""
READ = frozenset(
    """
    deep-formatting unclosed-tag angles huge-attribute huge-style many-classes style-sheet style-blocks
    json-ld-deep json-ld-many json-ld-wide entities links breaks times headings one-word combining mojibake
    utf-7 escapes zipped utf-16 recipients senders words headers parameters parts charset quotes from-unparted
    """.split()
)
"""Those that hold a text and may be read, if that can be had for the price."""
INNOCENT = next(case for case in page_cases() if case.name == "classic_news")


@pytest.fixture(scope="module")
def before() -> int:
    """Bytes that the largest child of the tests before these had in use."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10


@pytest.fixture(scope="module")
def apart(before: int) -> Iterator[Apart]:
    with Apart(SECONDS) as found:
        yield found


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_itself_is_named_and_hurts_no_other(apart: Apart, tmp_path: Path, name: str) -> None:
    (tmp_path / "innocent.html").write_bytes(INNOCENT.raw)
    (tmp_path / name).write_bytes(BOMBS[name]())
    reader = Reader(Contents(apart, 20_000_000), tmp_path, None)
    start = time.monotonic()
    found = [entry for _, entry in reader.entries([Input(name)])]
    assert time.monotonic() - start < SECONDS + GRACE
    apart._seconds = PATIENCE
    ((_, after),) = reader.entries([Input("innocent.html")])
    apart._seconds = SECONDS
    assert after.content == next(read(INNOCENT.raw, "innocent.html")).content
    assert found
    for entry in found:
        assert isinstance(entry.content, Refusal) or name.partition(".")[0] in READ
        assert "root:" not in str(entry.content)


def test_no_bomb_took_more_memory_than_one_document_may(apart: Apart, before: int) -> None:
    """Seen in all children of this process that have ended."""
    apart.__exit__(None, None, None)
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10  # a child is born with its parent's peak
    if max(before, ours) > MEMORY:
        pytest.skip("this process, or another test's child, took more")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10 <= MEMORY + (8 << 20)
