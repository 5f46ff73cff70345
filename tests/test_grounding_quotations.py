"""Quotation marks of every shape: what they quote, and what is outside of them."""

from __future__ import annotations

import sys

import pytest

from briefing.grounding.quotations import is_cut, outside, quotations, unmarked


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("«Never», he said", ["Never"]),
        ("``a b'' said", ["a b"]),
        ("‘‘a b’’ said", ["a b"]),
        ("„a b” said", ["a b"]),
        ("‟a b” said", ["a b"]),
        ("'The crews' plan', he said, 'is ours'", ["The crews' plan", "is ours"]),
        ("“One ‘two’ three” four", ["One ‘two’ three"]),
        ("‘One “two” three’ four", ["One “two” three"]),
        ('"a b" and "c d"', ["a b", "c d"]),
        ("He said “one\n\nNew paragraph", ["one"]),
        ("never again,” she said", ["never again,"]),
        ("‘Tis the season, and '90s songs", []),
        ("the boss' 'big plan' is", ["big plan"]),
        ("'big crews', he said of the crews' plan", ["big crews"]),
        ("'big plan' he said of the crews' plan", ["big plan"]),
        ("a 6” pipe", []),
        ("He said 'so did the crews' and left", ["so did the crews"]),
        ("'The crews' x-ray plan', he said", ["The crews' x-ray plan"]),
        ("‘one ’ two’ he", ["one ’ two"]),
        ("“a ‘b” c’ d", ["a ‘b"]),
        ("“a” b” c", ["a"]),
        ("‘One “two’ three” four’ five", ["One “two’ three” four"]),
        ("no “ ” words", []),
        ("Ono said: 'It's all a complete sham.'", ["It's all a complete sham."]),
        ("an ''offer of Norland'' that 'hurts'", ["offer of Norland", "hurts"]),
        ("the leaders' plan of the '90s", []),
        ("“We’re ready,” he said. “It’s the crews’ plan.”", ["We’re ready,", "It’s the crews’ plan."]),
        ("He said: “It never", ["It never"]),
        ("offensive to common sense.' He left.", ["offensive to common sense."]),
        ("the troops of Ada Ono 's ally", []),
    ],
)
def test_each_pair_of_marks_quotes(text: str, quoted: list[str]) -> None:
    assert [q.text for q in quotations(text)] == quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("say “a” now", "say     now"),
        ("“a” b “c”", "    b    "),
        ("never again,” she said", "              she said"),
        ("no marks", "no marks"),
        ("(“a”)", "(   )"),
        ("say ''a'' (now)", "say       (now)"),
        ("``a b'' said", "        said"),
        ("“a\n\nb", "  \n\nb"),
        ("a\n\nb,” c", "a\n\n    c"),
    ],
)
def test_a_quotation_is_blanked_with_its_marks_and_nothing_besides(text: str, shown: str) -> None:
    assert outside(text) == shown


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "one. Then "two" came.', ["one. Then ", "two"]),
        ('the so"called "plan" is', ["plan"]),
        ('a " b "c" d', ["c"]),
        ('It sank."[4] They left.', ["It sank."]),
    ],
)
def test_a_straight_mark_opens_or_closes_by_what_stands_beside_it(text: str, quoted: list[str]) -> None:
    assert [q.text for q in quotations(text)] == quoted


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("“a” b", False),
        ("a” b", True),
        ("“a b", True),
        ('"a" b', False),
        ('a" b', True),
        ("a b", False),
        ('"a" bc', False),
    ],
)
def test_a_quotation_is_cut_where_its_marks_are_no_pairs(text: str, cut: bool) -> None:
    assert is_cut(text) is cut


@pytest.mark.parametrize(
    "text", ["«50 died»", "‘50 died’", "„50 died“", "“he said ‘50 died’”", "“50 died", "'50 died'"]
)
def test_unmarked_bares_what_any_marks_hold_and_keeps_every_offset(text: str) -> None:
    plain = unmarked(f"They said {text}.")
    assert len(plain) == len(f"They said {text}.")
    assert outside(plain) == plain
    assert "50 died" in plain


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ('“"We heard a roar," said Ada.”', ['"We heard a roar," said Ada.']),
        ('He said “the "big" one” and “more”.', ['the "big" one', "more"]),
        ('“A" said Ono. “B” too.', ["A", "B"]),
    ],
)
def test_straight_marks_within_curly_ones_are_inner(text: str, held: list[str]) -> None:
    assert [quotation.text for quotation in quotations(text)] == held


def test_marks_without_end_are_bared_in_a_few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each round reads the whole text: a thousand marks without a partner must not take a thousand."""
    rounds: list[str] = []

    def pairs(text: str) -> list[tuple[int, int, int, int]]:
        rounds.append(text)
        return [(0, 1, 2, 2)] if len(rounds) < 20 else []

    monkeypatch.setattr(sys.modules[unmarked.__module__], "_pairs", pairs)
    unmarked("'a " * 20)
    assert len(rounds) < 5
