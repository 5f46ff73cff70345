"""Words and shingles read over arrays, against a reading letter by letter."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dedup import shingles
from briefing.dedup.shingles import BITS, SIZE, Shingled, shingled
from briefing.dedup.terms import LONGEST, terms

PIECE = st.one_of(
    st.sampled_from(
        ["ferry", "Ferry", "FERRY", "harbour-master", "harbourmaster", "1,200", "é", "É", "Ωμέγα"]
    ),
    st.sampled_from(
        ["“", "’", "…", "—", "\u00a0", "€", "漢", "字", "😀", "\u0800", "\u2040", "\x00", "\ud800"]
    ),
    st.sampled_from([" ", "  ", "\n", ". ", "x" * (LONGEST + 1), "x" * LONGEST, "x" * 8, "x" * 9, "x" * 16]),
    st.characters(),
)
TEXT = st.lists(PIECE, max_size=30).map("".join)


def words(text: str) -> list[bytes]:
    """The words of a text by the rule, one letter after the other, as far as they are told apart."""
    found = [""]
    for letter in text.encode("utf-8", "replace").decode():
        small = letter.lower() if letter.isascii() else letter
        if not (letter.isascii() and letter.isalnum()) and not "\u00c0" <= letter <= "\u07ff":
            told = letter >= "\u0800" and not "\u2000" <= letter <= "\u203f"
            found += [letter, ""] if told else [""]
        else:
            found[-1] += small
    return [word.encode()[:LONGEST] for word in found if word]


@given(st.lists(TEXT, max_size=6))
def test_words_are_those_of_the_rule(texts: list[str]) -> None:
    numbers, bounds = terms([text.encode("utf-8", "replace") for text in texts])
    told = [words(text) for text in texts]
    assert bounds.tolist() == [*accumulate(map(len, told), initial=0)]
    pairs = set(zip(numbers.tolist(), [word for listed in told for word in listed], strict=True))
    assert len(pairs) == len({number for number, _ in pairs}) == len({word for _, word in pairs})


@given(TEXT)
def test_capitals_and_marks_change_no_shingle(text: str) -> None:
    plain = "".join(letter for letter in text if letter.isascii())
    written = " — “" + plain.upper().replace(" ", "…  ") + "”\n"
    one, other = shingled([plain, written]).each()
    assert one.tolist() == other.tolist()


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=12).map(" ".join), max_size=8))
def test_a_text_has_its_shingles_whatever_stands_beside_it(texts: list[str]) -> None:
    together = shingled(texts)
    assert len(together) == len(texts)
    for text, found in zip(texts, together.each(), strict=True):
        listed = text.split()
        expected = {tuple(listed[at : at + SIZE]) for at in range(len(listed) - SIZE + 1)}
        assert len(found) == len(expected)
        assert found.tolist() == sorted(set(found.tolist())) == shingled([text]).hashes.tolist()
        assert all(0 <= number < 1 << BITS for number in found.tolist())


def test_batches_leave_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"The ferry {number} waits for nobody today. " * (number % 4) for number in range(50)]
    whole = shingled(texts)
    monkeypatch.setattr(shingles, "_BATCH", 100)
    parts = shingled(texts)
    assert parts.hashes.tolist() == whole.hashes.tolist()
    assert parts.bounds.tolist() == whole.bounds.tolist()


def test_a_sample_is_the_same_share_of_every_text() -> None:
    said = " ".join(map(str, range(5_000)))
    sampled = shingled([said, "one two", said + " and more"]).sampled(5)
    first, none, second = sampled.each()
    assert len(none) == 0
    assert set(first.tolist()) <= set(second.tolist())
    assert 800 < len(first) < 1_200
    assert Shingled.of(sampled.each()).bounds.tolist() == sampled.bounds.tolist()


def test_shingles_are_the_same_in_every_process() -> None:
    code = "from briefing.dedup.shingles import shingled; print(shingled(['a b c d é']).hashes.tolist())"
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in "ab"
    }
    assert runs == {f"{shingled(['a b c d é']).hashes.tolist()}\n".encode()}


@pytest.mark.parametrize("unit", ["a", " ", "\n", "a ", "é", "漢", "😀", "“"])
def test_long_runs_take_linear_time(unit: str) -> None:
    def seconds(times: int) -> float:
        begin = time.process_time()
        shingled([unit * times])
        return time.process_time() - begin

    seconds(1_000)
    assert seconds(800_000) < max(30 * seconds(100_000), 0.5)
