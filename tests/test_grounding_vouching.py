"""A brief never says in its own words that something is confirmed, or that somebody is independent."""

from __future__ import annotations

import pytest
from clusters import cluster

from briefing.extractive import headline
from briefing.grounding import faults, vouching
from briefing.types import Cluster, Document, Reading, Source

EVIDENCE = ("The dam at Orrin was shut on Monday, the police confirmed.",)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It was confirmed that the dam was shut.", "confirmed"),
        ("Confirmed: the dam was shut.", "Confirmed"),
        ("Independent engineers looked at the dam.", "Independent"),
        ("The dam was shut. Independently of that it rained.", "Independently"),
        ("Two reports that are independent of one another say so.", "independent"),
    ],
)
def test_a_word_that_vouches_is_seen(text: str, word: str) -> None:
    assert vouching(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "The police said: “We have confirmed it.”",
        "The report is unconfirmed.",
        "The police confirm nothing.",
        "The Independent Dam Office shut the dam.",
        "Independent Dams Ltd shut the dam.",
        "The island has had its independence since 1975.",
    ],
)
def test_quotations_names_and_other_words_are_not(text: str) -> None:
    assert vouching(text) is None


def test_it_is_a_fault_even_where_the_evidence_has_the_word() -> None:
    (fault,) = faults("The police confirmed that the dam at Orrin was shut on Monday.", EVIDENCE)
    assert (fault.kind, fault.detail) == (
        "vouching",
        "“confirmed” outside quotation marks: write who says so",
    )
    assert not faults("The police say that the dam at Orrin was shut on Monday.", EVIDENCE)
    assert not faults(f"“{EVIDENCE[0]}”", EVIDENCE)


def test_of_two_titles_the_one_that_vouches_for_nothing_is_the_headline() -> None:
    event = cluster((EVIDENCE[0],), (EVIDENCE[0],))
    titles = ("Shut dam at Orrin confirmed", "Dam at Orrin shut")
    readings = tuple(
        Reading(Document(Source(r.source.id, "a", title=title), r.document.text), r.sentences)
        for r, title in zip(event.readings, titles, strict=True)
    )
    assert headline(Cluster("T1", readings, event.origins)) == titles[1]
