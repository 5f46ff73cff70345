"""Statements in a source's own words."""

from __future__ import annotations

from briefing import quotation
from briefing.types import Citation, quoted
from tests.clusters import cluster

HARL = tuple(
    map(
        Citation.of,
        cluster(
            ("The quay of Harl is shut.", "“The quay is safe,” Lena Marsh said.", "It rained.")
        ).sentences,
    )
)


def test_a_quotation_is_the_first_of_its_citations_with_who_speaks() -> None:
    told = quotation.of((HARL[1], HARL[0]), "body")
    assert told.text == quoted(HARL[1].quote)
    assert (told.attributed_to, told.citations) == ("Lena Marsh", (HARL[1], HARL[0]))


def test_the_nearest_that_is_not_printed_yet_is_taken() -> None:
    first = quotation.nearest("The quay is shut.", HARL, (), "lead")
    assert first is not None
    assert (first.citations, first.role) == ((HARL[0],), "lead")
    second = quotation.nearest("The quay is shut.", HARL, [first.text], "body")
    assert second is not None
    assert second.citations == (HARL[1],)
    assert quotation.nearest("The quay is shut.", HARL[:1], [first.text], "body") is None
