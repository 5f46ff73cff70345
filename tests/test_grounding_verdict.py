"""What the verdict finds wrong with a statement, and what it must leave alone."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from briefing.grounding.find import find
from briefing.grounding.verdict import content_overlap, faults, unfounded
from briefing.types import Sentence, Span

EVIDENCE = (
    "The harbour union said at least 40 crews will stop work on 3 May in Port Ashby.",
    "“The offer is a bad joke,” union leader Maria Fernandes said, while Minister Ada Ono declared the talks"
    " open.",
)


def kinds(text: str, *evidence: str, **given: object) -> set[str]:
    return {f.kind for f in faults(text, evidence or EVIDENCE, **given)}  # type: ignore[arg-type]


def test_a_piece_of_what_may_only_be_quoted_is_not_told() -> None:
    marked = "12| The crews of Port Selby went home."
    assert kinds("The crews went home", EVIDENCE[0], "12| The crews went home.") == {"address"}
    assert kinds("The crews of Port Selby went home", marked, "The crews of Port Selby went home.") == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("At least 60 crews will stop work.", "number"),
        ("40 crews will stop work.", "hedge"),
        ("The stop begins on 4 May.", "date"),
        ("Crews will stop work in Port Selby.", "name"),
        ("Fernandes called the offer “a good joke”.", "quotation"),
        ("At least 40 crews will not stop work.", "negation"),
        ("Ono said the offer is a bad joke, while Fernandes declared the talks open.", "speaker"),
        ("The union slammed the offer.", "loaded"),
        ("The union said so yesterday.", "relative_date"),
        ("Crews that I have seen will stop work, the union said.", "person"),
        ("The union asked you to stop work.", "person"),
    ],
)
def test_each_kind_of_fault_is_seen(text: str, kind: str) -> None:
    assert kind in kinds(text)


def test_what_is_unfounded_are_the_faults_that_no_denial_hedge_or_speaker_makes() -> None:
    text = "Ono said 60 crews will not stop work in Port Selby, yesterday."
    turned = {"negation", "hedge", "speaker"}
    whole = faults(text, EVIDENCE)
    assert {f.kind for f in whole} & turned
    assert unfounded(text, EVIDENCE) == tuple(f for f in whole if f.kind not in turned)
    assert unfounded(EVIDENCE[0], EVIDENCE) == ()


@pytest.mark.parametrize(
    "text",
    [
        EVIDENCE[0],
        "At least forty crews in Port Ashby will stop work on May 3, the union said.",
        "Maria Fernandes said that the offer is “a bad joke”.",
        "Ada Ono said that the talks are open.",
    ],
)
def test_honest_wording_has_no_fault(text: str) -> None:
    assert faults(text, EVIDENCE) == ()


def test_what_stands_in_the_evidence_word_for_word_is_carried_though_no_word_of_it_tells_anything() -> None:
    assert kinds("It was so.", "it was  so.") == set()
    assert kinds("It was so.", "It was not so.") != set()


def test_a_speaker_must_be_named_in_the_evidence() -> None:
    assert kinds("The talks are open.", attributed_to="Lena Brandt") == {"speaker"}
    assert kinds("The talks are open.", attributed_to="Ada Ono") == set()


def test_a_partys_claim_needs_its_speaker() -> None:
    evidence = "Minister Ada Ono claimed that the union leaders broke the agreement."
    assert kinds("The union leaders broke the agreement.", evidence) == {"speaker"}
    assert kinds("The union leaders broke the agreement.", evidence, attributed_to="Ada Ono") == set()


def test_a_dispute_by_name_denies_nothing() -> None:
    evidence = (
        "The fight is about harbour dues in the Piers Act, passed in 2010 without a vote of the islands."
    )
    told = "The dispute is about harbour dues in the Piers Act, passed in 2010 without a vote of the islands."
    assert kinds(told, evidence) == set()
    assert kinds("The islands dispute the harbour dues.", "The islands accept the harbour dues.") == {
        "negation"
    }


def test_a_denial_inside_a_quotation_ends_with_it() -> None:
    evidence = '"I see the sea in the dark or not at all," says Ilse Korr, 41, who pilots the night ferry.'
    assert (
        kinds(
            'Ilse Korr, 41, who pilots the night ferry, says: "I see the sea in the dark or not at all."',
            evidence,
        )
        == set()
    )


def test_a_hedge_that_goes_with_its_clause_is_not_lost() -> None:
    evidence = (
        "While the two signed no pact, Mr Korr said he felt a “meeting of minds” that they could develop."
    )
    assert (
        kinds("The two signed no pact, but Mr Korr says that he felt a “meeting of minds”.", evidence)
        == set()
    )
    harder = "While the two signed no pact, Mr Korr said he felt a “meeting of minds” that they develop."
    assert kinds(harder, evidence) == {"hedge"}


def test_years_ago_in_the_words_of_the_evidence_is_no_relative_date() -> None:
    evidence = "The count found 8,947 boats, 4 per cent more than ten years ago, the office said this year."
    assert kinds("The count found 8,947 boats, 4 per cent more than ten years ago.", evidence) == set()
    assert kinds("The count found 8,947 boats, more than twenty years ago.", evidence) >= {"relative_date"}
    assert kinds("The office said this year that the count found 8,947 boats.", evidence) == {"relative_date"}


def test_a_number_of_other_things_carries_no_count() -> None:
    """Both numbers are in the evidence; only one of them counts workers."""
    evidence = "Two workers were killed and five cranes damaged."
    assert kinds("Five workers were killed.", evidence) == {"number"}
    assert kinds("Two workers were killed.", evidence) == set()
    assert kinds("Five machines were damaged.", evidence) == set()


def test_a_weekday_of_the_evidence_carries_its_date() -> None:
    evidence, day = "The ferry sank on Tuesday.", datetime(2024, 6, 13)
    assert kinds("The ferry sank on 11 June 2024.", evidence, published=[day]) == set()
    assert kinds("The ferry sank on 11 June 2024.", evidence) == {"date"}


def test_overlap_is_the_share_of_the_texts_words() -> None:
    assert content_overlap("crews stop work", EVIDENCE) == 1
    assert content_overlap("penguins dance", EVIDENCE) == 0
    assert content_overlap("of the", EVIDENCE) == 0


def _sentences(*texts: str) -> list[Sentence]:
    return [Sentence(f"S1.{i}", Span("S1", 100 * i, 100 * i + 9), text) for i, text in enumerate(texts, 1)]


def test_an_id_chosen_by_position_is_replaced_by_the_sentence_that_carries_the_words() -> None:
    sentences = _sentences("The weather was mild.", "Nothing else was new.", *EVIDENCE)
    assert [s.id for s in find("Forty crews will stop work in May", sentences, ["S1.1", "S1.2"])] == ["S1.3"]
    assert [s.id for s in find("Forty crews will stop work in May", sentences, ["S1.3", "S1.2"])] == ["S1.3"]
    assert find("Penguins dance on the moon", sentences, ["S1.1"]) == ()


def test_verbatim_sentences_of_the_gold_never_fault(shared: Path) -> None:
    """Only wording may be named; a changed ending keeps the verbatim rule out."""
    seen = 0
    for path in sorted(shared.glob("data/gold/*-0[02]/gold.json")):
        for fact in json.loads(path.read_text(encoding="utf-8"))["facts"]:
            for span in fact["spans"]:
                text = span["quote"].rstrip(". ") + " ;"
                assert kinds(text, span["quote"]) <= {"loaded", "relative_date", "person", "vouching"}, text
                seen += 1
    assert seen > 200
