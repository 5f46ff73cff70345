"""Namesakes: which two names are of one person or thing."""

from __future__ import annotations

import pytest

from briefing.grounding import faults
from briefing.grounding.namesakes import among, is_named, key, keys, same, spelt


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
        ("Niger", "Nigerian", True),
        ("Nigeria", "Nigerian", True),
        ("Niger", "Nigeria", False),
        ("Maria Ono", "Mario Ono", False),
        ("Houthi", "Houthis", True),
        ("Interior Ministry", "Interior Ministries", True),
        ("Zelensky", "Zelenskyy", True),
        ("Zelensky", "Zelenska", False),
        ("Serb", "Serbia", True),
        ("Erdoğan", "Erdogan", True),
        ("Łódź", "Lodz", True),
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


def test_a_name_stands_in_a_text_only_where_the_text_has_it_and_no_other_of_its_root() -> None:
    assert among("Nigerians", spelt("Troops entered Nigeria."))
    assert not among("Niger", spelt("Troops entered Nigeria."))
    assert faults("Troops entered Niger.", ["Troops entered Nigeria."])
    assert not faults("Troops entered Niger.", ["Nigerien troops entered Niger."])


@pytest.mark.parametrize(
    ("who", "text", "named"),
    [
        ("AP", "Trapped there", False),
        ("AP", "the AP’s count", True),
        ("Ada Ono", "Ono left", True),
        ("Ada Ono", "Ada left", False),
    ],
)
def test_who_is_named_is_named_by_a_word_of_its_own(who: str, text: str, named: bool) -> None:
    assert is_named(who, text) is named
