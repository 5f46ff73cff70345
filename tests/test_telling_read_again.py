"""The second reading of a story: what it is sent, what it adds to the citations, and what it mends."""

from __future__ import annotations

import re

import pytest
from told import HELD, WATER_C, WATER_H, brief, claim, mended, verdicts_on

from briefing.types import Document, Source
from tests.stories import COURIER, HERALD


def test_the_calls_that_read_the_sentences_begin_with_the_same_bytes() -> None:
    _, model = brief()
    first, second = (r.messages for r in model.requests if r.stage in ("claims", "disagreements"))
    assert first[0] == second[0]
    task = first[1].content.index("\nTask: ")
    assert task > 100
    assert first[1].content[:task] == second[1].content[:task]


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [("doubt", "verification", "Water rose to 44 metres"), ("framing", "writing", "About 300 people left")],
)
def test_what_an_earlier_call_was_shown_stands_first_in_the_later_one(
    first: str, second: str, shared: str
) -> None:
    _, model = brief()
    asked = {r.stage: "\n".join(m.content for m in r.messages) for r in model.requests}
    pairs = enumerate(zip(asked[first], asked[second], strict=False))
    prefix = next(n for n, (a, b) in pairs if a != b)
    assert shared in asked[first][:prefix]
    own = asked[second][prefix:]
    assert not re.search(rf"^\d+\| .*{shared}", own, re.MULTILINE)


def test_a_sentence_that_several_statements_rest_on_is_sent_once_to_the_last_reading() -> None:
    _, model = brief()
    shown = model.requests[-1].messages[-1].content
    numbered = re.findall(r"^(\d+)\| ", shown, re.MULTILINE)
    assert numbered
    assert len(numbered) == len(set(numbered))
    assert shown.count("About 300 people left their homes.") == 1


def test_a_statement_cites_the_sentence_that_the_last_reading_needed_for_it() -> None:
    """Only one that was shown and is of a source that the statement cites; any other number names nothing."""
    plain, _ = brief()
    made, _ = brief(verification={"verdicts": verdicts_on(*range(1, 12), more=(WATER_C, WATER_H, 99))})
    left, needed = plain.stories[0].statements[1], made.stories[0].statements[1]
    added = [c for c in needed.citations if c not in left.citations]
    assert {c.span.source for c in added} <= {c.span.source for c in left.citations}
    assert added


def test_a_position_that_its_evidence_does_not_say_is_quoted() -> None:
    """The last reading sees the positions too: what lost its hedge gives way to the source's own words."""
    verdicts = verdicts_on(*range(1, 12))
    asked, model = brief()
    (flag,) = [d for d in asked.stories[0].disagreements if d.question == "How high the water rose"]
    shown = model.requests[-1].messages[-1].content
    number = next(
        n for n in range(1, 12) if f"Statement {n}: ({flag.question}?) {flag.positions[0].text}" in shown
    )
    verdicts[number - 1]["verdict"] = "unsupported"
    made, _ = brief(verification={"verdicts": verdicts})
    (refused,) = [d for d in made.stories[0].disagreements if d.question == flag.question]
    assert refused.positions[0].support.verdict == "quoted"
    assert refused.positions[0].text == f"“{refused.positions[0].citations[0].quote}”"
    assert refused.positions[1] == flag.positions[1]
    assert made.checks.replaced_by_quotation == asked.checks.replaced_by_quotation + 1


def test_a_statement_that_its_evidence_does_not_say_is_told_in_its_mended_words() -> None:
    text = "The dam above Orrin held on Monday after a night of rain, the river authority said."
    made, _ = brief(verification={"verdicts": [mended(1, text), *verdicts_on(*range(2, 12))]})
    first = made.stories[0].statements[0]
    assert (first.text, first.support.verdict, first.support.by) == (text, "supported", "model")
    assert made.checks.dropped == 0


@pytest.mark.parametrize(
    "text",
    [
        "The dam above Orrin held on Friday, the river authority said.",
        "The dam above Orrin held on Monday, Zed Qux said.",
        "It held",
        "The dam above Orrin held on Monday, the river authority said" + ", and it held" * 6 + ".",
    ],
)
def test_mended_words_that_are_not_in_the_evidence_or_no_longer_the_statement_are_not_told(text: str) -> None:
    made, _ = brief(verification={"verdicts": [mended(1, text), *verdicts_on(*range(2, 12))]})
    assert text not in {s.text for s in made.stories[0].statements}


def test_a_position_is_told_in_its_mended_words_too() -> None:
    text = "Engineer Lena Marsh said water rose to 41 metres."
    verdicts = [*verdicts_on(1, 2), *(mended(n, text) for n in range(3, 12))]
    made, _ = brief(verification={"verdicts": verdicts})
    told = [p for d in made.stories[0].disagreements for p in d.positions if p.text == text]
    assert [(p.support.verdict, p.citations[0].span.source) for p in told] == [("supported", "S1")]


def heard(*outlets: str) -> tuple[Document, ...]:
    """The two sources, as these outlets: the first has its metres from the Kestrel Press."""
    text = COURIER.replace("at a press conference in Orrin", "at Orrin, the Kestrel Press reported")
    return tuple(
        Document(Source(f"S{n}", outlet, language="en"), one)
        for n, (outlet, one) in enumerate(zip(outlets, (text, HERALD), strict=True), 1)
    )


def test_the_outlet_that_a_position_passes_on_is_read_with_it_and_its_own_is_not() -> None:
    shown = {}
    for outlet in ("Courier", "Kestrel Press"):
        _, model = brief(heard(outlet, "Herald"))
        shown[outlet] = model.requests[-1].messages[-1].content
    assert "water rose to 41 metres (citing Kestrel Press)" in shown["Courier"]
    assert "water rose to 41 metres [" in shown["Kestrel Press"]
    assert "44 metres (citing" not in shown["Courier"]


def test_the_outlet_that_a_claim_is_told_after_stands_beside_it_when_the_story_is_written() -> None:
    told = {**claim("Water rose to 41 metres.", WATER_C), "via": "Kestrel Press"}
    claims = {"claims": [told, claim("The dam held on Monday.", HELD)]}
    _, model = brief(heard("Courier", "Herald"), claims=claims)
    asked = next(r.messages[-1].content for r in model.requests if r.stage == "writing")
    noted = re.findall(r"^.*1 voice.*$", asked, re.MULTILINE)
    assert [note.endswith("via Kestrel Press") for note in noted] == [True, False]


def test_what_the_second_reading_finds_elsewhere_is_not_told_as_one_sources_alone() -> None:
    """An outlet that one source has it from is not named where another says it on its own."""
    courier, herald = heard("Courier", "Herald")
    sources = (
        Document(courier.source, courier.text.replace("homes.", "homes, the Kestrel Press reported.")),
        Document(herald.source, f"{HERALD}\nSome 300 people have left their homes.\n"),
    )
    told = {**claim("About 300 people left their homes.", 4), "via": "Kestrel Press"}
    claims = {"claims": [claim("The river authority said the dam above Orrin held on Monday.", HELD), told]}
    writing = {
        "headline": "Dam above Orrin holds",
        "sentences": [
            {
                "text": "The dam above Orrin held on Monday, the river authority said.",
                "claims": [1],
                "role": "lead",
            },
            {"text": "About 300 people left their homes.", "claims": [2], "role": "body"},
        ],
    }
    found = {}
    for also in ([], [10]):
        verdicts = [{**one, "also": also} for one in verdicts_on(*range(1, 12))]
        made, model = brief(sources, claims=claims, writing=writing, verification={"verdicts": verdicts})
        assert "(elsewhere perhaps 10)" in model.requests[-1].messages[-1].content
        [found[len(also)]] = [s for s in made.stories[0].statements if s.text.startswith("About 300")]
    assert (found[0].role, found[0].via) == ("single_source", "Kestrel Press")
    assert (found[1].role, found[1].via) == ("body", None)
    assert [c.span.source for c in found[1].citations] == ["S1", "S2"]
