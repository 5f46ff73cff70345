"""Who says what: the subject of a verb of saying, whom an outlet credits, and what is no saying at all."""

from __future__ import annotations

import pytest

from briefing.grounding.credit import credited
from briefing.grounding.speech import speaker, speeches


def said(text: str) -> list[tuple[str | None, str]]:
    return [(speech.speaker, speech.verb) for speech in speeches(text)]


@pytest.mark.parametrize(
    ("text", "who", "verb"),
    [
        ("Ono later said so.", "Ono", "say"),
        ("“No,” the union has repeatedly said.", "the union", "say"),
        ("Ono, Reyes’s aide, said so.", "Ono", "say"),
        ("It sank, Ono, 41, said.", "Ono", "say"),
        ("“It sank”, Ono, said so.", "Ono", "say"),
        ("It sank. Ono said so.", "Ono", "say"),
        ("Ono on Monday night said so.", "Ono", "say"),
        ("Ono on Monday also said so.", "Ono", "say"),
        ("While it sank Ono said so.", "Ono", "say"),
        ("She claims a prize.", "she", "claim"),
        ("“No,” said he.", "he", "say"),
        ("“No,” said the union on Monday.", "the union", "say"),
        ("It sank, said Ono.", "Ono", "say"),
        ("The crew heard “never again” said Ono.", "Ono", "say"),
        (
            "“No,” insisted nobody.",
            None,
            "insist",
        ),  # only a verb that news puts first has its speaker after it
        ("the crew's chief said so.", "the crew's chief", "say"),
        ("The aide of Ono said so.", "The aide of Ono", "say"),
        ("Aide Ada Ono said so.", "Ada Ono", "say"),
        ("The very old and grey chief of crews at the small port they said so.", "they", "say"),
        ("A very old grey wet harbour chief said so.", "old grey wet harbour chief", "say"),
        (
            "On Monday night the grey wet harbour union chief said so.",
            "the grey wet harbour union chief",
            "say",
        ),
        ("On Monday night the chief of the union said so.", "the chief of the union", "say"),
        ("Of the said crews left.", None, "say"),
    ],
)
def test_a_saying_has_its_speaker(text: str, who: str | None, verb: str) -> None:
    assert said(text) == [(who, verb)]


def test_a_participle_has_the_speaker_of_the_verb_before_it() -> None:
    assert said("Ono warned of rain, adding that it fell.") == [("Ono", "warn"), ("Ono", "add")]
    assert said("Adding that it fell.") == [(None, "add")]


def test_after_a_passive_a_saying_is_still_found() -> None:
    assert said("The ferry was said to have sunk, Ono said.") == [("Ono", "say")]


def test_sayings_come_in_the_order_of_the_text() -> None:
    assert said("According to Ono, it sank, Reyes said.") == [("Ono", "according"), ("Reyes", "say")]


@pytest.mark.parametrize("pronoun", "he she they it I we you".split())
def test_a_pronoun_is_a_speaker_who_is_not_named(pronoun: str) -> None:
    (speech,) = speeches(f"{pronoun.capitalize()} said so.")
    assert (speech.speaker, speech.named) == (pronoun.lower(), False)


@pytest.mark.parametrize("word", ["Of", "For", "In", "At", "From"])
def test_a_phrase_of_time_or_place_is_no_speaker(word: str) -> None:
    assert speaker(f"{word} 1993 wrote a letter.") is None


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was reportedly said to have sunk.",
        "The ferry is widely reported to have sunk.",
        "To say so was brave.",
        "The calls were many.",
        "After calls from Ono, they left.",
        "They sank the calls, the ferry heard.",
        "Nobody heard of the calls that night.",
        "Nobody heard the claims crews make.",
        "“Ono said so.”",
    ],
)
def test_a_passive_a_noun_and_a_quotation_are_no_saying(text: str) -> None:
    assert speeches(text) == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ono (an aide to Reyes) called it a sham.", "Ono"),
        ("It was a sham, Ono said.", "Ono"),
        ("It was a sham, said the four-term member for Selby.", "four-term member"),
        ("After the reports they left.", None),
    ],
)
def test_a_subject_is_found_past_what_stands_between(text: str, who: str | None) -> None:
    found = speaker(text)
    assert (found is None) if who is None else (found is not None and who in found)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("He said so.", False),
        ("Ono said so.", True),
        ("Ono's aides said so.", True),
        ("Of the said so.", False),
    ],
)
def test_a_speaker_who_is_a_pronoun_is_not_named(text: str, named: bool) -> None:
    assert [speech.named for speech in speeches(text)] == [named]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("It sank, the Port Herald reported.", "Port Herald"),
        ("It sank, according to the Port Herald newspaper.", "Port Herald"),
        ("Port Herald newspaper first reported so.", "Port Herald"),
        ("A report by the Coast Times says so.", "Coast Times"),
        ("The Herald of Ashby reported it.", "Herald of Ashby"),
        ("THE Coast Times reported it.", "Coast Times"),
        ("The herald reported it.", None),
        ("The Port Herald reports that it sank.", "Port Herald"),
        ("She told the Coast Times so.", "Coast Times"),
        ("The Tarn Gazette says the dam is cracked.", "Tarn Gazette"),
        ("The dam is cracked, the Vale News Agency said.", "Vale News Agency"),
        ("The Tarn Gazette said it would appeal.", None),
        ("The Tarn Gazette said in a statement that Holt had left.", None),
        ("The Food Standards Agency said so.", None),
        ("Mr Fox said so.", None),
        ("She told the crew so.", None),
    ],
)
def test_the_outlet_credited_comes_without_its_article(text: str, outlet: str | None) -> None:
    assert credited(text) == outlet


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“No,” said Maria Fernandes of the harbour union.", "Maria Fernandes"),
        ("Ono, an aide to Reyes, called it a sham.", "Ono"),
        ("According to Harbour Union officials, two died.", "Harbour Union officials"),
        ("Harbour police told reporters that two died.", "Harbour police"),
        ("'Never,' Reyes declared.", "Reyes"),
        ("He said so.", "he"),
    ],
)
def test_the_speaker_is_the_subject_of_saying(text: str, who: str) -> None:
    assert speeches(text)[0].speaker == who


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("He even suggested a strike.", None),
        ("The owners, from Orrin, in 1993 wrote a letter.", None),
        ("The chair did not answer and dismissed the question.", None),
        ("The four-term member said so.", "The four-term member"),
    ],
)
def test_a_speaker_is_told_by_a_noun_phrase_alone(text: str, named: str | None) -> None:
    assert speaker(text) == named
