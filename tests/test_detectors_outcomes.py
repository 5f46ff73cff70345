"""One thing at opposite ends, in two places, at two times, or counted twice: what a story tells once."""

from __future__ import annotations

from collections import defaultdict

import pytest
from accounts import compared, kinds

from briefing.lines.axes import Axis, ends

C, T = "contradiction", "tension"
FERRY = "The ferry Solveig ran on to rocks off Hern on Tuesday.\n\n"
RIDER = "The reporter Ida Brandt was seized by soldiers at Merin in May.\n\n"

FOUND = {
    "done or not done, in few words": (
        "status",
        C,
        "A bus and a lorry collided in Orrin.\n\nThe lorry driver has been arrested.",
        "A bus and a lorry collided in Orrin.\n\nThe lorry driver has not been arrested.",
    ),
    "an appeal or none": (
        "status",
        C,
        "Judges struck down the night flight ban of Orrin.\n\nThe city said it would appeal.",
        "Judges struck down the night flight ban of Orrin.\n\nThe city would not appeal, its mayor said.",
    ),
    "freed or held": (
        "status",
        C,
        RIDER + "She was released on Thursday, her paper said.",
        RIDER + "She is still in prison, her lawyer said on Friday.",
    ),
    "what a pronoun stands for": (
        "status",
        C,
        "The fishing bill was debated for six hours. The senate voted it down by two votes.",
        "The fishing bill had a hard night. It was passed by the senate by two votes.",
    ),
    "not at one end is at the other": (
        "status",
        C,
        "Tore Lind resigned as harbour master of Orrin on Monday.",
        "Harbour master Tore Lind of Orrin has not resigned, his office said.",
    ),
    "of its own accord or not": (
        "characterisation",
        C,
        "Harbour master Tore Lind of Orrin stepped down on Monday.",
        "The port of Orrin sacked harbour master Tore Lind on Monday.",
    ),
    "calm or not": (
        "characterisation",
        C,
        "The march through Merin on Sunday was peaceful throughout.",
        "The march through Merin on Sunday turned violent.",
    ),
    "by design or not": (
        "cause",
        C,
        "The fire at the Orrin mill was caused by a short circuit, the brigade found.",
        "Police believe that the fire at the Orrin mill was started on purpose.",
    ),
    "all of a noun": (
        "number",
        C,
        FERRY + "Two lifeboats and a trawler brought 96 passengers to Hern.",
        FERRY + "The harbour master ticked off 112 passengers as they stepped on to the quay.",
    ),
    "nearly so many": (
        "number",
        C,
        "The records of 1.4 million accounts of the bank of Orrin lay open.",
        "A clerk found the bank's cellar in Orrin. It held the papers of close to three million accounts.",
    ),
    "a share": (
        "number",
        C,
        "The railway of Orrin managed to run six trains in ten during the strike on Monday.",
        "The strike was solid on Monday. Fewer than one in ten trains had left the sheds of Orrin.",
    ),
    "sides of a place": (
        "place",
        C,
        FERRY + "She struck a reef north of Hern.",
        FERRY + "Her wreck lies south of Hern.",
    ),
    "where somebody was arrested": (
        "place",
        C,
        "Jewel thief Ivo Kant was arrested at the airport of Orrin.",
        "Detectives came for jewel thief Ivo Kant by night. He was arrested in his mother's kitchen.",
    ),
    "when it began": (
        "time",
        C,
        "The mill in Orrin is gone. The fire broke out shortly before 10 p.m.",
        "Nothing is left of the mill in Orrin. The fire started at four in the afternoon.",
    ),
    "a day and none": (
        "status",
        T,
        "The two dairies of Merin will merge. The deal is to be closed by the end of the year.",
        "The merger of the dairies of Merin is far from done. No date has been set for its closing.",
    ),
    "an age behind the name": (
        "identity",
        C,
        "Edda Solm, 34, was pulled from a well at Hallow.",
        "Firemen at Hallow saved Edda Solm, a 43-year-old baker, from a well.",
    ),
}  # fmt: skip

LOOKALIKES = {
    "wished": (
        "Tore Lind remains in office as harbour master of Orrin.",
        "The ratepayers want harbour master Tore Lind of Orrin sacked.",
    ),
    "two actors": (
        "The teachers' union welcomed the new timetable of the school at Hallow.",
        "The parents' council rejected the new timetable of the school at Hallow.",
    ),
    "two things": (
        "The north gate of the park in Merin is closed.",
        "The swimming bath in Orrin is open.",
    ),
    "a list": (
        FERRY + "The wreck held 23 crates of rum.",
        FERRY + "Divers brought up 12 crates, nine barrels and a bell.",
    ),
    "a name with a number": (
        "Merin will host the 12-nation regatta in June.",
        "Caldria trades with 11 nations of the sound, and its yachts sail in June.",
    ),
    "nearly the same": (
        FERRY + "Nearly a hundred passengers were brought to Hern.",
        FERRY + "Boats brought 96 passengers to Hern.",
    ),
    "far apart": (
        FERRY + "The owner has 900 passengers a day on all its lines.",
        FERRY + "The crew led 96 passengers to the boats.",
    ),
    "needed": (
        "The motion on the library at Hallow has 41 votes.",
        "The motion on the library at Hallow needs 51 votes.",
    ),
    "nearly one hour": (
        "The fire at the mill in Orrin broke out shortly before 10 p.m.",
        "The fire at the mill in Orrin started at 9.45 p.m.",
    ),
    "one place in two grains": (
        "Jewel thief Ivo Kant was arrested at the airport of Orrin.",
        "Jewel thief Ivo Kant was arrested in Orrin.",
    ),
}


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_what_is_told_once_is_set_side_by_side(name: str, swap: bool) -> None:
    kind, strength, one, other = FOUND[name]
    assert kinds(*((other, one) if swap else (one, other))) == [(kind, strength)]


@pytest.mark.parametrize("name", FOUND)
def test_a_source_that_tells_both_contradicts_neither(name: str) -> None:
    _, _, one, other = FOUND[name]
    both = f"{one}\n\n{other}"
    assert kinds(both, one) == []
    assert kinds(both, both) == []


@pytest.mark.parametrize("name", LOOKALIKES)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_a_look_alike_is_not_flagged(name: str, swap: bool) -> None:
    one, other = LOOKALIKES[name]
    assert kinds(*((other, one) if swap else (one, other))) == []


def test_the_question_of_a_count_names_its_noun() -> None:
    _, _, one, other = FOUND["all of a noun"]
    (found,) = compared(one, other)
    assert found.question == "How many passengers"


def test_no_words_stand_at_both_ends_of_an_axis() -> None:
    """Every form of the table is found again, at one end of an axis."""
    from briefing.lines import axes

    poles: dict[tuple[Axis, tuple[str, ...]], set[bool]] = defaultdict(set)
    for forms in axes._forms().values():
        for form in forms:
            assert form.axis in {end.axis for end in ends(list(form.words))}
            poles[form.axis, form.words].add(form.up)
    assert poles
    assert [words for (_, words), ups in poles.items() if len(ups) > 1] == []
