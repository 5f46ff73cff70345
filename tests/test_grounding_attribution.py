"""Whose words they are: speakers exchanged, claims without their party, names that nobody has."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.grounding.attribution import silent, swapped, unnamed
from briefing.grounding.speech import speeches


@pytest.mark.parametrize(
    ("text", "evidence", "who"),
    [
        (
            "Ono said the offer is a bad joke, while Fernandes declared the talks open.",
            "Fernandes said the offer is a bad joke, while Ono declared the talks open.",
            "Fernandes",
        ),
        ("Ono said the offer is a bad joke.", "Ono said the offer is a bad joke.", None),
        ("Ono said the offer is a bad joke.", "Fernandes said the offer is a bad joke.", "Fernandes"),
        ("Ono said the ferry sank at the quay.", "Fernandes said the offer is a bad joke.", None),
        ("Critics said the offer is a bad joke.", "Ono said the offer is a bad joke.", "Ono"),
        ("Ono said so.", "Fernandes said the offer is a bad joke.", None),  # nothing to compare
        # of two who said it together one may be told, and who is told by no name may be either
        ("Ono said the offer is a bad joke.", "Ono and Reyes said the offer is a bad joke.", None),
        ("Port officials said the offer is a bad joke.", "Ono said the offer is a bad joke.", None),
        # who is told to say it is named still
        ("Reyes said Ono said the grey ferry sank at noon.", "Ono said the grey ferry sank at noon.", None),
    ],
)
def test_the_one_who_did_say_it_is_told(text: str, evidence: str, who: str | None) -> None:
    assert swapped(text, [evidence]) == who


def test_a_clause_does_not_end_within_a_quotation() -> None:
    told = "Ono said “the quay is shut; the grey crews left it” on Monday."
    assert swapped(told, [told.replace("Ono", "Reyes").replace("Monday", "a wet night in May")]) == "Reyes"


def test_each_clause_has_its_own_speaker() -> None:
    evidence = ["Ono said rain fell hard on the quay all night long.", "Reyes declared the talks open."]
    told = "Ono said rain fell hard; {} declared the talks open."
    assert swapped(told.format("Fernandes"), evidence) == "Reyes"
    assert swapped(told.format("Reyes"), evidence) is None


def test_what_nobody_else_is_nearer_to_is_not_swapped() -> None:
    """Two may say the same thing: another's clause must be nearer than each of the speaker's own."""
    told = "Ono said grey gulls scream on old quays; rain fell."
    near = "Reyes said that grey gulls scream on old quays, as they do in every port of that long coast."
    own = "Ono said that grey gulls scream on {}quays, and told of other things at length and in full."
    assert swapped(told, [near]) == "Reyes"
    assert swapped(told, [near, own.format("")]) == "Reyes"
    assert swapped(told, [near, own.format("old ")]) is None


@pytest.mark.parametrize(
    ("evidence", "who"),
    [
        (["“A bad joke,” Ono said.", "Reyes said that talks were open."], "Ono"),
        (["“A bad joke,” Ono said.", "Reyes calls it a bad joke."], None),
        (["“A bad joke,” Ono said in front of Reyes.", "Reyes said no."], None),
        (["“A bad joke,” Ono and Reyes said."], None),
        (["“A bad joke,” said Ono, but Brandt added “wait”.", "Reyes said no."], None),
        (["“A bad joke,” the crews said.", "Reyes said no."], None),
        (["It is a bad joke.", "Reyes said no."], None),
    ],
)
def test_a_quotation_is_of_who_alone_speaks_beside_it(evidence: Sequence[str], who: str | None) -> None:
    assert swapped("Reyes calls the new offer of the owners on wages “a bad joke”.", evidence) == who


@pytest.mark.parametrize(
    ("evidence", "who"),
    [
        (["Ono’s yard was full.", "He wept about the yard of Reyes."], None),
        (["Ono met the crews.", "The yard of Reyes is shut."], "Reyes"),
        (["Ono met the crews.", "Reyes left."], None),
        (["Ono met the crews.", "The tweets were plain; Reyes’s tweets said so."], None),
        (["The crews met there.", "The yard of Reyes is shut."], None),
        (["Ono met the crews."], None),
    ],
)
def test_who_is_only_spoken_of_says_nothing_where_another_acts(
    evidence: Sequence[str], who: str | None
) -> None:
    assert silent("Reyes says the quay stays shut.", evidence) == who


def test_a_place_behind_a_name_is_not_who_speaks() -> None:
    told = "Reyes of Ostrand, a shipwright, has said that the quay is shut."
    assert [speech.speaker for speech in speeches(told)] == ["Ostrand"], "read wrongly"
    assert silent(told, ["Reyes, a shipwright in Ostrand, shut the quay.", "Ono met the crews."]) is None


def test_a_pronoun_goes_on_with_who_spoke_before_and_an_outlet_passes_on() -> None:
    told, sat = "Reyes says the quay is shut.", "Reyes sat beside."
    assert swapped(told, [sat, "Ono said rain fell.", "She added the quay is shut till May."]) == "Ono"
    assert swapped(told, [sat, "A woman called the quay shut, Quayside reported."]) is None


SHUT = "{} the quay is shut to lorries for a month."
VISIT = "{}, on a visit to the yard in the rain, said that nothing will move along its quay so soon."


@pytest.mark.parametrize(
    ("text", "evidence", "who"),
    [
        ("Reyes says", [VISIT.format("Ono"), "Reyes sat beside."], "Ono"),
        ("Reyes says", [VISIT.format("Ono"), "Reyes said little."], None),
        ("Reyes says", [VISIT.format("Ono"), "Ada Reyes said little."], None),
        ("Reyes says", [VISIT.format("Ono"), "Reyes was quoted in a paper."], None),
        ("Reyes says", [VISIT.format("Critics"), "Reyes sat beside."], None),
        ("Reyes told Ono", [VISIT.format("Ono")], None),
        ("Reyes says", ["Ono said rain fell.", "Reyes sat beside the quay."], None),
        ("She says", [VISIT.format("Ono")], None),
    ],
)
def test_nobody_speaks_who_is_silent_in_evidence_that_has_somebody_else_speak_of_it(
    text: str, evidence: Sequence[str], who: str | None
) -> None:
    assert swapped(SHUT.format(text), evidence) == who


def test_a_speaker_given_beside_the_text_is_held_against_the_evidence_too() -> None:
    evidence = ["Fernandes said the new offer is a bad joke about wages, while Ono praised the weather."]
    assert swapped("The new offer is a bad joke about wages.", evidence, "Ono") == "Fernandes"
    assert swapped("The new offer is a bad joke about wages.", evidence, "Fernandes") is None


def test_a_name_that_the_evidence_lacks_is_unnamed_and_a_noun_phrase_may_be_ours() -> None:
    assert unnamed("Lena Brandt", ["Ada Ono said so."])
    assert unnamed("Rangers", ["Ada Ono said so."]), "a capital is a name's: no sentence begins here"
    assert not unnamed("Ono", ["Ada Ono said so."])
    assert not unnamed("critics", ["Ada Ono said so."])


@pytest.mark.parametrize("verb", "say says said tell tells told report reports reported".split())
def test_the_verb_of_saying_is_not_what_is_said(verb: str) -> None:
    """Two who only both “told of” something did not say the same."""
    assert swapped(f"Ono {verb} of rain.", [f"Fernandes {verb} of snow."]) is None
    assert swapped("According to Ono, rain.", ["According to Fernandes, snow."]) is None


@pytest.mark.parametrize(("speaker", "seen"), [("UPI", False), ("Mr Orr", True)])
def test_what_an_outlet_says_is_what_reports_say(speaker: str, seen: bool) -> None:
    evidence = [f"The ferry sank off Harl with 40 people on board, {speaker} reported."]
    found = swapped("Reports say that the ferry sank off Harl with 40 people on board.", evidence)
    assert (found is not None) is seen
