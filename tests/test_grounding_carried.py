"""Numbers, dates and names that the evidence carries, and at what edge it no longer does."""

from __future__ import annotations

import pytest

from briefing.grounding.carried import (
    displaced,
    matches,
    missing_moments,
    missing_names,
    missing_numbers,
    missing_quotations,
    sharpened,
)
from briefing.grounding.numbers import quantities


@pytest.mark.parametrize(
    ("text", "evidence", "missing"),
    [
        ("Two workers fell.", "Both workers fell.", []),
        ("The two workers fell.", "Ada and Bo fell.", []),
        ("Those two workers fell.", "Ada and Bo fell.", []),
        ("These two workers fell.", "Ada and Bo fell.", []),
        ("The other two workers fell.", "Ada and Bo fell.", []),
        ("Two workers fell.", "Workers fell.", ["Two"]),
        ("One worker fell.", "A worker fell.", []),
        ("One crane fell.", "A harbour worker fell.", ["One"]),
        ("The first worker fell.", "A worker fell.", []),
        ("The second worker fell.", "A worker fell.", ["second"]),
        ("A third of crews left.", "33 per cent of crews left.", []),
        ("A third of crews left.", "35 per cent of crews left.", ["A third"]),
        ("33 per cent of crews left.", "A third of crews left.", []),
        ("Dozens of crews left.", "Some 40 crews left.", []),
        ("Dozens of crews left.", "Some 11 crews left.", ["Dozens"]),
        ("Dozens of crews left.", "Some 1,200 crews left.", ["Dozens"]),
        ("$40 was paid.", "£40 was paid.", ["$40"]),
        ("$40 was paid.", "40 crews were paid.", ["$40"]),
        ("$40 was paid.", "In all, 40 was paid.", []),
        ("$40 was paid.", "They paid $40.", []),
        ("40 crews were paid.", "$40 was paid.", []),
        ("40 per cent left.", "40 crews left.", ["40 per cent"]),
        ("40 crews left.", "40 per cent left.", ["40"]),
        ("2031 crews left.", "In 2031 crews left.", []),
        ("A plan of 3-9 parts.", "A plan of 3-5 parts.", ["9"]),
    ],
)
def test_a_number_is_carried_in_its_own_kind(text: str, evidence: str, missing: list[str]) -> None:
    assert [q.text for q in missing_numbers(text, [evidence])] == missing


def test_each_sentence_of_the_evidence_is_read_apart_though_it_has_no_full_stop() -> None:
    evidence = ["It sank twice", "The crew left"]
    assert missing_numbers("It sank two times.", evidence) == ()


def test_a_vague_number_reaches_to_a_hundred_times_its_worth() -> None:
    (dozens,) = quantities("dozens of crews")
    shown = quantities("11 crews, 12 crews, 1199 crews, 1200 crews")
    assert [int(q.value) for q in matches(dozens, shown)] == [12, 1199]


@pytest.mark.parametrize(
    ("text", "evidence", "found"),
    [
        ("40 crews left.", "At least 40 crews left.", True),
        ("At most 40 crews left.", "At least 40 crews left.", True),
        ("At least 40 crews left.", "Up to 40 crews left.", True),
        ("About 40 crews left.", "At least 40 crews left.", False),
        ("At least 40 crews left.", "40 crews left.", False),
        ("40 crews left.", "At least 40 crews left. It was 40 crews.", False),
    ],
)
def test_a_bound_is_neither_dropped_nor_turned(text: str, evidence: str, found: bool) -> None:
    assert bool(sharpened(text, [evidence])) is found


def test_a_number_of_other_things_is_displaced_only_where_these_are_counted_too() -> None:
    evidence = ["Two workers were killed and five cranes damaged."]
    assert [q.text for q in displaced("Five workers were killed.", evidence)] == ["Five"]
    assert displaced("Five boats were damaged.", evidence) == ()
    assert displaced("Five were damaged.", evidence) == ()


@pytest.mark.parametrize(
    ("text", "evidence", "missing"),
    [
        ("At 5 p.m. it sank.", "It sank at 17:00.", []),
        ("At 5 p.m. it sank.", "It sank at 17:30.", ["5 p.m."]),
        ("At 5 p.m. it sank.", "It sank at 6 p.m.", ["5 p.m."]),
        ("In May it sank.", "It sank on 3 May.", []),
        ("On 3 May it sank.", "It sank in May.", ["3 May"]),
        ("On 3 May 2030 it sank.", "It sank on 3 May 2031.", ["3 May 2030"]),
        ("On Monday it sank.", "It sank on Tuesday.", ["Monday"]),
        ("In 2031 it sank.", "It sank.", ["2031"]),
    ],
)
def test_each_part_of_a_date_is_told(text: str, evidence: str, missing: list[str]) -> None:
    assert [m.text.strip() for m in missing_moments(text, [evidence])] == missing


@pytest.mark.parametrize(
    ("text", "evidence", "missing"),
    [
        ("Crews left Selby.", "They left the Selby docks.", []),
        ("Crews met the Union.", "Crews met their union.", []),
        ("Crews of the HU left.", "The Harbour Union left.", []),
        ("The Selby-Ashby line closed.", "Trains between Ashby and Selby stopped.", []),
        ("The Lowen-Brant line closed.", "Trains between Ashby and Selby stopped.", ["Lowen-Brant"]),
        ("Crews left Senator Lowen.", "Sen. Lowen saw the crews leave.", []),
        ("It sank off Tarnland.", "It sank off Tarn. on Monday.", []),
        ("It sank off Selbyland.", "It sank off Tarn. on Monday.", ["Selbyland"]),
    ],
)
def test_a_name_is_carried_by_its_words(text: str, evidence: str, missing: list[str]) -> None:
    assert [n.text for n in missing_names(text, [evidence])] == missing


def test_half_is_told_by_fifty_one_per_cent() -> None:
    assert missing_numbers("Half of crews left.", ["51 per cent of crews left."]) == ()
    assert missing_numbers("Half of crews left.", ["52 per cent of crews left."]) != ()


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        ("never leave", True),
        ("Never leave.", True),
        ("ever leave", False),
        ("never leav", False),
        ("the crew … the quay", True),
        ("the crew [...] the quay", True),
        ("the quay … the crew", False),
        ("the crew … ! … a dance", False),
        ("the crew . . . the quay", True),
        ("…", True),
    ],
)
def test_a_quotation_is_whole_words_of_the_evidence_in_their_order(quoted: str, found: bool) -> None:
    evidence = "The crew of Selby will never leave the quay, it said."
    assert (missing_quotations(f"They said “{quoted}”.", [evidence]) == ()) is found


def test_a_quotation_does_not_run_on_from_one_sentence_into_another() -> None:
    assert missing_quotations("They said “the quay rain fell”.", ["They left the quay", "Rain fell"]) != ()
