"""Names: where a run of capitals is one, and where it ends."""

from __future__ import annotations

import pytest

from briefing.grounding.names import names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A ferry sank. Crews left Selby.", ["Selby"]),
        ("Selby slept. Ferries left.", ["Selby"]),
        ("Talks failed. The talks went on.", []),
        ("Gulls left.", ["Gulls"]),
        ("Gulls left. The gulls came back.", []),
        ("The talks went on, and Talks closed.", ["Talks"]),
        ("Quickly they left.", []),
        ("Beijing left.", ["Beijing"]),
        ("Russians left.", ["Russians"]),
        ("France left.", ["France"]),
        ("Italians left.", ["Italians"]),
        ("Sanders left.", ["Sanders"]),
        ("Boeing left.", ["Boeing"]),
        ("Musicians left.", []),
        ("Stepsons of the mayor left.", []),
        ("Parsons left.", ["Parsons"]),
        ("Russian crews left.", ["Russian"]),
        ("Whose crews left", []),
        ("Big ben rang.", []),
        ("North Tarn slept.", ["North Tarn"]),
        ("North of it rain fell.", []),
        ("Crews Ada Ono and Bo left.", ["Ada Ono", "Bo"]),
        ("They heard: “Crews left.”", []),
        ("NATO left.", ["NATO"]),
        ("On the quay stood Ada Ono.", ["Ada Ono"]),
        ("On Monday Ono left.", ["Ono"]),
        ("I’m Ono.", ["Ono"]),
        ("The mayor gave her OK in Sept last year.", []),
        ("It was X.", []),
        ("It was X Y.", ["X Y"]),
    ],
)
def test_a_capital_at_the_start_of_a_sentence_alone_makes_no_name(text: str, found: list[str]) -> None:
    assert [n.text for n in names(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Ministry of Ports is shut.", ["Ministry of Ports"]),
        ("the Bank of the Coast", ["Bank of the Coast"]),
        ("at the Banks of Selby", ["Banks of Selby"]),
        ("Ono of Selby left.", ["Ono", "Selby"]),
        ("They met Ada  Ono.", ["Ada  Ono"]),
        ("They met Ada   Ono.", ["Ada", "Ono"]),
        ("They met Ada\nOno.", ["Ada", "Ono"]),
        ("They met Ada van der Ono.", ["Ada van der Ono"]),
        ("They met Senator B. Ono.", ["B. Ono"]),
        ("They met Gen. Ono.", ["Ono"]),
        ("They met Major Gen. Ono.", ["Ono"]),
        ("They met in The Hague.", ["Hague"]),
        ("They met Ono The Great.", ["Ono The Great"]),
        ("They read A Tale and An End.", ["Tale", "End"]),
        ("the General Assembly", ["General Assembly"]),
        ("the former General Secretary", []),
        ("the Deputy Chief Ono", ["Ono"]),
        ("the Dock President Ono", ["Dock", "Ono"]),
    ],
)
def test_a_name_ends_at_a_title_and_goes_on_over_a_particle(text: str, found: list[str]) -> None:
    assert [n.text for n in names(text)] == found


def test_names_come_without_titles_openers_and_possessives() -> None:
    text = "But Harbour Minister Ada Ono's ally, Mr. O'Dell of the U.S. Ministry of Ports, left."
    assert [n.text for n in names(text)] == ["Harbour", "Ada Ono", "O'Dell", "U.S. Ministry of Ports"]
