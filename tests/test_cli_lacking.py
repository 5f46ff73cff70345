"""What a brief lacks, as whoever ran the command is told it."""

from __future__ import annotations

from dataclasses import replace

from golden_brief import BRIEF

from briefing.cli.lacking import lacking
from briefing.types import Omission

EMPTY = tuple(Omission(name, "empty", "no text in it") for name in "ABCDE")


def test_the_first_are_named_and_what_makes_no_brief_incomplete_is_not() -> None:
    old = Omission("Z", "off_window", "published long ago")
    assert lacking(replace(BRIEF, not_covered=(old, *EMPTY))) == (
        "the brief is not complete: A (no text in it), B (no text in it), C (no text in it) and 2 more; "
        "see “Not covered” in it (exit code 3)"
    )


def test_a_model_that_failed_is_told_with_what_it_answered() -> None:
    failed = Omission("T1", "refused", "written by the extractive engine: tide.example answered 401")
    engine = replace(BRIEF.engine, fallbacks=2)
    told = lacking(replace(BRIEF, engine=engine, not_covered=(EMPTY[0], failed)))
    assert (
        "the model failed for 2 stories (written by the extractive engine: tide.example answered 401)" in told
    )
    assert "A (no text in it)" in told
