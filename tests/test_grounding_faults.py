"""What a fault says, and the edges of each rule that finds one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.grounding.attribution import bare, swapped, unnamed
from briefing.grounding.carried import (
    displaced,
    matches,
    missing_moments,
    missing_names,
    missing_numbers,
    sharpened,
)
from briefing.grounding.echo import unguarded
from briefing.grounding.names import keys, names, same
from briefing.grounding.negation import polarity_conflict
from briefing.grounding.numbers import quantities
from briefing.grounding.quotations import quotations
from briefing.grounding.speech import speaker
from briefing.grounding.verdict import faults

EVIDENCE = "The harbour union said at least 40 crews will stop work on 3 May in Port Ashby, near Selby."


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("The union slammed the crews’ work in Port Ashby.", "“slammed” outside quotation marks"),
        ("Crews in Port Ashby told me so.", "“me” outside quotation marks: a brief has no “I” and no “you”"),
        ("Crews stop work tomorrow.", "“tomorrow” outside quotation marks"),
        (
            "Crews stop work, see https://tide.example now.",
            "“https://” is an address, markup or code, outside quotation marks",
        ),
        ("Penguins dance.", "the evidence speaks of something else"),
        ("Crews will “stop forever”.", "“stop forever” is not verbatim in the evidence"),
        ("At least 41 crews will stop work.", "“41” is not in the evidence"),
        ("On 4 May crews will stop work.", "“4 May” is not in the evidence"),
        ("Crews in Port Lowen will stop work.", "“Port Lowen” is not in the evidence"),
        ("Crews will not stop work.", "a denial is dropped or added"),
        ("40 crews will stop work.", "“40” is bounded otherwise in the evidence"),
    ],
)
def test_a_fault_says_what_and_where(text: str, detail: str) -> None:
    assert detail in [fault.detail for fault in faults(text, [EVIDENCE])]


def test_a_speaker_who_is_not_there_is_told_by_name() -> None:
    (fault,) = faults(EVIDENCE, [EVIDENCE], attributed_to="Lena Brandt")
    assert (fault.kind, fault.detail) == ("speaker", "Lena Brandt is not named in the evidence")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("«Never», he said", ["Never"]),
        ("``a b'' said", ["a b"]),
        ("‘‘a b’’ said", ["a b"]),
        ("„a b” said", ["a b"]),
        ("'The crews' plan', he said, 'is ours'", ["The crews' plan", "is ours"]),
        ("“One ‘two’ three” four", ["One ‘two’ three"]),
        ("‘One “two” three’ four", ["One “two” three"]),
        ('"a b" and "c d"', ["a b", "c d"]),
        ("He said “one\n\nNew paragraph", ["one"]),
        ("never again,” she said", ["never again,"]),
        ("‘Tis the season, and '90s songs", []),
        ("the boss' 'big plan' is", ["big plan"]),
        ("a 6” pipe", []),
        ("He said 'so did the crews' and left", ["so did the crews"]),
    ],
)
def test_each_pair_of_marks_quotes(text: str, quoted: list[str]) -> None:
    assert [q.text for q in quotations(text)] == quoted


@pytest.mark.parametrize(
    ("text", "evidence", "missing"),
    [
        ("Two workers fell.", "Both workers fell.", []),
        ("The two workers fell.", "Ada and Bo fell.", []),
        ("Those two workers fell.", "Ada and Bo fell.", []),
        ("Two workers fell.", "Workers fell.", ["Two"]),
        ("One worker fell.", "A worker fell.", []),
        ("One crane fell.", "A harbour worker fell.", ["One"]),
        ("The first worker fell.", "A worker fell.", []),
        ("The second worker fell.", "A worker fell.", ["second"]),
        ("A third of crews left.", "33 per cent of crews left.", []),
        ("A third of crews left.", "35 per cent of crews left.", ["A third"]),
        ("Dozens of crews left.", "Some 40 crews left.", []),
        ("Dozens of crews left.", "Some 11 crews left.", ["Dozens"]),
        ("Dozens of crews left.", "Some 1,200 crews left.", ["Dozens"]),
        ("$40 was paid.", "£40 was paid.", ["$40"]),
        ("$40 was paid.", "40 crews were paid.", ["$40"]),
        ("40 per cent left.", "40 crews left.", ["40 per cent"]),
        ("2031 crews left.", "In 2031 crews left.", []),
        ("A plan of 3-9 parts.", "A plan of 3-5 parts.", ["9"]),
    ],
)
def test_a_number_is_carried_in_its_own_kind(text: str, evidence: str, missing: list[str]) -> None:
    assert [q.text for q in missing_numbers(text, [evidence])] == missing


def test_a_vague_number_reaches_to_a_hundred_times_its_worth() -> None:
    (dozens,) = quantities("dozens of crews")
    shown = quantities("11 crews, 12 crews, 1199 crews, 1200 crews")
    assert [int(q.value) for q in matches(dozens, shown)] == [12, 1199]


@pytest.mark.parametrize(
    ("text", "evidence", "found"),
    [
        ("40 crews left.", "At least 40 crews left.", True),
        ("At most 40 crews left.", "At least 40 crews left.", True),
        ("At least 40 crews left.", "Up to 40 crews left.", True),
        ("About 40 crews left.", "At least 40 crews left.", False),
        ("At least 40 crews left.", "40 crews left.", False),
        ("40 crews left.", "At least 40 crews left. It was 40 crews.", False),
    ],
)
def test_a_bound_is_neither_dropped_nor_turned(text: str, evidence: str, found: bool) -> None:
    assert bool(sharpened(text, [evidence])) is found


def test_a_number_of_other_things_is_displaced_only_where_these_are_counted_too() -> None:
    evidence = ["Two workers were killed and five cranes damaged."]
    assert [q.text for q in displaced("Five workers were killed.", evidence)] == ["Five"]
    assert displaced("Five boats were damaged.", evidence) == ()
    assert displaced("Five were damaged.", evidence) == ()


@pytest.mark.parametrize(
    ("text", "evidence", "missing"),
    [
        ("At 5 p.m. it sank.", "It sank at 17:00.", []),
        ("At 5 p.m. it sank.", "It sank at 17:30.", ["5 p.m."]),
        ("At 5 p.m. it sank.", "It sank at 6 p.m.", ["5 p.m."]),
        ("In May it sank.", "It sank on 3 May.", []),
        ("On 3 May it sank.", "It sank in May.", ["3 May"]),
        ("On 3 May 2030 it sank.", "It sank on 3 May 2031.", ["3 May 2030"]),
        ("On Monday it sank.", "It sank on Tuesday.", ["Monday"]),
        ("In 2031 it sank.", "It sank.", ["2031"]),
    ],
)
def test_each_part_of_a_date_is_told(text: str, evidence: str, missing: list[str]) -> None:
    assert [m.text.strip() for m in missing_moments(text, [evidence])] == missing


@pytest.mark.parametrize(
    ("text", "evidence", "missing"),
    [
        ("Crews left Selby.", "They left the Selby docks.", []),
        ("The Selby-Ashby line closed.", "Trains between Ashby and Selby stopped.", []),
        ("The Lowen-Brant line closed.", "Trains between Ashby and Selby stopped.", ["Lowen-Brant"]),
        ("Crews left Senator Lowen.", "Sen. Lowen saw the crews leave.", []),
    ],
)
def test_a_name_is_carried_by_its_words(text: str, evidence: str, missing: list[str]) -> None:
    assert [n.text for n in missing_names(text, [evidence])] == missing


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Ono", "Ada Ono", True),
        ("Ada Ono", "Ono", True),
        ("Ada Ono", "Ada Ono", True),
        ("", "Ono", False),
        ("the", "Ono", False),
        ("NRA", "National Rifle Association", True),
        ("NRB", "National Rifle Association", False),
        ("N", "North", False),
    ],
)
def test_a_name_is_one_with_the_longer(a: str, b: str, one: bool) -> None:
    assert same(a, b) is one


def test_the_words_of_a_name_leave_out_particles_and_initials() -> None:
    assert keys("Maria de la Cruz Jr") == keys("Maria Cruz")
    assert keys("Maria K. Cruz's") == keys("Maria Cruz")
    assert keys("K") != frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A ferry sank. Crews left Selby.", ["Selby"]),
        ("Selby slept. Ferries left.", ["Selby"]),
        ("On the quay stood Ada Ono.", ["Ada Ono"]),
        ("The Ministry of Ports is shut.", ["Ministry of Ports"]),
        ("It was X.", []),
    ],
)
def test_a_capital_at_the_start_of_a_sentence_is_no_name(text: str, found: list[str]) -> None:
    assert [n.text for n in names(text)] == found


ECHOED = "The bridge is safe to reopen to lorries, engineers said."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bridge was not safe to reopen.", True),
        ("The bridge was not safe; lorries reopen it.", False),
        ("The bridge was not safe to close.", False),
        ("It was not so.", False),
    ],
)
def test_a_cue_governs_the_words_of_its_own_clause(text: str, found: bool) -> None:
    import re

    cue, guard = re.compile(r"\bnot\b"), re.compile(r"\b(?:not|never)\b")
    assert unguarded(cue, guard, text, [ECHOED]) is found
    assert not unguarded(cue, guard, text, [ECHOED.replace("is safe", "is never safe")])


def test_words_that_are_light_or_negations_are_none_of_those_governed() -> None:
    import re

    cue, guard = re.compile(r"\bnot\b"), re.compile(r"\bnot\b")
    assert unguarded(cue, guard, "It is not just really safe to reopen.", [ECHOED])
    assert unguarded(cue, guard, "It is not safe, isn’t it, to reopen lorries.", [ECHOED])


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
    ],
)
def test_the_one_who_did_say_it_is_told(text: str, evidence: str, who: str | None) -> None:
    assert swapped(text, [evidence]) == who


def test_a_speaker_given_beside_the_text_is_held_against_the_evidence_too() -> None:
    evidence = ["Fernandes said the new offer is a bad joke about wages, while Ono praised the weather."]
    assert swapped("The new offer is a bad joke about wages.", evidence, "Ono") == "Fernandes"
    assert swapped("The new offer is a bad joke about wages.", evidence, "Fernandes") is None


@pytest.mark.parametrize(
    ("text", "evidence", "party"),
    [
        ("Union leaders broke the deal.", ["Ono claimed union leaders broke the deal."], "Ono"),
        ("Union leaders broke the deal.", ["Ono said union leaders broke the deal."], None),
        (
            "Union leaders broke the deal.",
            ["Ono claimed union leaders broke the deal.", "Union leaders broke the deal in May."],
            None,
        ),
        ("Ono says union leaders broke the deal.", ["Ono claimed union leaders broke the deal."], None),
        ("Union leaders broke “the deal”.", ["Ono claimed union leaders broke the deal."], None),
        ("Penguins dance.", ["Ono claimed union leaders broke the deal."], None),
    ],
)
def test_a_claim_is_bare_where_only_its_party_makes_it(
    text: str, evidence: Sequence[str], party: str | None
) -> None:
    assert bare(text, evidence) == party


def test_a_name_that_the_evidence_lacks_is_unnamed_and_a_noun_phrase_may_be_ours() -> None:
    assert unnamed("Lena Brandt", ["Ada Ono said so."])
    assert not unnamed("Ono", ["Ada Ono said so."])
    assert not unnamed("critics", ["Ada Ono said so."])


@pytest.mark.parametrize(
    ("statement", "evidence", "turned"),
    [
        ("The union refused to strike.", "The union will strike on Monday.", True),
        (
            "The union closed the port.",
            "The union refused to close anything on that long and wet night.",
            True,
        ),
        ("The union never closed it.", "The union closed nothing at all on that long and wet night.", False),
        ("The union met and never left.", "The union met and never left the hall.", False),
    ],
)
def test_a_predicate_is_turned_only_where_one_side_alone_denies_it(
    statement: str, evidence: str, turned: bool
) -> None:
    assert polarity_conflict(statement, [evidence]) is turned


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
