"""What the judge of rules reads and sees: terms, coverage, company, new words, antonyms, denials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.evaluation.judges.company import company
from briefing.evaluation.judges.faults import copied, denies, faults, kinds
from briefing.evaluation.judges.features import seen
from briefing.evaluation.judges.novelty import novelty, opposed, role
from briefing.evaluation.judges.overlap import cover
from briefing.evaluation.judges.paraphrase import rephrased
from briefing.evaluation.judges.terms import read

HARBOUR = read(
    "The harbour board of Port Calder opened the north quay in May. Mara Ellison chairs the board. "
    "A ferry to Velden leaves every hour, and the tanks were clean."
)


def test_terms_are_folded_words_in_order_without_function_words() -> None:
    terms = read("The Ukrainian ferries carried twelve cars.").terms
    assert [t.word for t in terms] == ["ukrainian", "ferries", "carried", "twelve", "cars"]
    assert terms[0].key == read("Ukraine").terms[0].key
    assert terms[3].key == "12"


def test_a_capital_that_begins_a_sentence_is_no_name() -> None:
    terms = read("Ferries left. Then Ferries left 20 times.").terms
    assert [(t.word, t.proper) for t in terms if t.word in ("ferries", "20")] == [
        ("ferries", False),
        ("ferries", True),
        ("20", True),
    ]


@given(st.text(max_size=200))
def test_any_text_is_read_and_places_ascend(text: str) -> None:
    reading = read(text)
    assert len(reading.keys) == len(reading.sentences)
    for places in reading.places.values():
        assert list(places) == sorted(set(places))


@given(st.text(max_size=80), st.text(max_size=80))
def test_features_are_finite_and_of_one_shape(evidence: str, claim: str) -> None:
    found = seen(evidence, claim).features
    assert list(found) == list(seen("a", "b").features)
    assert all(-10 < value < 10 for value in found.values())


def test_a_sentence_covers_itself() -> None:
    found = cover(HARBOUR, read("The harbour board of Port Calder opened the north quay in May."))
    assert found.sentences == (0,)
    assert found.best == found.few == pytest.approx(1)


def test_what_two_sentences_say_is_covered_by_both() -> None:
    found = cover(HARBOUR, read("Mara Ellison chairs the harbour board, and a ferry leaves for Velden."))
    assert set(found.sentences) == {0, 1, 2}
    assert found.best < found.few == pytest.approx(1)


def test_nothing_covers_a_claim_of_other_words() -> None:
    found = cover(HARBOUR, read("Paintings were sold at auction."))
    assert (found.sentences, found.best, found.few) == ((), 0.0, 0.0)


def test_words_that_stand_far_apart_in_the_evidence_keep_no_company() -> None:
    filler = " ".join(f"filler{chr(97 + n)}" for n in range(26))
    apart = read(f"The brewery {filler} sued {filler} the mayor.")
    together = read(f"The mayor sued the brewery. {filler}.")
    claim = read("The mayor sued the brewery.")
    assert company(together, claim)["company"] == 1.0
    assert company(apart, claim) == {"company": 0.0, "lonely": 3, "lonely_proper": 0, "torn": 1.0}


def test_neighbours_that_stand_together_nowhere_are_torn() -> None:
    """All words of the claim are there, and somebody else leaves."""
    filler = " ".join(f"filler{chr(97 + n)}" for n in range(26))
    scattered = read(f"Mara Ellison {filler} leaves Velden.")
    assert company(HARBOUR, read("The harbour board opened the quay."))["torn"] == 0
    assert company(HARBOUR, read("Clean tanks."))["torn"] == 0
    assert company(scattered, read("Mara Ellison leaves Velden."))["torn"] == pytest.approx(1 / 3)
    assert company(HARBOUR, read("Paintings were sold."))["torn"] == 0


def test_a_synonym_in_its_place_is_the_same_in_other_words() -> None:
    asked = read("On Monday the council of Ostermoor bought small ferries for the inner harbour.")
    claim = "The council of Ostermoor {} small ferries for the inner harbour."
    assert rephrased(asked, read(claim.format("purchased"))) > 0
    assert rephrased(asked, read(claim.format("praised"))) == 0
    assert rephrased(asked, read(claim.format("bought"))) == 0
    assert rephrased(asked, read("It purchased paintings.")) == 0


def test_new_words_are_weighed_by_what_they_are() -> None:
    found = novelty(HARBOUR, read("In Velden the board has inspected a crane at Ostermoor."))
    assert found["new_proper"] > 0
    assert found["new_verb"] > 0
    assert found["new_noun"] > 0
    assert not any(novelty(HARBOUR, read("The ferry leaves Velden.")).values())


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("It was Calder", "proper"),
        ("It quickly sank", "adverb"),
        ("They will sink it", "verb"),
        ("It restrained them", "verb"),
        ("They saw the crane", "noun"),
    ],
)
def test_the_role_of_a_word(claim: str, kind: str) -> None:
    assert kind in [role(term) for term in read(claim).terms]


def test_a_new_word_that_is_the_antonym_of_one_beside_it() -> None:
    claim = read("The harbour board of Port Calder closed the north quay in May.")
    assert opposed(HARBOUR, claim, cover(HARBOUR, claim)) == (("closed", "opened"),)
    both = read("The board opened the quay in May, and then closed it.")
    assert opposed(both, claim, cover(both, claim)) == ()


def test_a_denial_of_what_nothing_near_it_denies() -> None:
    assert denies(HARBOUR, "The tanks were not clean.", (2,))
    assert not denies(read("The tanks were never clean."), "The tanks were not clean.", (0,))
    assert not denies(HARBOUR, "The tanks were clean.", (2,))


def test_a_fault_counts_as_turned_only_beside_a_near_copy() -> None:
    text = "The harbour board of Port Calder opened the north quay in June."
    found = faults(HARBOUR, read(text), text)
    assert [fault.kind for fault in found] == ["date"]
    assert kinds(found, 0.9)["turned"] == 1
    assert kinds(found, 0.5)["turned"] == 0
    assert kinds(found, 0.5)["fault_date"] == 1


def test_a_copy_with_other_names_and_numbers_is_a_copy() -> None:
    assert copied(HARBOUR, read("The harbour board of Velden opened the north quay in 1987.")) == 1
    assert copied(HARBOUR, read("The harbour board of Velden bought a painting.")) == 0.5
    assert copied(HARBOUR, read("In Velden.")) == 0
