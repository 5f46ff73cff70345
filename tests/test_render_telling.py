"""How a statement and a position are told: who says it, in whose words, in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from golden_brief import AGROUND, BRIEF, FERRY, FOURTEEN, INJURED, SEVENTEEN, SORRY, SUPPORTED, cite

from briefing import render
from briefing.render.wording import marked
from briefing.types import Document, Position, Source, SourceEntry, Statement, Support


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The crew was hurt.", "says that the crew was hurt"),
        ("Passengers were hurt.", "says that passengers were hurt"),  # the source has "passengers" within
        ("Kestrel Lines apologised.", "says that Kestrel Lines apologised"),  # and "Kestrel" within
        ("Rescuers came.", "says: Rescuers came"),  # a name or not: cannot be known
        ("Line came.", "says: Line came"),  # "Lines" is another word
        ("NATO came.", "says that NATO came"),
        ("14 people were hurt.", "says that 14 people were hurt"),
        ("According to the captain, all is well.", "says: According to the captain, all is well"),
        ("The captain said all is well.", "says: The captain said all is well"),
        ("I am well.", "says that I am well"),
        ("But the crew was hurt .", "says: But the crew was hurt"),
    ],
)
def test_a_position_follows_says(text: str, told: str) -> None:
    sides = (Position(text, (SEVENTEEN,), frozenset({"O2"}), SUPPORTED), INJURED.positions[0])
    told_in = replace(BRIEF, stories=(replace(FERRY, disagreements=(replace(INJURED, positions=sides),)),))
    assert f"*Kestrel Wire* {told} [5]." in render.markdown(told_in)


def test_a_position_names_the_outlet_whose_report_its_source_passes_on() -> None:
    text = "According to the Skerry Courier, 17 were injured. Officials counted 17 injured.\n"
    wire = Document(Source("S2", "Kestrel Wire"), text)
    heard = cite(wire, "According to the Skerry Courier, 17 were injured.")
    counted = cite(wire, "Officials counted 17 injured.")
    for citations, told in (
        ((heard,), "*Kestrel Wire*, citing Skerry Courier, says"),
        ((heard, counted), "*Kestrel Wire* says"),
    ):
        side = Position("17 were injured.", citations, frozenset({"O2"}), SUPPORTED)
        story = replace(FERRY, disagreements=(replace(INJURED, positions=(INJURED.positions[0], side)),))
        assert f"{told} that 17 were injured" in render.markdown(replace(BRIEF, stories=(story,)))


def test_an_outlet_that_was_told_so_itself_is_not_cited_by_itself() -> None:
    wire = Document(Source("S2", "Kestrel Wire"), "The captain told the Kestrel Wire that 17 were injured.\n")
    told = cite(wire, wire.text.strip())
    side = Position("17 were injured.", (told,), frozenset({"O2"}), SUPPORTED)
    said = Statement("17 were injured.", "lead", (told,), SUPPORTED, via="Kestrel Wire")
    differs = replace(INJURED, positions=(INJURED.positions[0], side))
    shown = render.markdown(
        replace(BRIEF, stories=(replace(FERRY, statements=(said,), disagreements=(differs,)),))
    )
    assert "*Kestrel Wire* says that 17 were injured" in shown
    assert "citing" not in shown


def test_several_sources_say() -> None:
    both = Position("It sank.", (FOURTEEN, SEVENTEEN), frozenset({"O1"}), SUPPORTED)
    other = Position("It floats.", (FOURTEEN,), frozenset({"O9"}), SUPPORTED)
    story = replace(FERRY, disagreements=(replace(INJURED, positions=(both, other)),))
    assert "*Harbour Post* and *Kestrel Wire* say that it sank [4] [5];" in render.markdown(
        replace(BRIEF, stories=(story,))
    )


def test_behind_a_side_that_is_quoted_its_outlets_numbers_stand_first_and_each_other_outlet_is_named() -> (
    None
):
    quoted = Position(
        f"“{SEVENTEEN.quote}”", (AGROUND, SEVENTEEN, SORRY), frozenset({"O1"}), Support("quoted")
    )
    alone = Position(f"“{FOURTEEN.quote}”", (FOURTEEN, AGROUND), frozenset({"O9"}), Support("quoted"))
    story = replace(FERRY, statements=(), disagreements=(replace(INJURED, positions=(quoted, alone)),))
    shown = render.markdown(replace(BRIEF, stories=(story,), also=()))
    assert (
        "*Kestrel Wire* says: “Officials counted 17 injured.” [1] [2] (see also *Harbour Post* [3]);" in shown
    )
    assert "*Harbour Post* says: “Officials said 14 people were hurt.” [3] [4]." in shown


def test_three_outlets_are_told_with_a_comma_and_an_and() -> None:
    mention = replace(BRIEF.also[0], sources=("S1", "S2", "S3"))
    shown = render.markdown(replace(BRIEF, also=(mention,)))
    assert "(*Harbour Post*, *Kestrel Wire* and *Northmoor Gazette*)" in shown


def test_part_of_a_sentence_is_quoted_of_the_outlet_that_has_it() -> None:
    quoted = Statement("“17 injured”", "lead", (FOURTEEN, SEVENTEEN), Support("quoted"))
    shown = render.markdown(replace(BRIEF, stories=(replace(FERRY, statements=(quoted,)),)))
    assert "*Kestrel Wire* says: “17 injured” [1] [2]" in shown


def test_a_quotation_names_the_outlet_it_is_from_and_the_speaker_it_does_not_name() -> None:
    quoted = Statement(
        f"“{SEVENTEEN.quote}”", "lead", (FOURTEEN, SEVENTEEN), Support("quoted"), "Ana Roe", "Radio"
    )
    shown = render.markdown(replace(BRIEF, stories=(replace(FERRY, statements=(quoted,)),)))
    assert (
        "*Kestrel Wire*, citing Radio and quoting Ana Roe, says: “Officials counted 17 injured.” [1] [2]"
        in shown
    )


def test_an_outlet_quoted_several_times_in_a_row_is_named_once_in_a_paragraph() -> None:
    told = tuple(
        Statement(f"“{c.quote}”", "body", (c,), Support("quoted"))
        for c in (AGROUND, FOURTEEN, SEVENTEEN, SORRY)
    )
    own = Statement("The ferry ran aground.", "body", (AGROUND,), SUPPORTED)
    story = replace(FERRY, statements=(*told[:3], own, told[3]), disagreements=())
    shown = render.markdown(replace(BRIEF, stories=(story,), also=()))
    assert (
        "*Harbour Post* says: “The ferry Alma ran aground off Skerry Point on Monday.” [1] "
        "“Officials said 14 people were hurt.” [2] *Kestrel Wire* says: “Officials counted 17 injured.” [3] "
        "The ferry ran aground. [1] "
        "*Kestrel Wire* says: “Kestrel Lines apologised to its passengers.” [4]\n" in shown
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“We won,” he said.", "“\u202f“We won,” he said.”"),
        ("He said: “We won.”", "“He said: “We won.”\u202f”"),
        ('"We won," he said.', '“"We won," he said.”'),
        ("We won.", "“We won.”"),
    ],
)
def test_our_marks_and_those_of_the_source_do_not_run_together(words: str, shown: str) -> None:
    assert marked(words) == shown


def test_a_name_that_begins_with_the_leaves_other_openings_alone() -> None:
    """One source speaks of The Skerry Times: "The crew" is lowered all the same."""
    text = "Divers spoke to The Skerry Times. The crew was hurt."
    document = Document(Source("S1", "Harbour Post"), text)
    sides = (
        Position("The crew was hurt.", (cite(document, "The crew was hurt."),), frozenset({"O1"}), SUPPORTED),
        Position("The Skerry Times erred.", (SEVENTEEN,), frozenset({"O2"}), SUPPORTED),
    )
    entries = (SourceEntry(document.source, "used", document, 9, "O1"), *BRIEF.sources[1:])
    story = replace(
        FERRY, statements=FERRY.statements[:1], disagreements=(replace(INJURED, positions=sides),)
    )
    shown = render.markdown(replace(BRIEF, sources=entries, stories=(story,), also=()))
    assert "says that the crew was hurt" in shown
    assert "says that The Skerry Times erred" in shown
