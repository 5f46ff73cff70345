"""Honest statements in other words: what readers wrote of their sources, and the rules once refused."""

from __future__ import annotations

import pytest

from briefing.grounding import faults

HONEST = [
    (
        "The village apparently is not the first to have tried a toll.",
        "Fitting, because according to Gauge, the village apparently isn't the first to have tried a toll.",
    ),
    (
        "Ms Orr questioned the plan over concerns about birds and the harbour's safety.",
        "Ms Orr questioned the plan over concerns not only about birds but the harbour's safety.",
    ),
    (
        "Ms Orr said that stopping the leak is about birds and about safety.",
        "“Stopping the leak isn't just about birds — it's about safety,” Ms Orr said.",
    ),
    ("The fire was not a terrorist attack, Orr says.", "A fire broke out, NOT TERRORIST ATTACK, says Orr."),
    (
        "Ms Orr has released none of her tax returns.",
        "It asks the heads of councils for ten years of tax returns — Ms Orr has released none.",
    ),
    (
        "Ms Orr says that none of the five sites considered for the fair are in Ostrel.",
        "Ms Orr said that five sites were being considered for the fair, but that none were in Ostrel.",
    ),
    (
        "Ms Edel says the study continues “the league's attempts to prey on fears”.",
        "Ms Edel criticised the study as “nothing more than a continuation of the league's attempts to prey"
        " on fears.”",
    ),
    ("Lena Orr said that the three were no threat.", "The trio were no threat, Lena Orr had said."),
    ("One theory is that the fire began in the loft.", "Theories abound. The fire began in the loft."),
    (
        "Lena Brim wrote to Toll: “Call off this fair”.",
        "“Call off this fair, @realJanToll,” Lena Brim wrote.",
    ),
    (
        "The Harbour Workers Union says the rules “will silence necessary voices”.",
        "The rules “will silence necessary voices that would otherwise speak,” the HWU wrote.",
    ),
    (
        "Councillor Ada Brim and Senator Lena Orsk called for Mr. Toll to cancel the meeting.",
        "Some on the House Harbour Committee called for Mr. Toll to cancel the meeting, as did Councillor"
        " Ada Brim and Senator Lena Orsk.",
    ),
    (
        "Jan Toll was killed in December at the mill.",
        "Then Brim called up Mark Toll, whose son, Jan Toll, was killed in December at the mill.",
    ),
    (
        "Some of the marchers belong to Open Quay, named for Ostrel's Central Quay district and for the wide"
        " river movement that began with Open Weir.",
        "Some of the marchers are organised within a group called Open Quay, named for Ostrel's Central Quay"
        " district and for the wide river movement that began with Open Weir.",
    ),
    (
        "Some experts are sceptical of the reported number of lay-offs at Ketterby Yarns in Ostrel.",
        "Some experts are sceptical of the reported number of lay-offs at Ketterby Yarns in Ostrel, and"
        " Ketterby has yet to comment.",
    ),
    (
        "Jan Toll was not present when the report was released on Tuesday.",
        "On Tuesday the council released a report on quays.\nMr. Jan Toll was not present on Tuesday.",
    ),
    (
        "Lena Orr has not said how she will act and will likely spend the next day before deciding.",
        "Lena Orr will likely spend the next day or more pondering the bill before deciding.\n"
        "Lena Orr has not said how she'll act, as is her practice.",
    ),
    (
        "It would have let Toll take deals through the council.",
        "The measure would let deals be taken through the council.\n"
        "The council rejected Toll's agenda by blocking a measure that would have let him take deals.",
    ),
    (
        "Ostrel Federation of Teachers President Randa Weir called the report “a cruel hoax that will fail to"
        " keep our children safe”.",
        "The report was met with scorn from the Ostrel Federation of Teachers, which opposes it.\n"
        "In a statement, union President Randa Weir called the report “a cruel hoax that will fail to keep"
        " our children safe,” adding that it is designed to sell guns.",
    ),
    (
        "A spokesman for Mr. Toll says the ruling is seen “as a large step”.",
        "“We view the ruling as a large step,” said Yorick Hale, a spokesman for Mr. Toll.",
    ),
    (
        "Toll said none of the five sites were in the Upper Vale.",
        "Toll told reporters on Tuesday that five sites were being considered for the fair, but that none of"
        " them were in the Upper Vale, according to RNV.",
    ),
    (
        "Jan Toll is a member of an Ostrel family of weavers.",
        "Ada Brim described in seven posts her walk with her godson, Jan Toll, a member of an Ostrel family"
        " of weavers.",
    ),
]
ALTERED = [
    ("The bell is for sale.", "The bell is not for sale.", "negation"),
    ("The ferry is the last to leave.", "The ferry is never the last to leave.", "negation"),
    ("The four were no threat.", "The trio were no threat.", "number"),
    (
        "Lena Brim wrote to Orsk: “Call off this fair”.",
        "“Call off this fair, @realJanToll,” Brim wrote.",
        "name",
    ),
    ("Ada Brim called for a new bridge.", "Jan Toll called for a new bridge, as did Lena Orsk.", "speaker"),
    (
        "The old mill is a worthless ruin.",
        "Brim described the old mill as a worthless ruin.",
        "speaker",
    ),
    ("The Ostrel Growers League says the rules are harsh.", "The rules are harsh, the HWU wrote.", "speaker"),
]


@pytest.mark.parametrize(("statement", "evidence"), HONEST)
def test_an_honest_statement_has_no_fault(statement: str, evidence: str) -> None:
    assert faults(statement, evidence.splitlines()) == ()


@pytest.mark.parametrize(("statement", "evidence", "kind"), ALTERED)
def test_one_that_is_not_is_still_seen(statement: str, evidence: str, kind: str) -> None:
    assert kind in {fault.kind for fault in faults(statement, [evidence])}
