"""The numbered sentences that a model sees."""

from __future__ import annotations

import pytest
from clusters import cluster
from hypothesis import given
from hypothesis import strategies as st

from briefing.material import Material
from briefing.types import Citation

STORY = cluster(("The dam held.", "Nobody was hurt."), ("Water rose to the\ncrest.",))


def length(text: str) -> int:
    return len(text)


def test_numbers_run_through_all_sources() -> None:
    material = Material.of(STORY)
    assert [n for n, _ in material.numbers] == [1, 2, 3]
    assert [s.id for s in material.find([3, 1, 3, 99, -1])] == ["S2.1", "S1.1"]


CRANE = cluster(
    (
        "The crane at Pier 6 fell at noon.",
        "Nobody at Pier 6 had checked the bolts of the crane.",
        "The port of Harl had bought the crane in May.",
    )
)


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ((), ["S1.1"]),  # it has all of the words itself
        (("S1.2",), ["S1.1", "S1.2"]),
    ],
)
def test_a_second_reader_sees_of_the_evidence_what_he_is_shown_anyway_and_what_that_lacks(
    shown: tuple[str, ...], read: list[str]
) -> None:
    material = Material.of(CRANE)
    cited = [Citation.of(s) for s in material.sentences]
    standing = [s for s in material.sentences if s.id in shown]
    found = material.evidence("The crane at Pier 6 fell.", cited, standing)
    assert [s.id for s in found] == read


def test_a_sentence_that_is_shown_anyway_spares_none_that_carries_more() -> None:
    material = Material.of(CRANE)
    cited = [Citation.of(s) for s in material.sentences]
    told = "The crane at Pier 6 fell at noon, and the port of Harl had bought it in May."
    assert [s.id for s in material.evidence(told, cited, [material.sentences[1]])] == ["S1.1", "S1.2", "S1.3"]
    assert [s.id for s in material.evidence(told, cited[:1], material.sentences)] == ["S1.1"], "cited only"


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


def test_covering_leaves_out_what_brings_no_word_of_the_text() -> None:
    sentences = (*cluster(("The dam held.", "The dam at Orrin held all night.", "Rain fell.")).sentences,)
    covering = Material.of(STORY).covering
    assert covering("The Orrin dam held", sentences) == sentences[1:2]
    assert covering("The dam held in the rain", sentences) == (sentences[0], sentences[2])
    assert covering("Nothing of it", sentences) == sentences[:1]


def test_evidence_is_the_best_of_the_sentences_cited_in_their_order() -> None:
    material = Material.of(STORY)
    held, _, rose = material.sentences[:3]
    cited = [Citation.of(s) for s in material.sentences]
    assert material.evidence("The dam held, and water rose", cited) == (held, rose)


SPOKEN = Material.of(
    cluster(
        (
            "Engineer Lena Marsh read the gauge at Orrin.",
            "She said water rose by 41 centimetres before dawn.",
            "“It was a close thing.",
            "The mine closed.",
        ),
        ("Water rose before dawn, Lena Marsh said at Vane.",),
    )
)
NAMED, RISEN, CLOSE, MINE, ELSEWHERE = SPOKEN.sentences


def test_a_numbered_sentence_that_only_brings_a_name_or_a_quotation_stays_and_others_do_not() -> None:
    text = "Lena Marsh said that water rose by 41 centimetres before dawn, “a close thing.”"
    assert set(SPOKEN.carriers(text, [2, 3, 4, 1])) == {NAMED, RISEN, CLOSE}


def test_a_name_is_not_brought_from_another_source() -> None:
    text = "Ilk said that water rose by 41 centimetres before dawn at the bridge."
    other = Material.of(cluster((RISEN.text, MINE.text), ("Yesterday Ilk slept.",)))
    assert other.carriers(text, [1, 3]) == other.sentences[:1]


def test_a_text_may_rest_on_the_best_sentence_of_each_source_alone_or_with_the_name_for_a_pronoun() -> None:
    assert list(SPOKEN.ways("Water rose by 41 centimetres", (RISEN, CLOSE, ELSEWHERE))) == [
        (RISEN, CLOSE, ELSEWHERE),
        (RISEN, CLOSE, ELSEWHERE, NAMED),
        (RISEN, ELSEWHERE),
        (RISEN, ELSEWHERE, NAMED),
    ]


def test_before_a_pronoun_stands_the_sentence_that_has_its_name() -> None:
    assert SPOKEN.introduced([RISEN]).sentences == (NAMED, RISEN)
    assert SPOKEN.introduced([ELSEWHERE]).sentences == (ELSEWHERE,)


def test_covering_keeps_the_sentence_that_has_the_quotation_word_for_word() -> None:
    sentences = (
        *cluster(("It was thing and close to that, she said.", "“It was a close thing.”")).sentences,
    )
    assert sentences[1] in Material.of(STORY).covering("It was “a close thing”", sentences)
