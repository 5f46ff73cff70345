"""A small part of the fuzzing campaign: parsers and program keep their promises on broken documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from campaigns import fuzz_sources
from campaigns.promises import PROMISES
from campaigns.watched import Outcome, tried, watched

INPUTS = 60


@pytest.fixture(autouse=True)
def as_deep_as_the_child() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(2_000)
    yield
    sys.setrecursionlimit(before)


@pytest.mark.parametrize("parser", PROMISES)
def test_a_broken_document_is_read_or_named(parser: str) -> None:
    for number in range(1, INPUTS + 1):
        outcome = tried(lambda n: fuzz_sources.one(parser, n), number)
        assert outcome.fault is None, f"--parser {parser} --input {number}: {outcome.place}: {outcome.fault}"
        assert outcome.seconds < fuzz_sources.SECONDS


@pytest.mark.parametrize("parser", ["kind", "brief"])
def test_the_program_takes_a_folder_of_them(parser: str) -> None:
    fuzz_sources.many(parser, 1)


def test_an_input_is_made_from_its_number_alone() -> None:
    assert [fuzz_sources.made("html", n) for n in (7, 8)] == [fuzz_sources.made("html", n) for n in (7, 8)]
    assert len({fuzz_sources.made("text", n) for n in range(50)}) > 40


def hangs_at_two_and_dies_at_three(number: int) -> None:
    if number == 1:
        raise ValueError("as told")
    if number == 2:
        while True:
            pass
    if number == 3:
        sys.exit(9)


def test_a_fault_a_hang_and_a_death_are_told_and_survived() -> None:
    found = list(islice(watched(hangs_at_two_and_dies_at_three, 0, sys.maxsize, 0.3), 5))
    assert [outcome.number for outcome in found] == [0, 1, 2, 3, 4]
    faults = [outcome.fault or "" for outcome in found]
    assert [bool(fault) for fault in faults] == [False, True, True, True, False]
    assert faults[1:4] == ["ValueError: as told", "no end within 0.3 s", "the process died (9)"]


def test_a_campaign_counts_its_inputs_and_keeps_what_breaks_a_promise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcomes = [("parser", Outcome(1, 0.1)), ("parser", Outcome(2, 0.5, "ValueError: x", "a.py:1"))]
    assert not fuzz_sources.told("text", iter(outcomes), tmp_path)
    assert capsys.readouterr().out.startswith(
        "text: 2 inputs, 0 more through the program, the slowest 0.50 s, 1 fault(s)"
    )
    assert (tmp_path / "text-2").read_bytes() == fuzz_sources.made("text", 2)
