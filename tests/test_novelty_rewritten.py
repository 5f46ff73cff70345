"""A text that changed under an earlier brief: said, with what it lacks; a claim taken out is withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from briefing import pipeline
from briefing.errors import NothingNew
from briefing.novelty.rewritten import rewritten
from briefing.types import Brief, Document, Source

EVENING = datetime(2031, 3, 2, 20, tzinfo=UTC)
LINES = (
    "A barge sank in the lock at Skerry on Sunday evening, the port said.",
    "Its captain had been drinking, a lock keeper told the Post.",
    "The lock will stay closed for a week, the port said.",
    "Divers will look at the hull of the barge on Monday.",
    "No oil has leaked into the river, the port said.",
)
ADDED = "A crane from Kelm will lift the barge on Tuesday, the port said."


def article(*lines: str, hours: int = 0) -> Document:
    source = Source(
        "S1",
        "Harbour Post",
        title="Barge sinks in Skerry lock",
        url="https://post.example/barge",
        published=EVENING + timedelta(hours=hours),
        language="en",
    )
    return Document(source, "\n\n".join(lines) + "\n")


def later(document: Document, *, days: int = 1) -> Brief:
    """The brief of this text, beside that of the first one."""
    first = pipeline.make((article(*LINES),), pipeline.Options(), as_of=EVENING + timedelta(hours=11))
    as_of = EVENING + timedelta(days=days, hours=11)
    return pipeline.make((document,), pipeline.Options(), as_of=as_of, earlier=(first,))


def test_another_entry_of_a_feed_without_pages_is_another_document() -> None:
    """Both have their feed's address, for want of one of their own."""
    feed = "https://post.example/feed"
    entries = [
        Document(replace(article(*LINES).source, key=key, url=feed, channel=feed), text)
        for key, text in (("1", article(*LINES).text), ("2", article(LINES[0], ADDED).text))
    ]
    first = pipeline.make((entries[0],), pipeline.Options(), as_of=EVENING + timedelta(hours=11))
    as_of = EVENING + timedelta(hours=35)
    made = pipeline.make((entries[1],), pipeline.Options(), as_of=as_of, earlier=(first,))
    changes = [*made.changes, *(c for s in made.stories for c in s.changes)]
    assert "text_changed" not in {change.kind for change in changes}


def test_a_sentence_that_was_taken_out_is_withdrawn() -> None:
    made = later(article(LINES[0], *LINES[2:], ADDED, hours=9))
    changes = {c.kind: c for c in (*made.changes, *(c for s in made.stories for c in s.changes))}
    assert [e.quote for e in changes["withdrawn"].before] == [LINES[1]]
    assert changes["withdrawn"].before[0].told == EVENING + timedelta(hours=11)
    assert changes["text_changed"].about == "Barge sinks in Skerry lock"


def test_where_nothing_is_left_to_tell_the_brief_says_only_that() -> None:
    made = later(article(LINES[0], *LINES[2:], hours=9))
    assert made.stories == ()
    assert [c.kind for c in made.changes] == ["withdrawn", "text_changed"]


def test_a_sentence_in_other_words_is_not_withdrawn_but_gone_from_the_text() -> None:
    other = "The port said that the lock would stay closed for a week."
    made = later(article(*LINES[:2], other, *LINES[3:], ADDED, hours=9))
    (change,) = made.stories[0].changes
    assert (change.kind, [e.quote for e in change.before]) == ("text_changed", [LINES[2]])


def test_a_text_that_was_replaced_withdraws_nothing() -> None:
    made = later(
        article("The lock at Skerry is open again, the port said on Tuesday.", ADDED, hours=40), days=2
    )
    kinds = {c.kind for s in made.stories for c in s.changes}
    assert "withdrawn" not in kinds
    assert "text_changed" in kinds


def test_a_text_with_more_in_it_tells_what_is_new_and_that_it_changed() -> None:
    made = later(article(*LINES, ADDED, hours=9))
    (story,) = made.stories
    assert [s.text for s in story.statements] == [f"“{ADDED}”"]
    assert [(c.kind, c.before) for c in story.changes] == [("text_changed", ())]


def test_a_text_that_only_looks_different_is_nothing_new() -> None:
    with pytest.raises(NothingNew):
        later(article(*(line.replace("the port", "the Port") for line in LINES), hours=9))


def test_entries_of_two_outlets_that_number_alike_are_two_documents() -> None:
    source = article(*LINES).source
    then, now = (
        Document(replace(source, name=name, key="7", url=None), text)
        for name, text in (("Harbour Post", article(*LINES).text), ("Kestrel Wire", "Rain is expected.\n"))
    )
    assert list(rewritten([now], [then])) == []
    assert len(list(rewritten([Document(then.source, now.text)], [then]))) == 1


NOTICE = "Correction: we wrongly reported that its captain had been drinking, a lock keeper told us."


@pytest.mark.parametrize(("name", "taken"), [("Harbour Post", True), ("Kestrel Wire", False)])
def test_the_notice_of_another_outlet_takes_nothing_back(name: str, taken: bool) -> None:
    source = replace(article(*LINES).source, id="S2", name=name, url="https://wire.example/barge")
    notice = Document(replace(source, published=EVENING + timedelta(hours=20)), f"{ADDED}\n\n{NOTICE}\n")
    made = later(notice)
    kinds = {c.kind for c in (*made.changes, *(c for s in made.stories for c in s.changes))}
    assert ("withdrawn" in kinds) == taken
