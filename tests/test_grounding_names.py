"""Names: where a run of capitals is one, where it ends, and which two are of one thing."""

from __future__ import annotations

import pytest

from briefing.grounding.names import key, keys, names, same


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Ono", "Ada Ono", True),
        ("Ada Ono", "Ono", True),
        ("Ada Ono", "Ada Ono", True),
        ("Ada Ono", "Ono Ada", True),
        ("Ada Ono", "Ada Reyes", False),
        ("Li Ono", "Bo Ono", False),
        ("", "Ono", False),
        ("the", "Ono", False),
        ("NRA", "National Rifle Association", True),
        ("N.R.A.", "National Rifle Association", True),
        ("National Rifle Association of Selby", "NRAS", True),
        ("NRB", "National Rifle Association", False),
        ("nra", "National Rifle Association", False),
        ("HU", "Harbour Union", True),
        ("N", "North", False),
        ("ABCDEF", "Ada Bo Cy Di Ed Flo", True),
        ("ABCDEFG", "Ada Bo Cy Di Ed Flo Gil", False),
        ("Vladimir Putin", "Putin", True),
        ("Ukraine", "Ukrainian", True),
        ("U.S.", "United States", True),
        ("National Rifle Association", "NRA", True),
        ("North Korea", "South Korea", False),
        ("Foreign Ministry", "Defence Ministry", False),
    ],
)
def test_a_name_is_one_with_the_longer_and_with_its_initials(a: str, b: str, one: bool) -> None:
    assert same(a, b) is one
    assert same(b, a) is one


def test_the_words_of_a_name_leave_out_particles_initials_and_a_possessive() -> None:
    assert keys("Maria de la Cruz Jr") == keys("Maria Cruz Sr") == keys("Maria Cruz")
    assert keys("Maria K. Cruz's") == keys("Maria Cruz’s") == keys("Maria Cruz’") == keys("Maria Cruz")
    assert keys("K") != frozenset()
    assert keys("O’Dell’s") == keys("O’Dell") == {"dell"}


def test_the_forms_of_a_name_fold_into_one_word() -> None:
    assert key("u.s.") == key("us") == key("american")
    assert keys("The U.K.") == keys("Britain")
    assert keys("U.S.") == keys("America")
    assert keys("United States’") == keys("US")
    assert key("norlandians") == key("norlandian") == key("norland")
    assert key("tarnians") == "tarn"
    assert key("irani") == "iran", "four letters stay"


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
