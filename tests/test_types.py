"""Values are frozen, and never half-filled."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime

import pytest

from briefing.types import (
    Brief,
    Citation,
    Claim,
    Cluster,
    Disagreement,
    Document,
    EngineRecord,
    Omission,
    Origin,
    Position,
    Sentence,
    Source,
    Span,
    Statement,
    Support,
    Tally,
    same_sides,
)

TEXT = "The dam held. Nobody was hurt."
DOCUMENT = Document(Source("S1", "courier"), TEXT)
HELD = Sentence("S1.1", Span("S1", 0, 13), TEXT[:13])
QUOTED = Support("quoted")


def position(origin: str) -> Position:
    return Position("“The dam held.”", (Citation.of(HELD),), frozenset({origin}), QUOTED)


def test_equal_content_is_equal_identity() -> None:
    assert DOCUMENT.id == Document(Source("S9", "herald"), TEXT).id
    assert DOCUMENT.id != Document(Source("S1", "courier"), TEXT + " ").id


def test_a_citation_proves_itself() -> None:
    assert Citation.of(HELD).holds(DOCUMENT)
    assert not Citation(Span("S1", 1, 14), HELD.text).holds(DOCUMENT)


def test_a_value_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        HELD.text = "The dam broke."  # type: ignore[misc]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3)])
def test_a_span_has_a_length_and_lies_in_its_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span("S1", start, end)


@pytest.mark.parametrize("text", ["", "  ", "The dam held."])
def test_a_statement_without_words_or_citation_cannot_be_made(text: str) -> None:
    citations = () if text.strip() else (Citation.of(HELD),)
    for make in (
        lambda: Claim(text, citations),
        lambda: Statement(text, "lead", citations, QUOTED),
        lambda: Position(text, citations, frozenset({"O1"}), QUOTED),
    ):
        with pytest.raises(ValueError, match="needs words and a citation"):
            make()


def test_a_disagreement_has_two_positions_of_different_origins() -> None:
    with pytest.raises(ValueError, match="needs two positions"):
        Disagreement("Whether it held", "occurrence", "contradiction", (position("O1"),))
    with pytest.raises(ValueError, match="rest on one origin"):
        Disagreement("Whether it held", "occurrence", "contradiction", (position("O1"), position("O1")))
    made = Disagreement("Whether it held", "occurrence", "tension", (position("O1"), position("O2")))
    assert [p.sources for p in made.positions] == [("S1",), ("S1",)]


def test_the_sources_of_an_event_stand_in_the_order_they_were_given() -> None:
    """No side comes first by favour: an origin's second carrier waits for its place."""
    event = Cluster("T1", (), (Origin("O1", ("S1", "S10")), Origin("O2", ("S2",))))
    assert event.sources == ("S1", "S2", "S10")


def test_tallies_add_up() -> None:
    assert Tally(3, 1, 0) + Tally(2, 0, 1) == Tally(5, 1, 1)


@pytest.mark.parametrize(
    ("omissions", "fallbacks", "complete"),
    [
        ((), 0, True),
        ((Omission("herald", "duplicate", "2 repeated paragraphs"),), 0, True),
        ((Omission("notes", "unreadable", "not text"),), 0, False),
        ((), 1, False),
    ],
)
def test_a_brief_is_complete_unless_something_failed(
    omissions: tuple[Omission, ...], fallbacks: int, complete: bool
) -> None:
    record = EngineRecord("extractive", fallbacks=fallbacks)
    brief = Brief("Morning brief", datetime(2026, 4, 14, tzinfo=UTC), None, record, (), (), (), omissions)
    assert brief.complete is complete


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (({1}, {3}), True),
        (({3, 9}, {2}), True),  # in any order
        (({1, 3}, {9}), False),  # both meet one side of the other
        (({1}, {2}), False),  # one side meets both of the other
        (({8}, {9}), False),
    ],
)
def test_two_disagreements_are_one_where_two_sides_meet_two(other: tuple[set[int], ...], same: bool) -> None:
    one = ({1, 2}, {3})
    assert same_sides(one, other, lambda a, b: bool(a & b)) is same
    assert same_sides(other, one, lambda a, b: bool(a & b)) is same
