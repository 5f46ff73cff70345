"""The second reading: what it is shown of a statement's evidence, and what the statement then cites."""

from __future__ import annotations

import pytest

from briefing.chain import Chain
from briefing.material import Material
from briefing.templates import Templates
from briefing.types import Citation
from briefing.verification import Printed, supported
from tests.clusters import cluster
from tests.stories import ByStage

HARL = Material.of(
    cluster(
        (
            "Lena Marsh runs the port of Harl.",
            "“The quay will reopen,” she said.",
            "“We have looked at every bolt.”",
            "The Tarn Press Agency reports:",
            "The ferry sank in Harl.",
        )
    )
)


def read(text: str, *cited: int, via: str | None = None) -> tuple[str, list[str]]:
    """What a reader who supports everything is shown, and what the statement then cites."""
    judged = {"statement": 1, "verdict": "supported", "more": [], "also": [], "fault": None, "mended": None}
    model = ByStage({"verification": {"verdicts": [judged]}})
    told = Printed(text, None, tuple(map(Citation.of, HARL.find(cited))), (via,) if via else ())
    found = supported(Chain(model, Templates(), 1000), HARL, HARL.only(()), [told])[0]
    assert found is not None
    return model.requests[0].messages[1].content, [c.quote for c in found.citations]


def test_a_quotation_is_read_and_cited_with_the_sentences_that_tell_whose_it_is() -> None:
    shown, cited = read("Lena Marsh says: “We have looked at every bolt.”", 3)
    assert "she said" in shown
    assert cited == [s.text for s in HARL.sentences[:3]]


def test_evidence_of_one_source_is_cited_in_its_order() -> None:
    _, cited = read("Lena Marsh says: “We have looked at every bolt.”", 3, 1)
    assert cited == [s.text for s in HARL.sentences[:3]]


def test_the_outlet_that_a_statement_credits_is_shown_with_it() -> None:
    shown, cited = read("The ferry sank in Harl.", 5, via="Tarn Press Agency")
    assert "The Tarn Press Agency reports:" in shown
    assert "The ferry sank in Harl. (citing Tarn Press Agency)" in shown
    assert cited == [s.text for s in HARL.sentences[3:]]


def test_who_speaks_is_left_out_where_the_sentence_would_speak_against_the_statement() -> None:
    text = "Lena Marsh says that the quay was safe."
    material = Material.of(
        cluster(("The quay was not safe, Lena Marsh had said.", "“The quay was safe,” she said."))
    )
    judged = {"statement": 1, "verdict": "supported", "more": [], "also": [], "fault": None, "mended": None}
    model = ByStage({"verification": {"verdicts": [judged]}})
    told = Printed(text, None, (Citation.of(material.sentences[1]),))
    found = supported(Chain(model, Templates(), 1000), material, material.only(()), [told])[0]
    assert found is not None
    assert [c.quote for c in found.citations] == [material.sentences[1].text]


LIGHT = Material.of(
    cluster(
        ("The lamp of Nore was lit on Friday.",),
        ("On Friday Nore lit its lamp.", "Nobody came.", "The lamp of Nore was not lit on Friday."),
    )
)


def corroborated(*also: int, offered: int = 2, **judged: object) -> tuple[str, list[str], str]:
    """What is shown, what the statement then cites, and its words, where the reader finds it in `also`."""
    right = {"statement": 1, "verdict": "supported", "more": [], "fault": None, "mended": None}
    model = ByStage({"verification": {"verdicts": [{**right, "also": [*also], **judged}]}})
    told = Printed(
        "Nore lit its lamp on Friday.", None, (Citation.of(LIGHT.sentences[0]),), (), LIGHT.find([offered])
    )
    found = supported(Chain(model, Templates(), 1000), LIGHT, LIGHT.only(()), [told])[0]
    assert found is not None
    return model.requests[0].messages[1].content, [c.span.source for c in found.citations], found.text


def test_what_another_source_may_say_too_is_shown_and_cited_where_the_reader_finds_it_there() -> None:
    shown, cited, _ = corroborated(2)
    assert "2| On Friday Nore lit its lamp." in shown
    assert "[1] (elsewhere perhaps 2)" in shown
    assert cited == ["S1", "S2"]
    assert corroborated()[1] == ["S1"]


def test_mended_words_are_said_by_the_other_source_too() -> None:
    _, cited, text = corroborated(2, verdict="unsupported", mended="The lamp of Nore was lit on Friday.")
    assert (cited, text) == (["S1", "S2"], "The lamp of Nore was lit on Friday.")


@pytest.mark.parametrize("also", [3, 99])
def test_a_sentence_that_was_not_offered_is_no_second_voice(also: int) -> None:
    assert corroborated(also)[1] == ["S1"]


def test_one_that_denies_it_is_no_second_voice_whatever_the_reader_says() -> None:
    assert corroborated(4, offered=4)[1] == ["S1"]
