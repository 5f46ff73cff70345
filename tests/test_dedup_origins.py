"""Which sources carry one text, which of them only copy it, and what an engine is given."""

from __future__ import annotations

import itertools

import pytest

from briefing import dedup, sentences
from briefing.types import Document, Origin, Reading, Source

WIRE = """The ferry Aurora ran aground off Port Vell on Monday with 40 people on board, the coast guard said.

Lifeboats from three stations took off all passengers within two hours. Nobody was hurt, according to the
harbour master, who closed the northern channel to all traffic until Wednesday morning.

The owner, Vell Lines, said that fog had come in within minutes. An inquiry by the marine safety board will
ask why the ship's radar had been switched off. Fuel did not leak, and divers will inspect the hull today."""
OWN = """A passenger ship hit rocks near our harbour yesterday and forty travellers had to be rescued.

Ana Brull, 61, who sat on the upper deck, told this paper of a long scraping noise and then silence. She and
her sister climbed into an orange boat while fishermen held lamps over the water.

The mayor wants to know who will pay for the beach. Hotel owners fear for the season, which begins in June."""
OTHER = """Parliament in Norland passed the budget on Tuesday by two votes after a debate of nineteen hours.

The finance minister called it a good day; the opposition will go to court over the cut in pensions."""
EDITED = WIRE.replace("Lifeboats from three stations", "Volunteers in lifeboats from three towns") + (
    "\n\nThe captain, who is 58, was taken to hospital for a check, his union said on Tuesday night."
)


def readings(*texts: str) -> list[Reading]:
    found = []
    for number, text in enumerate(texts, start=1):
        document = Document(Source(f"S{number}", f"Outlet {number}"), text)
        found.append(dedup.reading(document, sentences.split(document.source.id, text))[0])
    return found


def origins(*texts: str) -> tuple[Origin, ...]:
    return dedup.origins(readings(*texts))


def voices(*texts: str) -> dict[str, str]:
    read = readings(*texts)
    told = dedup.voices(read, dedup.origins(read))
    return {reading.source.id: " ".join(s.text for s in reading.sentences) for reading in told}


def test_independent_reports_of_one_event_are_two_origins() -> None:
    assert origins(WIRE, OWN) == (Origin("O1", ("S1",)), Origin("O2", ("S2",)))


def test_origins_are_numbered_by_their_first_source() -> None:
    assert [o.sources for o in origins(OWN, WIRE, OTHER, WIRE)] == [("S1",), ("S2", "S4"), ("S3",)]
    assert [o.id for o in origins(OWN, WIRE, OTHER, WIRE)] == ["O1", "O2", "O3"]


@pytest.mark.parametrize(
    "copy",
    [
        WIRE,
        WIRE.replace("'", "’").replace("\n\n", "\n\n\n"),
        "# Forty rescued from stranded ferry\n\n" + WIRE,
        "PORT VELL (Reuters) - " + WIRE,
        WIRE + "\n\nAdvertisement\n\nCopyright 2024 Wire Service. All rights reserved.",
        WIRE[:380],
        WIRE[:330],
    ],
)
def test_a_reprint_with_nothing_new_is_a_copy(copy: str) -> None:
    assert origins(WIRE, copy) == (Origin("O1", ("S1", "S2"), frozenset({"S2"})),)
    assert list(voices(WIRE, copy)) == ["S1"]


def test_an_edited_reprint_with_something_new_is_used_and_shares_the_origin() -> None:
    assert origins(WIRE, EDITED) == (Origin("O1", ("S1", "S2")),)
    told = voices(WIRE, EDITED)["S2"]
    assert told.startswith("Volunteers in lifeboats")
    assert told.endswith("his union said on Tuesday night.")
    assert "Vell Lines" not in told


def test_a_wire_text_under_another_headline_and_lede_is_one_origin() -> None:
    embedded = (
        "# Drama at sea\n\nOur readers woke to sirens on Monday, and to a ship on the rocks.\n\n" + WIRE
    )
    assert [o.sources for o in origins(WIRE, embedded)] == [("S1", "S2")]
    assert voices(WIRE, embedded)["S2"].startswith("Drama at sea Our readers woke")


def test_a_statement_that_two_reports_quote_does_not_make_them_one() -> None:
    statement = (
        "\n\n“We are sorry for what our passengers went through and will help the inquiry,” Vell Lines said."
    )
    assert len(origins(WIRE + statement, OWN + statement)) == 2


def test_two_short_items_above_one_long_notice_are_two_origins() -> None:
    notice = """\n\nSign up for our newsletter to get the day's top stories in your inbox each morning.

Follow us on Facebook, X and Instagram for the latest news and updates from around the world.

Copyright 2024 Harbour Post Ltd. All rights reserved. This material may not be published or rewritten.

By continuing to browse this site you agree to our use of cookies and to our terms of use."""
    assert len(origins("The ferry Aurora ran aground." + notice, "Norland passed its budget." + notice)) == 2


def test_a_cut_version_first_makes_the_whole_one_news() -> None:
    assert origins(WIRE[:380], WIRE) == (Origin("O1", ("S1", "S2")),)


def test_another_number_in_a_reprint_is_kept() -> None:
    assert voices(WIRE, WIRE.replace("40 people", "43 people"))["S2"].startswith("The ferry Aurora")


def test_the_order_of_the_sources_changes_no_group() -> None:
    texts = [WIRE, OWN, EDITED, OTHER]
    groups = set()
    for order in itertools.permutations(texts):
        named = {f"S{number}": text for number, text in enumerate(order, start=1)}
        groups.add(frozenset(frozenset(named[s] for s in origin.sources) for origin in origins(*order)))
    assert groups == {frozenset({frozenset({WIRE, EDITED}), frozenset({OWN}), frozenset({OTHER})})}


def test_copying_one_document_adds_no_origin() -> None:
    texts = [WIRE, OWN, OTHER]
    assert all(len(origins(*texts, copied)) == 3 for copied in texts)


def test_two_edits_of_one_text_are_one_origin_without_it() -> None:
    twin = (
        WIRE.replace("ran aground", "struck rocks") + "\n\nThe ship was built in 1987 in a yard in Norland."
    )
    assert [o.sources for o in origins(EDITED, OTHER, twin)] == [("S1", "S3"), ("S2",)]


def test_nothing_and_empty_texts_have_origins_of_their_own() -> None:
    assert dedup.origins([]) == ()
    assert [o.sources for o in origins(WIRE, "", "a")] == [("S1",), ("S2",), ("S3",)]
    assert list(voices(WIRE, "")) == ["S1"]
