"""A citation counts once for its statement, and in every denominator, whether or not it resolves."""

from __future__ import annotations

import pytest
from evaluated import Json, sentences, subject

from briefing.evaluation.scores import SCORERS


def test_a_statement_without_a_citation_is_uncovered_and_unsupported() -> None:
    def uncite(brief: Json) -> None:
        sentences(brief)[0]["citations"] = []

    assert SCORERS["citation_coverage"](subject()).value == 1
    assert SCORERS["citation_coverage"](subject(uncite)).value == pytest.approx(8 / 9)
    before, after = SCORERS["supported_recall"](subject()), SCORERS["supported_recall"](subject(uncite))
    assert (after.hits, after.of) == ((before.hits or 0) - 1, before.of)


def test_an_invented_id_counts_in_every_denominator() -> None:
    """Else inventing ids would pay."""

    def invent(brief: Json) -> None:
        sentences(brief)[0]["citations"].append("C99")

    assert SCORERS["citation_validity"](subject()).value == 1
    validity = SCORERS["citation_validity"](subject(invent))
    assert validity.of == (validity.hits or 0) + 1
    assert "C99" in validity.explanation[0]
    for name in ("citation_precision", "citation_precision_strict", "quote_fidelity"):
        before, after = (SCORERS[name](s) for s in (subject(), subject(invent)))
        assert (after.hits, after.of) == (before.hits, (before.of or 0) + 1), name


def test_a_citation_given_twice_counts_once() -> None:
    """By itself, a citation repeated changes no score."""

    def repeat(brief: Json) -> None:
        for sentence in sentences(brief):
            sentence["citations"] *= 2

    for name in ("citation_validity", "quote_fidelity", "citation_precision", "citation_precision_strict"):
        assert SCORERS[name](subject(repeat)) == SCORERS[name](subject()), name


@pytest.mark.parametrize(
    "span", [{"end": 99_999}, {"start": -1}, {"start": False, "end": True}, {"source": "S9"}]
)
def test_a_citation_that_lies_nowhere_counts_in_every_denominator(span: Json) -> None:
    def misplace(brief: Json) -> None:
        brief["citations"][sentences(brief)[1]["citations"][0]].update(span)

    for name in ("citation_validity", "quote_fidelity", "citation_precision"):
        before, after = SCORERS[name](subject()), SCORERS[name](subject(misplace))
        assert after.of == before.of, name
        assert (after.hits or 0) < (before.hits or 0), name
        assert len(after.explanation) > len(before.explanation), name


def test_an_altered_quote_is_told() -> None:
    def alter(brief: Json) -> None:
        brief["citations"]["C1"]["quote"] += "!"

    assert SCORERS["quote_fidelity"](subject()).value == 1
    assert "C1" in SCORERS["quote_fidelity"](subject(alter)).explanation[0]
