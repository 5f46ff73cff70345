"""What earlier briefs told is not told again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from golden_brief import BRIEF
from stories import documents

from briefing import pipeline
from briefing.errors import NothingNew
from briefing.novelty import Past
from briefing.types import Document, Source

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


def test_old_news_that_comes_late_is_not_new() -> None:
    """A report of the afternoon says nine where the brief has told twelve, of the evening."""
    reports = [
        Document(Source(f"S{n}", f"Outlet {n}", published=MONDAY.replace(hour=hour), language="en"), text)
        for n, hour, text in (
            (1, 6, "Twelve people were killed when the mill of Orrin burned down, the fire chief said.\n"),
            (2, 2, "Nine people were killed when the mill of Orrin burned down, the fire chief said.\n"),
        )
    ]
    told = pipeline.make(reports[:1], pipeline.Options(), as_of=MONDAY)
    with pytest.raises(NothingNew):
        pipeline.make(reports[1:], pipeline.Options(), as_of=TUESDAY, earlier=(told,))


def test_of_two_fresh_figures_the_latest_stands_in_the_place_of_the_told_one() -> None:
    def report(number: int, killed: str, hour: int) -> Document:
        told = f"{killed} people were killed when the mill of Orrin burned down, the fire chief said.\n"
        moment = MONDAY.replace(hour=hour)
        return Document(Source(f"S{number}", f"Outlet {number}", published=moment, language="en"), told)

    told = pipeline.make([report(1, "Twelve", 6)], pipeline.Options(), as_of=MONDAY)
    today = [report(2, "Fourteen", 9), report(3, "Seventeen", 20)]
    made = pipeline.make(today, pipeline.Options(), as_of=TUESDAY, earlier=(told,))
    changes = [*made.changes, *(c for story in made.stories for c in story.changes)]
    assert [c.now[0].text.split()[0] for c in changes if c.kind == "changed"] == ["“Seventeen"]


def test_what_changed_in_a_story_that_is_only_named_is_told_below() -> None:
    def report(number: int, text: str, hour: int) -> Document:
        moment = MONDAY.replace(hour=hour)
        return Document(Source(f"S{number}", f"Outlet {number}", published=moment, language="en"), text)

    mill = "{} people were killed when the mill of Orrin burned down, the fire chief said.\n"
    told = pipeline.make([report(1, mill.format("Twelve"), 6)], pipeline.Options(), as_of=MONDAY)
    fair = "The spring fair of Northmoor opens on Friday with forty stalls, its keeper {} said.\n"
    today = [
        report(2, mill.format("Seventeen") + "Its owner was taken into custody at noon.\n", 9),
        *(report(n, fair.format(name), 10 + n) for n, name in ((3, "Ida Orr"), (4, "Bo Rask"))),
    ]
    made = pipeline.make(today, pipeline.Options(stories=1), as_of=TUESDAY, earlier=(told,))
    assert len(made.also) == 1
    assert [c.kind for c in made.changes] == ["changed"]


def test_what_an_earlier_brief_left_out_was_not_read_by_it() -> None:
    """A text on a topic that was muted then is news where it is muted no more."""
    *read, fair = BRIEF.sources[:3]
    past = Past.of([replace(BRIEF, sources=(*read, replace(fair, status="skipped")))])
    assert [document.source.id for document in past.documents] == ["S1", "S2"]
