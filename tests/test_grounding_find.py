"""Finding the sentences that carry a claim, and no more of them than it takes."""

from __future__ import annotations

from briefing.grounding.find import find
from briefing.types import Sentence, Span

TEXTS = (
    "The ferry sank at noon.",
    "Forty crews searched the harbour.",
    "The mayor of Selby praised them.",
    "Rain fell on the grey quay.",
    "The ferry sank at noon.",
)
SENTENCES = [Sentence(f"S1.{i}", Span("S1", 100 * i, 100 * i + 9), text) for i, text in enumerate(TEXTS, 1)]
CLAIM = "The ferry sank at noon, 40 crews searched the harbour, the mayor of Selby praised them."


def found(text: str, *given: str, limit: int = 3) -> list[str]:
    return [sentence.id for sentence in find(text, SENTENCES, given, limit)]


def test_sentences_come_the_fullest_first_and_none_that_adds_nothing() -> None:
    assert sorted(found(CLAIM)) == ["S1.1", "S1.2", "S1.3"]
    assert found(CLAIM)[-1] == "S1.1", "its words stand in two sentences, so they weigh less"


def test_no_more_come_than_asked_for() -> None:
    assert len(found(CLAIM, limit=2)) == 2
    assert len(find(f"{CLAIM} Rain fell on the grey quay.", SENTENCES)) == 3, "unless told otherwise"
    assert found("The ferry sank, and trains stopped, roads froze, banks closed.", limit=1) == []


def test_of_two_that_carry_as_much_the_earlier_one_is_taken() -> None:
    assert found("The ferry sank at noon.") == ["S1.1"]
    assert found("The ferry sank at noon.", "S1.5") == ["S1.5"], "unless the other one is given"


def test_a_number_is_found_by_its_worth() -> None:
    assert found("40 crews") == found("Forty crews") == ["S1.2"]


def test_a_further_sentence_is_taken_for_an_eighth_of_the_words() -> None:
    texts = ("The ferry sank at noon by the old grey pier in fog.", "Divers slept.")
    listed = [Sentence(f"S1.{i}", Span("S1", 0, 9), text) for i, text in enumerate(texts, 1)]
    claim = "The ferry sank at noon by the old grey pier in fog with divers."
    assert [s.id for s in find(claim, listed)] == ["S1.1", "S1.2"]


def test_sentences_that_are_given_must_carry_it() -> None:
    assert found("The ferry sank at noon.", "S1.4") == ["S1.1"]
    assert found("Forty crews searched the harbour; rain fell.", "S1.2") == ["S1.2"]


def test_what_no_sentence_carries_and_what_has_no_words_is_not_found() -> None:
    assert found("Penguins dance.") == found("") == found("of the") == []


def test_no_evidence_is_made_of_scraps() -> None:
    """Sentences with one word each have all of the words, and nobody said it."""
    scraps = ("trains", "roads", "banks", "ferries", "crews", "quays")
    listed = [Sentence(f"S1.{i}", Span("S1", 9 * i, 9 * i + 9), said) for i, said in enumerate(scraps, 1)]
    assert find("Crews of ferries, banks and quays; roads, trains.", listed) == ()
    assert find("Crews, banks, roads, quays.", listed) == ()


def test_what_a_sentence_has_as_it_stands_is_found_there() -> None:
    assert found("of Selby praised them") == ["S1.3"]
    assert found("of Selby praised them", "S1.4") == ["S1.3"]
    assert found("the harbour.\nThe mayor of Selby praised") == ["S1.3", "S1.2"], "no two are one"
    assert find("of the grey quay", []) == ()
    assert found("on the") == [], "a word or two may stand anywhere"


def test_of_many_sentences_more_is_asked() -> None:
    """One in many has some of the words by chance: what is found among few is not among all of them."""
    claim = "The mayor of Selby praised forty crews, a grey ferry, and pilots of the northern island."
    names = ("Ashby", "Lowen", "Brant", "Tarn", "Dorn", "Holt", "Isk", "Penhale")
    texts = [f"In {name} rain fell for {hours} hours." for name in names for hours in range(2, 130)]
    few, many = (
        [Sentence(f"S1.{i}", Span("S1", 9 * i, 9 * i + 9), said) for i, said in enumerate(told, 1)]
        for told in ([*TEXTS, *texts[:20]], [*TEXTS, *texts])
    )
    assert {s.id for s in find(claim, few)} == {"S1.2", "S1.3"}
    assert find(claim, many) == ()
    assert {s.id for s in find(CLAIM, many)} == {"S1.1", "S1.2", "S1.3"}, "they have all of it"
    assert {s.id for s in find(claim, many, ["S1.2", "S1.3"])} == {"S1.2", "S1.3"}, "two are few"


def test_of_many_sentences_more_weight_is_asked_though_the_words_hang_together() -> None:
    claim = "Forty crews searched the harbour at dawn with pilots and islanders."
    rain = [f"In Ashby rain fell for {hours} hours." for hours in range(2, 1100)]
    for others, ids in ((rain[:20], ["S1.2"]), (rain, [])):
        listed = [Sentence(f"S1.{i}", Span("S1", 0, 9), said) for i, said in enumerate([*TEXTS, *others], 1)]
        assert [s.id for s in find(claim, listed)] == ids


def test_a_misprint_in_a_sentence_is_found_among_many() -> None:
    others = [f"In Ashby rain fell for {hours} hours." for hours in range(2, 900)]
    listed = [Sentence(f"S1.{i}", Span("S1", 0, 9), said) for i, said in enumerate([*TEXTS, *others], 1)]
    found = find("The mxyor of Selby prxised them.", listed)
    assert [s.id for s in found] == ["S1.3"]
