"""What is invisible is so everywhere: in what is compared, shown to a model, extracted or printed."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.printable import CONTROLS, FORMATS, label, one_line
from briefing.render import escape
from briefing.sources.clean import clean
from briefing.words import matching_key

UNSEEN = {
    "soft hyphen": "\u00ad",
    "Arabic letter mark": "\u061c",
    "Mongolian vowel separator": "\u180e",
    "zero-width joiner": "\u200d",
    "right-to-left override": "\u202e",
    "inhibited symmetric swapping": "\u206a",
    "byte order mark": "\ufeff",
    "tag": "\U000e0041",
}
FILLER = {"Hangul filler": "\u3164", "variation selector": "\ufe0f", "another": "\U000e0100"}


def test_the_classes_are_those_of_unicode() -> None:
    for characters, category in ((CONTROLS, "Cc"), (FORMATS, "Cf")):
        listed = re.compile(f"[{characters}]")
        for code in range(sys.maxunicode + 1):
            own = unicodedata.category(char := chr(code))
            if own != "Cn":
                assert bool(listed.match(char)) == (own == category and not char.isspace()), hex(code)


@pytest.mark.parametrize("hidden", [*UNSEEN.values(), *FILLER.values()], ids=[*UNSEEN, *FILLER])
def test_what_no_reader_sees_is_neither_compared_nor_shown_to_a_model_nor_extracted(hidden: str) -> None:
    text = f"The fer{hidden}ry waits"
    assert one_line(text) == label(text, 99) == clean(text) == "The ferry waits"
    assert matching_key(text) == matching_key("The ferry waits")
    assert escape.clean(text) == (text if hidden in FILLER.values() else "The ferry waits")


@pytest.mark.parametrize("space", ["\t", "\r\n", "\x0c", "\x1c", "\x85", "\u2028", "\u00a0"])
def test_white_space_of_any_kind_parts_words(space: str) -> None:
    assert one_line(f"a{space}b") == label(f"a{space}b", 9) == escape.clean(f"a{space}b") == "a b"
    assert matching_key(f"a{space}b") == "a b"


@given(st.text(st.characters()), st.integers(1, 40))
def test_a_label_is_printable_short_and_stays_as_it_is(text: str, most: int) -> None:
    made = label(text, most)
    assert len(made) <= most
    assert made.isprintable()
    assert label(made, most) == made
