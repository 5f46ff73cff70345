"""What one thing is only one of: knife or gun, fog or clear skies, kept or scrapped, 3-1 or 2-1."""

from __future__ import annotations

import pytest
from accounts import kinds

FOUND = {
    "met or not": (
        "occurrence",
        "Tor Lind refused to meet the strikers of Varn on Monday.",
        "Tor Lind met the strikers of Varn for an hour on Monday.",
    ),
    "guilty or cleared": (
        "status",
        "A jury in Orrin found the former mayor Ole Brandt guilty of fraud on Friday.",
        "A jury in Orrin cleared the former mayor Ole Brandt of fraud on Friday.",
    ),
    "kept or scrapped": (
        "status",
        "The council of Halden voted to demolish the old library on Friday.",
        "Halden's council voted to keep the old library on Friday.",
    ),
    "sunk or afloat": (
        "status",
        "The trawler Solveig sank off Halden after the crash.",
        "The trawler Solveig was towed to Halden after the crash.",
    ),
    "of its own accord or not": (
        "characterisation",
        "Harbour master Tor Lind resigned on Monday after the leak.",
        "Harbour master Tor Lind was dismissed on Monday after the leak.",
    ),
    "of what somebody is charged": (
        "status",
        "Ida Orr was charged with murder on Friday.",
        "Ida Orr has been charged with manslaughter, prosecutors said on Friday.",
    ),
    "with what": (
        "identity",
        "The attacker used a knife, witnesses in Dock Road said.",
        "Witnesses in Dock Road said the attacker had a gun.",
    ),
    "in what weather": (
        "place",
        "The crash happened in thick fog, police at Halden said.",
        "The crash near Halden happened in clear weather, police said.",
    ),
    "in what light": (
        "place",
        "The crash near Halden happened in broad daylight.",
        "The crash near Halden happened after dark, police said.",
    ),
    "north or south": (
        "place",
        "The lorry was heading north on the A4 when it hit the bus near Halden.",
        "The lorry was travelling south on the A4 when it hit the bus near Halden.",
    ),
    "east or west": (
        "place",
        "The lorry was heading east on the A4 when it hit the bus near Halden.",
        "The lorry was travelling west on the A4 when it hit the bus near Halden.",
    ),
    "bound for where": (
        "place",
        "The ferry Alma was sailing to Orrin when it ran aground off Skerry Point.",
        "The ferry Alma was on its way to Tolmere when it ran aground off Skerry Point.",
    ),
    "votes": (
        "number",
        "The council of Varn voted 9 to 4 on Tuesday to close the open-air pool.",
        "Varn's council has voted to close its open-air pool, by seven votes to six.",
    ),
    "a score": (
        "number",
        "Halden beat Marrow 3-1 in the cup final at the Dock Stadium on Saturday.",
        "Halden won the cup final against Marrow 2-1 at the Dock Stadium on Saturday night.",
    ),
}

LOOKALIKES = {
    "two attackers": (
        "The attacker of Dock Road used a knife.",
        "Police in Merin found a gun in a stolen car.",
    ),
    "two crashes": (
        "The crash near Halden happened in thick fog.",
        "The regatta of Orrin began under clear skies.",
    ),
    "of two people": (
        "Ida Orr was charged with murder on Friday.",
        "Jan Holm was charged with manslaughter in May.",
    ),
    "two ships": (
        "The ferry Alma was sailing to Orrin when a barge rammed it off Skerry Point.",
        "The barge was on its way to Tolmere when it rammed a ferry off Skerry Point.",
    ),
    "one result, told from either side": (
        "Halden beat Marrow 3-1 in the cup final at the Dock Stadium on Saturday.",
        "Marrow lost the cup final to Halden 1-3 at the Dock Stadium on Saturday night.",
    ),
    "a part of it": (
        "Halden beat Marrow 3-1 in the cup final at the Dock Stadium on Saturday.",
        "Halden were beaten 0-1 by Marrow at half time in the cup final at the Dock Stadium.",
    ),
    "no result": (
        "The council of Varn voted by 9 to 4 on Tuesday to close the open-air pool.",
        "Varn's council voted on Tuesday to heat the open-air pool from 7 to 9 only.",
    ),
    "two votes": (
        "The council of Varn voted 9 to 4 on Tuesday to close the open-air pool.",
        "The parish of Orrin voted 6 to 2 for a new organ.",
    ),
    "not yet decided": (
        "The council of Halden voted to keep the old library on Friday.",
        "The mayor wants the old library of Halden to be demolished.",
    ),
}


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_one_thing_in_two_classes_is_set_side_by_side(name: str, swap: bool) -> None:
    kind, one, other = FOUND[name]
    assert kinds(*((other, one) if swap else (one, other))) == [(kind, "contradiction")]


@pytest.mark.parametrize("name", LOOKALIKES)
def test_two_things_are_not(name: str) -> None:
    assert kinds(*LOOKALIKES[name]) == []
