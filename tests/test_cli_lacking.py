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


def test_a_reply_of_no_use_that_was_kept_can_be_asked_for_anew() -> None:
    failed = Omission("T1", "malformed_reply", "written by the extractive engine: the reply is no JSON")
    engine = replace(BRIEF.engine, fallbacks=1)
    brief = replace(BRIEF, engine=engine, not_covered=(failed,))
    for cached, told in ((1, True), (0, False)):
        usage = replace(BRIEF.usage, cached_calls=cached)
        assert ("--no-cache" in lacking(replace(brief, usage=usage))) is told
    kept = replace(brief, usage=replace(BRIEF.usage, cached_calls=1), not_covered=EMPTY)
    assert "--no-cache" not in lacking(kept)
