"""A dateline is told from a sentence that only begins with a word and a dash."""

from __future__ import annotations

import pytest

from briefing.plain import dateline


@pytest.mark.parametrize(
    "marked",
    [
        "HALDEN — |The harbour is closed.",
        "HALDEN -- |The harbour is closed.",
        "PORT VELL (Reuters) - |The harbour is closed.",
        "ST. JOHN’S, Marrow — |“We wait,” the mayor says.",
        "HALDEN/PORT VELL (Reuters) - |The harbour is closed.",
        "HALDEN, Marrow, June 3 (AP) - |The harbour is closed.",
        "HALDEN, April 14, 2026 — |The harbour is closed.",
        "Halden, Marrow — |The harbour is closed.",
        "Halden, 3 June (Union Press) – |The harbour is closed.",
        "(CNN) |The harbour is closed.",
        "(AP) — |The harbour is closed.",
    ],
)
def test_place_region_day_and_agency_are_a_dateline_up_to_the_dash(marked: str) -> None:
    before, _, report = marked.partition("|")
    assert dateline(before + report) == len(before)


@pytest.mark.parametrize(
    "text",
    [
        "Harbour — The long wait.",
        "HALDEN — the harbour town — waits.",
        "The ferry, Orr says — Nobody knows when — is afloat.",
        "Ada Holm (Liberal) leads.",
        "HALDEN-MARROW ferries wait.",
        "(Orr) The mayor waits.",
        "",
    ],
)
def test_a_sentence_that_begins_with_a_word_and_a_dash_has_none(text: str) -> None:
    assert dateline(text) == 0
