"""What earlier briefs told is not told again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from stories import documents

from briefing import pipeline
from briefing.errors import NothingNew
from briefing.types import Document

MONDAY, TUESDAY = datetime(2031, 6, 20, 7, tzinfo=UTC), datetime(2031, 6, 21, 7, tzinfo=UTC)


def test_the_same_documents_give_nothing_new() -> None:
    told = pipeline.make(documents(), pipeline.Options(), as_of=MONDAY)
    with pytest.raises(NothingNew, match="since the brief of 20 June"):
        pipeline.make(documents(), pipeline.Options(), as_of=TUESDAY, earlier=(told,))


def test_a_brief_without_earlier_ones_is_what_it_was() -> None:
    first, second = (
        pipeline.make(documents(), pipeline.Options(), as_of=MONDAY, **more) for more in ({}, {"earlier": ()})
    )
    assert first == second


def test_a_further_document_is_new() -> None:
    told = pipeline.make(documents(), pipeline.Options(), as_of=MONDAY)
    source = replace(documents()[0].source, id="S3", name="packet")
    more = Document(source, "The spillway gates at Orrin jammed on Tuesday, and engineers cut them open.\n")
    assert pipeline.make((*documents(), more), pipeline.Options(), as_of=TUESDAY, earlier=(told,))
