"""The numbered sentences that a model sees."""

from __future__ import annotations

from clusters import cluster
from hypothesis import given
from hypothesis import strategies as st

from briefing.material import Material

STORY = cluster(("The dam held.", "Nobody was hurt."), ("Water rose to the\ncrest.",))


def length(text: str) -> int:
    return len(text)


def test_numbers_run_through_all_sources() -> None:
    material = Material.of(STORY)
    assert [n for n, _ in material.numbers] == [1, 2, 3]
    assert [s.id for s in material.find([3, 1, 3, 99, -1])] == ["S2.1", "S1.1"]


def test_what_is_shown_names_no_outlet_and_keeps_each_sentence_on_its_line() -> None:
    shown = Material.of(STORY).values()
    assert shown == {
        "sources": [
            {
                "label": "S1",
                "published": None,
                "sentences": [
                    {"number": 1, "text": "The dam held."},
                    {"number": 2, "text": "Nobody was hurt."},
                ],
            },
            {
                "label": "S2",
                "published": None,
                "sentences": [{"number": 3, "text": "Water rose to the crest."}],
            },
        ]
    }


def test_a_story_that_fits_is_one_part_and_a_longer_one_has_a_part_for_each_source() -> None:
    material = Material.of(STORY)
    assert material.parts(1000, length) == (material,)
    assert [[n for n, _ in part.numbers] for part in material.parts(50, length)] == [[1, 2], [3]]
    assert [[n for n, _ in part.numbers] for part in material.parts(21, length)] == [[1], [2], [3]]


def test_halves_end_at_one_sentence() -> None:
    first, second = Material.of(STORY).halves()
    assert [n for n, _ in first.numbers] == [1]
    assert [n for n, _ in second.numbers] == [2, 3]
    assert first.halves() == ()


@given(
    st.lists(st.lists(st.text("ab ", min_size=1), min_size=1, max_size=6), min_size=1, max_size=4),
    st.integers(1, 60),
)
def test_the_parts_hold_every_sentence_once_and_in_order(texts: list[list[str]], budget: int) -> None:
    material = Material.of(cluster(*map(tuple, texts)))
    parts = material.parts(budget, length)
    assert tuple(pair for part in parts for pair in part.numbers) == material.numbers


def test_before_a_pronoun_stands_the_sentence_that_has_its_name() -> None:
    read = ("Engineer Lena Marsh read the gauge.", "She said water rose before dawn.")
    story = Material.of(cluster(read, ("Water rose before dawn.",)))
    named, leaning, elsewhere = story.sentences
    assert story.introduced([leaning]).sentences == (named, leaning)
    assert story.introduced([elsewhere]).sentences == (elsewhere,)
