"""Which sentences a text may rest on."""

from __future__ import annotations

import pytest
from clusters import cluster

from briefing.evidence import carriers, covering, reread, sparing, ways
from briefing.material import Material
from briefing.types import Citation

STORY = cluster(("The dam held.", "Nobody was hurt."), ("Water rose to the\ncrest.",))


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
    found = reread("The crane at Pier 6 fell.", cited, material, standing)
    assert [s.id for s in found] == read


def test_a_sentence_that_is_shown_anyway_spares_none_that_carries_more() -> None:
    material = Material.of(CRANE)
    cited = [Citation.of(s) for s in material.sentences]
    told = "The crane at Pier 6 fell at noon, and the port of Harl had bought it in May."
    assert [s.id for s in reread(told, cited, material, [material.sentences[1]])] == ["S1.1", "S1.2", "S1.3"]
    assert [s.id for s in reread(told, cited[:1], material, material.sentences)] == ["S1.1"], "cited only"


def test_covering_leaves_out_what_brings_no_word_of_the_text() -> None:
    story = Material.of(cluster(("The dam held.", "The dam at Orrin held all night.", "Rain fell.")))
    sentences = story.sentences
    assert covering("The Orrin dam held", sentences, story) == sentences[1:2]
    assert covering("The dam held in the rain", sentences, story) == (sentences[0], sentences[2])
    assert covering("Nothing of it", sentences, story) == sentences[:1]


def test_a_question_is_shown_with_the_no_behind_it() -> None:
    story = Material.of(cluster(("Did the dam at Orrin hold?", "No.", "Rain fell.")))
    assert covering("The dam at Orrin did not hold", story.sentences, story) == story.sentences[:2]


def test_what_leans_on_a_sentence_is_shown_with_it() -> None:
    story = Material.of(
        cluster(("Visitors ask whether the dam held.", "It did, the agency says.", "Rain fell."))
    )
    assert covering("The dam held", story.sentences, story) == story.sentences[:2]


def test_of_sentences_that_cover_as_much_the_one_that_says_least_else_is_shown() -> None:
    story = Material.of(cluster(("The dam at Orrin held, and rain fell on the quay.", "The dam held.")))
    assert covering("The dam held", story.sentences, story) == story.sentences[1:]


def test_evidence_is_the_best_of_the_sentences_cited_in_their_order() -> None:
    material = Material.of(STORY)
    held, _, rose = material.sentences[:3]
    cited = [Citation.of(s) for s in material.sentences]
    assert reread("The dam held, and water rose", cited, material) == (held, rose)


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
    assert set(carriers(text, [2, 3, 4, 1], SPOKEN)) == {NAMED, RISEN, CLOSE}


def test_a_name_is_not_brought_from_another_source() -> None:
    text = "Ilk said that water rose by 41 centimetres before dawn at the bridge."
    other = Material.of(cluster((RISEN.text, MINE.text), ("Yesterday Ilk slept.",)))
    assert carriers(text, [1, 3], other) == other.sentences[:1]


def test_a_text_may_rest_on_the_best_sentence_of_each_source_alone_or_with_the_name_for_a_pronoun() -> None:
    assert list(ways("Water rose by 41 centimetres", (RISEN, CLOSE, ELSEWHERE), SPOKEN)) == [
        (RISEN, CLOSE, ELSEWHERE),
        (RISEN, CLOSE, ELSEWHERE, NAMED),
        (RISEN, ELSEWHERE),
        (RISEN, ELSEWHERE, NAMED),
    ]


def test_covering_keeps_the_sentence_that_has_the_quotation_word_for_word() -> None:
    sentences = (
        *cluster(("It was thing and close to that, she said.", "“It was a close thing.”")).sentences,
    )
    assert sentences[1] in covering("It was “a close thing”", sentences, Material.of(STORY))


def test_a_statement_cites_at_most_three_sentences_of_a_source_where_they_carry_it() -> None:
    told = "The crane at Pier 6 in Harl fell at noon."
    story = cluster(
        (
            told,
            "The crane fell.",
            "It is noon in Harl.",
            "At Pier 6 the crane fell.",
            "A crane fell at noon.",
        ),
        ("The crane at Pier 6 fell at noon in Harl.",),
    )
    material = Material.of(story)
    citations = tuple(Citation.of(s) for s in material.sentences)
    assert [c.quote for c in sparing(told, citations, material)] == [
        told,
        "At Pier 6 the crane fell.",
        "A crane fell at noon.",
        "The crane at Pier 6 fell at noon in Harl.",
    ]


def test_what_it_takes_to_carry_a_statement_is_cited_whole() -> None:
    parts = ("Ida Orr left.", "Ulf Roe stayed.", "Ada Wren sang.", "Bo Marsh slept.")
    material = Material.of(cluster(parts))
    citations = tuple(Citation.of(s) for s in material.sentences)
    told = "Ida Orr left, Ulf Roe stayed, Ada Wren sang and Bo Marsh slept."
    assert sparing(told, citations, material) == citations


def test_what_names_the_outlet_that_is_credited_stays_cited() -> None:
    told = "The crane at Pier 6 in Harl fell at noon."
    more = (
        "The crane fell.",
        "At Pier 6 the crane fell.",
        "A crane fell at noon.",
        "So says the Harl Courier.",
    )
    material = Material.of(cluster((told, *more)))
    citations = tuple(Citation.of(s) for s in material.sentences)
    assert citations[-1] in sparing(told, citations, material, "Harl Courier")
    assert citations[-1] not in sparing(told, citations, material)
