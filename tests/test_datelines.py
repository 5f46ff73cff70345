"""A quotation is printed from behind the dateline, and still is what its source has at its span."""

from __future__ import annotations

from dataclasses import replace

from briefing.pipeline.datelines import without_datelines
from briefing.types import Citation, Disagreement, Position, Span, Statement, Story, Support, quoted

TITLE = "Harbour closed\n\n"
REPORT = "HALDEN, Marrow (AP) — Mayor Ada Holm closed the harbour."
CLOSED = "Mayor Ada Holm closed the harbour."


def cited(text: str, quote: str) -> Citation:
    start = text.index(quote)
    return Citation(Span("S1", start, start + len(quote)), quote)


def story(*statements: Statement, disagreements: tuple[Disagreement, ...] = ()) -> Story:
    return Story("T1", "Harbour closed", ("S1",), 1, "extractive", statements, disagreements)


def quotation(citation: Citation) -> Statement:
    return Statement(quoted(citation.quote), "lead", (citation,), Support("quoted"))


def test_a_quotation_begins_behind_the_dateline_and_its_span_with_it() -> None:
    text = TITLE + REPORT
    told = without_datelines(story(quotation(cited(text, REPORT)))).statements[0]
    assert told.text == quoted(CLOSED)
    assert told.citations == (cited(text, CLOSED),)


def test_a_side_of_a_disagreement_does_too() -> None:
    citation = cited(REPORT, REPORT)
    side = Position(quoted(REPORT), (citation,), frozenset({"O1"}), Support("quoted"))
    other = replace(side, text=quoted("It is open."), origins=frozenset({"O2"}))
    differing = Disagreement("Whether the harbour is closed", "status", "contradiction", (side, other))
    found = without_datelines(story(quotation(citation), disagreements=(differing,)))
    assert [p.text for p in found.disagreements[0].positions] == [quoted(CLOSED), quoted("It is open.")]


def test_words_that_rest_on_the_dateline_keep_their_evidence() -> None:
    citation = cited(REPORT, REPORT)
    own = Statement("The mayor closed the harbour of Halden.", "body", (citation,), Support("supported"))
    spoken, written = without_datelines(story(quotation(citation), own)).statements
    assert (spoken.text, spoken.citations, written) == (quoted(CLOSED), (citation,), own)


def test_further_down_it_may_name_who_speaks_and_stays() -> None:
    text = "The council met. " * 30 + "HOLM — The harbour is closed."
    told = story(quotation(cited(text, "HOLM — The harbour is closed.")))
    assert without_datelines(told) == told


def test_hardly_a_word_is_no_quotation() -> None:
    told = story(quotation(cited("HALDEN — Closed.", "HALDEN — Closed.")))
    assert without_datelines(told) == told
