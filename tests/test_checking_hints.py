"""Of a quotation or a headline that no source has it is told what the source has instead."""

from __future__ import annotations

import pytest
from faultless import faultless, kinds, put

from briefing.checking import check

STATEMENT = "stories/0/sentences/0"


@pytest.mark.parametrize(("source", "faults"), [("rejoin", set()), ("reset", {"headline"})])
def test_a_headline_that_is_cut_out_of_its_source_has_no_altered_quotation(
    source: str, faults: set[str]
) -> None:
    """Of what is too long for a sentence, the next one begins within a word."""
    brief = faultless()
    put("stories/0/headline", "join” the strike, they “stay out”, and…")(brief)
    put("sources/0/title", f"They “{source}” the strike, they “stay out”, and wait")(brief)
    assert kinds(brief) == faults


def test_a_headline_is_read_without_the_invisible_characters_of_its_source() -> None:
    brief = faultless()
    put("stories/0/headline", "Seven crews of Varn wait")(brief)
    assert kinds(brief) == {"headline"}
    put("sources/0/title", "S\0e\0v\0e\0n\0 crews of V\u200barn wait")(brief)
    assert kinds(brief) == set()


def test_of_an_altered_quotation_it_is_told_what_the_source_has() -> None:
    brief = faultless()
    put(f"{STATEMENT}/text", "The harbour union said “40 crews stopped worn on Monday”.")(brief)
    put("stories/0/sentences/1/text", "“Some 19 ships waited outside.”")(brief)
    put("stories/0/headline", "The port “closed on Mondays, the Port”")(brief)
    details = {f.kind: f.detail for f in check(brief, {}).faults if "; " in f.detail}
    assert details == {
        "quotation": "“40 crews stopped worn on Monday” is not verbatim in the evidence; "
        "S1 has “The harbour union said 40 crews stopped work on Monday.”",
        "quoted": "the text is not one verbatim sentence of its evidence inside “ ”; "
        "S2 has “Some 12 ships waited outside.”",
        "headline": "“closed on Mondays, the Port” of “The port “closed on Mondays, the Port”” is in none of "
        "its sources; S2 has “The port closed on Monday, the Port Authority said.”",
    }


def test_of_an_invented_quotation_it_is_only_told_that_no_source_has_it() -> None:
    brief = faultless()
    put(f"{STATEMENT}/text", "The harbour union said “nobody will sail before spring”.")(brief)
    (detail,) = (f.detail for f in check(brief, {}).faults if f.kind == "quotation")
    assert detail == "“nobody will sail before spring” is not verbatim in the evidence"
