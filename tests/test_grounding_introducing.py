"""Whose words a sentence gives, where a sentence near it tells."""

from __future__ import annotations

import pytest

from briefing.grounding import introducing, is_credited
from briefing.types import Sentence, Span


def article(*texts: str, source: str = "S1") -> list[Sentence]:
    """The sentences of a source."""
    starts = [sum(len(t) + 1 for t in texts[:n]) for n in range(len(texts))]
    return [
        Sentence(f"{source}.{n}", Span(source, start, start + len(text)), text)
        for n, (start, text) in enumerate(zip(starts, texts, strict=True), 1)
    ]


PORT = article(
    "Lena Marsh runs the port of Harl.",
    "“The quay will reopen,” she said.",
    "“We have looked at every bolt.”",
    "Ida Brandt, a diver, said the quay was cracked.",
    "“Nobody has been down there.”",
)
SAID = "Lena Marsh says that every bolt has been looked at."


def added(text: str, *cited: int, among: list[Sentence] = PORT, credits: tuple[str, ...] = ()) -> list[str]:
    """The ids of what is added to the sentences cited by number."""
    return [s.id for s in introducing(text, [among[n - 1] for n in cited], among, credits)]


def test_all_sentences_between_a_quotation_and_its_speaker_are_added() -> None:
    assert added(SAID, 3) == ["S1.2", "S1.1"]


def test_who_is_told_by_name_is_looked_for_whoever_else_speaks() -> None:
    assert added(f"Adding nothing, {SAID[:-1]}, the port said.", 3) == ["S1.2", "S1.1"]


def test_what_is_cited_is_not_added_again() -> None:
    assert added(SAID, 1, 3) == ["S1.2"]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Every bolt has been looked at.", 3),  # names no speaker
        ("Officials say that every bolt has been looked at.", 3),  # nobody by name
        ("Lena Marsh says that nobody has been down there.", 5),  # Brandt spoke in between
        ("Ida Brandt says that the quay was cracked.", 4),  # names its own speaker
        ("Tove Lund says that every bolt has been looked at.", 3),  # whom no sentence near it names
    ],
)
def test_nothing_is_added_where_no_one_near_is_the_speaker_or_none_is_needed(text: str, cited: int) -> None:
    assert added(text, cited) == []


def test_nothing_beyond_the_one_that_names_the_speaker_is_added() -> None:
    near = article("Rain fell.", "Lena Marsh runs the port.", "“We have looked at every bolt.”")
    assert added(SAID, 3, among=near) == ["S1.2"]


def test_a_speaker_three_sentences_away_introduces_nothing() -> None:
    far = article("Lena Marsh runs the port.", "It is old.", "It is deep.", "“We looked at every bolt.”")
    assert added(SAID, 4, among=far) == []


def test_a_speaker_named_after_his_words_is_found() -> None:
    after = article("“We looked at every bolt.", "Nothing was loose,” Lena Marsh said.")
    assert added(SAID, 1, among=after) == ["S1.2"]


def test_another_source_introduces_nothing() -> None:
    two = [*article("Lena Marsh runs the port.", source="S2"), *article("“We looked at every bolt.”")]
    assert added(SAID, 2, among=two) == []


def test_a_message_belongs_to_who_signs_below_it_not_above() -> None:
    posts = article(
        "The quay is safe, my divers say.",
        "— Tove Lund (@tlund) May 2, 2026",
        "We looked at every bolt.",
        "— The port (@harlport) May 3, 2026",
    )
    assert added(SAID, 3, among=posts) == ["S1.4"]
    assert added(SAID, 3, among=posts[:3]) == []


def test_the_outlet_that_a_sentence_credits_is_shown_where_no_cited_one_has_its_whole_name() -> None:
    wire = article(
        "The Harl Press Agency reports:", "Lund received the Harl crew in her office.", "They sang."
    )
    text = "Lund received the crew of the ferry in her office."
    assert added(text, 2, among=wire, credits=("the Harl Press Agency",)) == ["S1.1"]
    assert added(text, 1, 2, among=wire, credits=("the Harl Press Agency",)) == []
    assert added(text, 2, among=wire, credits=("the Tarn Press Agency",)) == []
    assert added(text, 2, among=wire) == []
    plain = article("Harl Press Agency reports:", wire[1].text)
    assert added(text, 2, among=plain, credits=("the Harl Press Agency",)) == ["S1.1"], (
        "an article is no name"
    )
    assert added(
        text, 3, among=article("Rain fell.", *(s.text for s in wire[:2])), credits=("Harl Press Agency",)
    ) == ["S1.2"]


def test_each_of_several_outlets_is_shown_where_it_is_named() -> None:
    wire = article("Harl Press Agency reports:", "The crew sang.", "Vane Radio reports:", "The ferry left.")
    both = ("Harl Press Agency", "Vane Radio")
    assert added("The crew sang, and the ferry left.", 2, 4, among=wire, credits=both) == ["S1.1", "S1.3"]
    assert added("The ferry left.", 3, 4, among=wire, credits=("Harl Press Agency, Vane Radio",)) == []


@pytest.mark.parametrize(
    ("outlet", "cited", "credited"),
    [
        ("Harl Press Agency", 1, True),
        ("the Harl Press Agency", 3, True),
        ("Harl Press Agency", 4, False),
        ("Tarn Press Agency", 2, False),
    ],
    ids=["named", "two before", "three before", "another of that kind"],
)
def test_an_outlet_is_credited_that_a_sentence_or_one_of_two_before_it_names(
    outlet: str, cited: int, credited: bool
) -> None:
    wire = article("Harl Press Agency reports:", "The crew sang.", "The ferry left.", "Rain fell.")
    assert is_credited(outlet, [wire[cited - 1]], wire) is credited
