"""Clauses: where one ends, who speaks in it, and what it shares with another."""

from __future__ import annotations

import pytest

from briefing.grounding.clauses import clauses, whole


def said(text: str) -> list[tuple[str, set[str]]]:
    return [(clause.speaker, set(clause.stems)) for clause in clauses(text)]


@pytest.mark.parametrize("end", ["; ", " — ", ", while ", " but ", ", and ", ". ", "! "])
def test_a_clause_ends_where_another_may_begin_to_speak(end: str) -> None:
    assert said(f"Ono said rain fell{end}Reyes said snow fell") == [
        ("Ono", {"rain", "fell"}),
        ("Reyes", {"snow", "fell"}),
    ]


@pytest.mark.parametrize("text", ["Ono told Mr. Brandt rain fell", "Ono said rain and snow fell"])
def test_a_title_and_a_mere_and_end_none(text: str) -> None:
    assert [who for who, _ in said(text)] == ["Ono"]


def test_no_clause_ends_within_a_quotation() -> None:
    (clause,) = clauses("Ono said “rain fell; the quay is shut” at noon")
    assert clause.quoted == ("rain fell; the quay is shut",)
    assert clause.stems == {"rain", "fell", "quay", "shut", "noon"}


def test_what_goes_on_and_what_two_say_is_no_clause_of_one_speaker() -> None:
    assert said("Ono said rain fell, and that Reyes said snow fell") == [("Ono", {"rain", "fell"})]
    assert said("Ono said Reyes said snow fell") == []
    assert said("He said rain fell") == []


def test_the_share_is_of_the_clause_that_asks() -> None:
    (short,) = clauses("Ono said rain fell")
    (long,) = clauses("Reyes said rain fell on grey quays")
    assert (short.shared(long), long.shared(short)) == (1.0, 0.5)
    (empty,) = clauses("Ono said so")
    assert empty.shared(long) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        ("Ada Ono said so", "Ono said so", True),
        ("Ono said so", "Reyes said so", False),
        ("Ono said so", "Reyes and Ono said so", True),
        ("Ono said so", "“No,” said Reyes, beside Ono", True),
        ("Ono said so", "the union said so", True),
        ("critics said so", "Ono said so", True),
    ],
)
def test_two_clauses_can_be_of_one_where_a_name_is_shared_or_none_is_told(
    one: str, other: str, can: bool
) -> None:
    (first,), (second,) = clauses(one), clauses(other)
    assert first.of_one(second) == can


def test_a_text_whose_speaker_stands_beside_it_is_one_clause() -> None:
    clause = whole("Rain “fell hard”; the quay is shut.", "Ono")
    assert (clause.speaker, clause.quoted) == ("Ono", ("fell hard",))
    assert {"rain", "quay", "shut"} <= clause.stems
