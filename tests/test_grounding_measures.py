"""The brief's own figures, counted on a story of two short documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.grounding import measures
from briefing.grounding.measures import checks
from briefing.types import (
    Checks,
    Citation,
    Disagreement,
    Document,
    Position,
    Reading,
    Sentence,
    Source,
    Span,
    Statement,
    Story,
    Support,
    Tally,
)

TEXTS = {
    "S1": (
        "The union in Port Ashby called 40 crews out.",
        "The mayor of Selby was silent.",
        "Rain fell all day.",
    ),
    "S2": ("The union in Port Ashby called 40 crews out!", "Twelve ships are waiting outside the harbour."),
}


def _reading(name: str) -> Reading:
    text, sentences, at = " ".join(TEXTS[name]), [], 0
    for i, sentence in enumerate(TEXTS[name], 1):
        sentences.append(Sentence(f"{name}.{i}", Span(name, at, at + len(sentence)), sentence))
        at += len(sentence) + 1
    return Reading(Document(Source(name, name), text), tuple(sentences))


READINGS = tuple(_reading(name) for name in TEXTS)
DOCUMENTS = {r.source.id: r.document for r in READINGS}


def _measured(*statements: tuple[str, Sentence]) -> Checks:
    told = tuple(Statement(t, "lead", (Citation.of(s),), Support("supported")) for t, s in statements)
    story = Story("T1", "Crews out", ("S1", "S2"), 2, "extractive", told)
    return checks([story], DOCUMENTS, READINGS, Tally(proposed=5, dropped=1))


def test_an_honest_story_is_fully_grounded_and_covers_what_it_cites() -> None:
    first, waiting = READINGS[0].sentences[0], READINGS[1].sentences[1]
    found = _measured(("40 crews are out in Port Ashby.", first), ("Twelve ships are waiting.", waiting))
    assert (found.statements, found.words, found.proposed, found.dropped) == (2, 11, 5, 1)
    assert found.citation_coverage == found.quote_fidelity == found.numbers_grounded == 1
    assert found.names_grounded == 1
    assert found.source_coverage == pytest.approx(2 / 4), "the sentence that both carry is one point"
    assert (found.loaded_terms, found.duplicate_statements) == (0, 0)


def test_what_the_cited_sentence_lacks_is_counted() -> None:
    first = READINGS[0].sentences[0]
    found = _measured(
        ("50 crews are out in Port Selby.", first), ("The sham union called 40 crews out.", first)
    )
    assert found.numbers_grounded == pytest.approx(1 / 2)
    assert found.names_grounded == 0
    assert found.loaded_terms == 1


@pytest.mark.parametrize("marks", ["““", "””", '""'])
def test_a_mark_parts_words_as_a_space_does(marks: str) -> None:
    told = f"The union said{marks[0]}40{marks[1]}crews are out."
    assert _measured((told, READINGS[0].sentences[0])).numbers_grounded == 1


def test_numbers_inside_quotation_marks_count_too() -> None:
    first = READINGS[0].sentences[0]
    assert _measured((f"“{first.text}”", first)).numbers_grounded == 1


def test_a_sentence_told_twice_is_one_pair() -> None:
    first = READINGS[0].sentences[0]
    assert _measured((first.text, first), (READINGS[1].sentences[0].text, first)).duplicate_statements == 1


def test_a_citation_that_does_not_hold_is_seen() -> None:
    wrong = Sentence("S1.1", Span("S1", 1, 45), TEXTS["S1"][0])
    found = _measured((TEXTS["S1"][0], wrong))
    assert (found.citation_coverage, found.quote_fidelity) == (0, 0)


def test_with_nothing_to_count_a_ratio_is_none() -> None:
    found = checks([], {}, (), Tally())
    assert found == Checks()


def test_the_positions_of_a_disagreement_are_measured_as_statements_are() -> None:
    sides = [(READINGS[0].sentences[1], "S1"), (READINGS[1].sentences[1], "S2")]
    positions = tuple(
        Position(s.text, (Citation.of(s),), frozenset({origin}), Support("supported")) for s, origin in sides
    )
    disagreement = Disagreement("Who was silent?", "claim", "contested", positions)
    story = Story("T1", "Crews out", ("S1", "S2"), 2, "extractive", (), (disagreement,))
    found = checks([story], DOCUMENTS, READINGS, Tally())
    assert (found.statements, found.words, found.citation_coverage) == (2, 0, 1)
    assert found.source_coverage == pytest.approx(2 / 4)


def test_coverage_counts_the_sentences_of_the_storys_sources_and_no_headings() -> None:
    first = READINGS[0].sentences[0]
    heading = replace(READINGS[0].sentences[1], heading=True)
    headed = replace(READINGS[0], sentences=(first, heading, READINGS[0].sentences[2]))
    told = Statement(first.text, "lead", (Citation.of(first),), Support("supported"))
    story = Story("T1", "Crews out", ("S1",), 1, "extractive", (told,))
    assert checks([story], DOCUMENTS, [headed, READINGS[1]], Tally()).source_coverage == pytest.approx(1 / 2)


@pytest.mark.parametrize(("most", "share"), [(2, 1 / 2), (4, 1 / 3)])
def test_of_long_texts_the_first_sentences_are_counted(
    monkeypatch: pytest.MonkeyPatch, most: int, share: float
) -> None:
    monkeypatch.setattr(measures, "MOST_SENTENCES", most)
    first = READINGS[0].sentences[0]
    told = Statement(first.text, "lead", (Citation.of(first),), Support("supported"))
    story = Story("T1", "Crews out", ("S1",), 1, "extractive", (told,))
    assert checks([story], DOCUMENTS, READINGS, Tally()).source_coverage == pytest.approx(share)


def test_a_citation_of_an_unknown_document_does_not_hold() -> None:
    first = READINGS[0].sentences[0]
    told = Statement(first.text, "lead", (Citation.of(first),), Support("supported"))
    story = Story("T1", "Crews out", ("S1",), 1, "extractive", (told,))
    assert checks([story], {}, READINGS, Tally()).quote_fidelity == 0


def test_a_date_is_a_number_to_be_grounded() -> None:
    assert _measured(("In May rain fell.", READINGS[0].sentences[2])).numbers_grounded == 0
