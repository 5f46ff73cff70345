"""What looks like a disagreement and is none: rounding, later counts, other people, shared disputes."""

from __future__ import annotations

import pytest
from accounts import kinds

LOOKALIKES = {
    "rounding": (
        "The landslide at Orrin destroyed about 50 houses, the fire brigade said.",
        "The landslide at Orrin destroyed 48 houses, the fire brigade said.",
    ),
    "a round figure": (
        "The council of Orrin spent $700 million on the harbour tunnel.",
        "The council of Orrin spent $716 million on the harbour tunnel.",
    ),
    "at least": (
        "At least 12 miners died in the shaft at Orrin.",
        "The accident killed 15 miners in the shaft at Orrin.",
    ),
    "an estimate beside a later count": (
        "Organisers estimated that 9,000 people marched through Orrin.",
        "The police counted 6,400 people who marched through Orrin.",
    ),
    "a count that rises": (
        "The number of injured passengers on the ferry Solveig rose to 31.",
        "The number of injured passengers on the ferry Solveig was 24.",
    ),
    "one speed in two units": (
        "Winds of 100 km/h were measured at the lighthouse of Hern on Friday.",
        "Winds of 62 mph were measured at the lighthouse of Hern on Friday.",
    ),
    "one temperature on two scales": (
        "The temperature at the lighthouse of Hern was minus 5 degrees Celsius.",
        "The temperature at the lighthouse of Hern was 23 degrees Fahrenheit.",
    ),
    "an age": (
        "A storm hit Orrin on Friday.\n\nA man of 62 was killed by a falling tree in Orrin.",
        "A storm hit Orrin on Friday.\n\nOne person died in Orrin.",
    ),
    "a part of what a train has": (
        "A freight train with 22 tank cars of propane derailed near Orrin on Friday.",
        "On Friday eight cars of the train that derailed near Orrin with propane left the track.",
    ),
    "what an outlet takes back": (
        "The landslide at Orrin destroyed 63 houses, the fire brigade said.",
        "An earlier version of this report said that the landslide at Orrin destroyed 48 houses.",
    ),
    "a denial of something else": (
        "A bus and a lorry collided on the ring road in Orrin on Monday, the police said.\n\n"
        "The lorry driver denied that he had been speeding.",
        "The ring road in Orrin was closed on Monday after a lorry and a bus collided, police said.\n\n"
        "Police said the lorry driver had been speeding.",
    ),
    "other things counted": (
        "The storm killed 14 sheep on Hern.",
        "The storm killed 3 shepherds on Hern.",
    ),
    "time zones": (
        "The probe crashed on the moon early Saturday local time with its camera running.",
        "The probe crashed on the moon on Friday with its camera running.",
    ),
    "the day of a statement": (
        "Ivo Kant said on Monday that the dam was safe.",
        "Ivo Kant said on Wednesday that the dam was safe.",
    ),
    "other people of one office": (
        "Tore Lind, spokesman for the ministry, praised the plan.",
        "Ida Brandt, spokeswoman for the ministry, praised the plan.",
    ),
    "one dispute told by both": (
        "The Nordhav company denied that it dumped oil in the fjord. Fishermen say it "
        "dumped oil in the fjord.",
        "Fishermen say the Nordhav company dumped oil in the fjord. The company denied "
        "that it dumped the oil.",
    ),
    "an allegation beside its denial": (
        "Fishermen accused the Nordhav company of dumping oil in the fjord at night.",
        "The Nordhav company denied dumping oil in the fjord at night.",
    ),
    "one inability in other words": (
        "Divers say the pilot was unable to see or hear the ferry that lay before Orrin in the fog.",
        "The pilot could not have seen the ferry before Orrin; he wouldn’t have been able to see or hear the "
        "ferry that lay before Orrin in the fog, Kant said.",
    ),
    "a background refusal": (
        "Caldria has routinely refused to hand over the port of Merin to Vostria.",
        "Caldrian officials have consistently said that they will not hand over the port of Merin.",
    ),
    "no comment to one newsroom": (
        "The Nordhav company did not immediately respond to a request for comment.",
        "Nordhav spokeswoman Ida Brandt said the company was sorry for the accident.",
    ),
    "silence of another party": (
        "Vostrian officials have not responded to the offer of a truce.",
        "Caldrian spokesman Tore Lind called the offer of a truce a trap.",
    ),
    "two occasions": (
        "At a press conference on Monday, Marsh said the old harbour bridge in Orrin will close for repairs.",
        "In an interview on Thursday, Marsh said the old harbour bridge in Orrin will close for repairs.",
    ),
    "a speech at a rally": (
        "In a speech in Orrin, Marsh said the old harbour bridge will close for repairs next year.",
        "At a rally in Orrin, Marsh said the old harbour bridge will close for repairs next year.",
    ),
    "two settings of two speakers": (
        "At a news conference in Orrin, Marsh said the old harbour bridge will close for repairs.",
        "In an interview in Orrin, Kant said the old harbour bridge will close for repairs.",
    ),
    "added detail": (
        "The ferry Solveig sank off Hern on Tuesday.",
        "The ferry Solveig sank off Hern on Tuesday with a cargo of cement and a crew of nine.",
    ),
    "a former minister": (
        "Former minister Tore Lind praised the agreement on fishing rights.",
        "Minister Edda Solm praised the agreement on fishing rights.",
    ),
    "a satirical weekly": (
        "A fire broke out in the offices of the satirical weekly Gadfly in Merin.",
        "A fire destroyed the offices of the weekly Gadfly in Merin.",
    ),
    "denied service": (
        "The law allows shops in Orrin to deny service to travellers.",
        "A shop in Orrin refused service to travellers under the law.",
    ),
    "two things that begin": (
        "Trains from Orrin to Merin will stop from 4 May.",
        "Passengers of the Orrin line can claim refunds from 6 May.",
    ),
    "an appeal for help": (
        "A bus crashed in Orrin on Friday.\n\nPolice are appealing for witnesses.",
        "A bus crashed in Orrin on Friday.\n\nThe firm would not appeal against the fine, its lawyer said.",
    ),
    "the same conditions": (
        "Drost of Vostria will call a truce if Caldria leaves Merin and gives up its bid "
        "to join the alliance.",
        "Drost of Vostria will call a truce if Caldria leaves Merin. It must also give "
        "up its bid to join the alliance.",
    ),
}


@pytest.mark.parametrize("name", LOOKALIKES)
@pytest.mark.parametrize("swap", [False, True], ids=["as told", "swapped"])
def test_a_look_alike_is_not_flagged(name: str, swap: bool) -> None:
    one, other = LOOKALIKES[name]
    assert kinds(*((other, one) if swap else (one, other))) == []
