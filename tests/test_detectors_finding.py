"""Every flag proves itself: verbatim positions of different origins, whatever the order of the sources."""

from __future__ import annotations

import time
from itertools import permutations

import pytest
from accounts import cluster, compared
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extractive.detectors import detect
from briefing.extractive.detectors.finding import Finding
from briefing.lines.corpus import Corpus

ACCOUNTS = (
    "The landslide at Orrin destroyed 48 houses on Tuesday. Mia Holt, 34, was rescued.",
    "The landslide at Orrin destroyed 63 houses on Tuesday. Mia Holt, 43, was rescued.",
    "On Tuesday the landslide at Orrin destroyed 63 houses. Mia Holt, 34, was rescued.",
)


def test_a_position_is_one_verbatim_sentence_in_quotation_marks_with_its_citation_first() -> None:
    for disagreement in compared(*ACCOUNTS):
        for position in disagreement.positions:
            assert position.text == f"“{position.citations[0].quote}”"
            assert (position.support.verdict, position.support.by) == ("quoted", "rules")


def test_every_citation_is_its_slice_and_every_origin_of_a_side_is_cited() -> None:
    story = cluster(*ACCOUNTS)
    texts = {reading.source.id: reading.document for reading in story.readings}
    for disagreement in detect(story):
        for position in disagreement.positions:
            assert all(c.holds(texts[c.span.source]) for c in position.citations)
            assert {story.origin_of(source) for source in position.sources} == position.origins


def test_the_order_of_the_sources_does_not_change_what_is_found() -> None:
    def found(texts: tuple[str, ...]) -> set[tuple[str, frozenset[frozenset[str]]]]:
        return {
            (d.kind, frozenset(frozenset(c.quote for c in p.citations) for p in d.positions))
            for d in compared(*texts)
        }

    assert len({frozenset(found(texts)) for texts in permutations(ACCOUNTS)}) == 1


def test_a_copy_of_one_side_adds_no_voice() -> None:
    alone = detect(cluster(*ACCOUNTS[:2]))
    copied = detect(cluster(*ACCOUNTS[:2], copies=("S9",)))
    assert alone
    assert copied == alone


def test_contradictions_come_first_and_heavier_ones_before_lighter() -> None:
    found = compared(*ACCOUNTS)
    assert len(found) > 1
    assert list(found) == sorted(found, key=lambda d: (d.strength == "tension", -d.weight))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=120), min_size=2, max_size=4))
def test_any_text_is_survived(texts: list[str]) -> None:
    for disagreement in compared(*texts):
        assert len(disagreement.positions) > 1


@pytest.mark.parametrize(
    "hostile",
    [
        "(" * 5000,
        "not " * 3000,
        "if and " * 3000,
        "“" * 5000,
        "A " * 4000,
        "said, " * 3000,
        "1 2 3 " * 3000,
        "\x00‮" * 900,
    ],
)
def test_hostile_text_takes_no_more_than_a_moment(hostile: str) -> None:
    began = time.process_time()
    compared(hostile, f"The ferry sank on Tuesday. {hostile}")
    assert time.process_time() - began < 3


@pytest.mark.parametrize("question", ['Whether <p class=3D"x signed', "Where www.orrin.example stands"])
def test_a_question_that_holds_markup_or_an_address_is_not_asked(question: str) -> None:
    lines = Corpus(cluster(*ACCOUNTS)).lines
    sides = ([lines[0]], [lines[2]])
    assert [*Finding.between("How many houses", "number", "contradiction", sides, 1.0)]
    assert not [*Finding.between(question, "number", "contradiction", sides, 1.0)]
