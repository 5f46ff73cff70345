"""General frames: one point told in unlike words by two invented outlets, whatever the grammar."""

from __future__ import annotations

import pytest
from accounts import compared, kinds

from briefing.lines.clock import clocks

BRIDGE = "The old road bridge at Hallow fell into the river Tarn.\n\n"
STRIKE = "Bus drivers in Merin have been in dispute with their employer since spring.\n\n"

FOUND = {
    "deaths in unlike grammar": (
        "number",
        BRIDGE + "The collapse killed seven people, rescuers said.",
        BRIDGE + "Rescuers said that the death toll stood at twelve.",
    ),
    "areas in unlike units": (
        "number",
        "The park will give up 300 hectares of woodland to the new airport of Merin.",
        "The new airport of Merin will swallow 12 square kilometres of the park's woodland.",
    ),
    "a sentence in unlike lengths": (
        "number",
        "The banker Ivo Kant was jailed for six years by a court in Merin.",
        "A court in Merin gave the banker Ivo Kant a nine-year prison sentence.",
    ),
    "hours": (
        "time",
        "The alarm at the Orrin paper mill was raised at half past two in the morning.",
        "Workers at the paper mill in Orrin raised the alarm at 4.15 a.m.",
    ),
    "months": (
        "time",
        "The swimming bath at Hallow will reopen in March, the council said.",
        "The council of Hallow said the bath will reopen at the end of June.",
    ),
    "one quotation of two speakers": (
        "attribution",
        "“We will not pay a penny for this bridge,” said Hanna Vold of the ratepayers.",
        "“We will not pay a penny for this bridge,” said Emil Rask.",
    ),
    "accepted or turned down": (
        "response",
        STRIKE + "The drivers' union rejected the new offer on pay at once.",
        STRIKE + "The drivers' union agreed to the new offer on pay.",
    ),
    "for good or for now": (
        "status",
        "The council will close the library at Hallow permanently because of damp.",
        "The library at Hallow is to close temporarily while the council deals with damp.",
    ),
    "signed or not": (
        "status",
        "President Solm signed the fishing treaty with Caldria on Monday.",
        "President Solm has yet to sign the fishing treaty with Caldria.",
    ),
    "two causes": (
        "cause",
        "The blackout in Merin was caused by a storm that felled pylons, the grid said.",
        "Hackers who broke into a control room were behind the blackout in Merin, officials said.",
    ),
    "a cause beside no cause": (
        "cause",
        BRIDGE + "A flood is suspected of having caused the collapse.",
        BRIDGE + "It is too early to say what caused the collapse, an engineer said.",
    ),
}  # fmt: skip


def test_a_quotation_in_a_question_stands_as_it_was_said() -> None:
    said = "“No, we will not pay a penny for it,” said {}."
    (found,) = compared(said.format("Hanna Vold"), said.format("Emil Rask"))
    assert found.question == "Who said “No, we will not pay …”"


@pytest.mark.parametrize("name", FOUND)
def test_a_question_is_put_alike_in_whatever_order_the_sources_stand(name: str) -> None:
    _, one, other = FOUND[name]
    assert {f.question for f in compared(one, other)} == {f.question for f in compared(other, one)}


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_one_point_in_unlike_words_is_set_side_by_side(name: str, swap: bool) -> None:
    kind, one, other = FOUND[name]
    found = kinds(*((other, one) if swap else (one, other)))
    assert [k for k, _ in found] == [kind]


@pytest.mark.parametrize("name", FOUND)
def test_a_source_that_tells_both_contradicts_neither(name: str) -> None:
    _, one, other = FOUND[name]
    both = f"{one}\n\n{other}"
    assert kinds(both, both) == []
    assert kinds(one, one) == []


LOOKALIKES = {
    "part and whole": (
        BRIDGE + "The collapse killed seven people, among them two children.",
        BRIDGE + "Two children were killed in the collapse.",
    ),
    "one area in two units": (
        "The airport will take 300 hectares of woodland at Merin.",
        "The airport will take three square kilometres of woodland at Merin.",
    ),
    "a later toll": (
        BRIDGE + "At least seven people died in the collapse.",
        BRIDGE + "The collapse claimed twelve lives.",
    ),
    "one hour in two forms": (
        "The alarm at the Orrin mill was raised at a quarter to five in the afternoon.",
        "The alarm at the Orrin mill was raised at 16:45.",
    ),
    "a place within a place": (
        "The painting by Hedda Moe was found in Velsing.\n\nVelsing has one barn.",
        "The painting by Hedda Moe was found in a barn on the edge of Velsing.",
    ),
    "two people who died apart": (
        "The explorer Nils Aar drowned in the lake at Hallow.",
        "The skipper Tora Lund died of a heart attack in Merin.",
    ),
    "a name and a description": (
        "Vera Holm was appointed head of the inquiry into the Orrin flood.",
        "A retired judge was appointed head of the inquiry into the Orrin flood.",
    ),
    "sharp words and mild ones": (
        "The opposition slammed the plan to merge the schools of Hallow.",
        "The opposition criticised the plan to merge the schools of Hallow.",
    ),
    "both without a cause": (
        BRIDGE + "It is too early to say what caused the collapse.",
        BRIDGE + "The cause of the collapse is unknown.",
    ),
    "a plan and a wish": (
        "The union wants the company to reopen the talks on the roster.",
        "The company expects that the talks on the roster will reopen.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LOOKALIKES)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_a_look_alike_in_these_frames_is_not_flagged(name: str, swap: bool) -> None:
    one, other = LOOKALIKES[name]
    assert kinds(*((other, one) if swap else (one, other))) == []


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 4.10 a.m.", 250),
        ("at 23:45", 1425),
        ("a quarter to midnight", 1425),
        ("half past six in the evening", 1110),
        ("at noon", 720),
        ("eight o'clock on Tuesday morning", 480),
    ],
)
def test_a_time_of_day_is_read_in_any_form(text: str, minutes: int) -> None:
    assert [clock.minutes for clock in clocks(text)] == [minutes]
