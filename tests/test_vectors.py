import hashlib
from itertools import pairwise
from pkgutil import get_data

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import vectors
from briefing.vectors import antonyms, synonyms, table

some_words = st.lists(
    st.sampled_from("ferry fire blaze mayor the zzqx wounded 1,200 l'eau".split()), max_size=6
)


@pytest.mark.parametrize(
    ("file", "digest"),
    [
        (table.FILE, "5779dda86200e2b8066c5d6f42d3dc5fba7cccee008c5596873447beb5baa740"),
        (antonyms.FILE, "e4b6a738e3baab8eaa00b0eb51d52b2cd62b1c172b1b830e2ba99be2d1a9c8fc"),
        (synonyms.FILE, "b2cdf9941538ebdaee0c715fd45687f73889e6c76eca603f2957bc120f90141b"),
    ],
)
def test_the_package_carries_the_tables_that_were_measured(file, digest):
    data = get_data("briefing.vectors", file)
    assert data is not None
    assert hashlib.sha256(data).hexdigest() == digest


@pytest.mark.parametrize(
    ("word", "synonym", "stranger"),
    [
        ("injured", "wounded", "ferry"),
        ("resigned", "quit", "harvest"),
        ("lawyer", "attorney", "bridge"),
        ("blaze", "fire", "vote"),
        ("explosion", "blast", "teacher"),
    ],
)
def test_synonyms_are_nearer_than_strangers(word, synonym, stranger):
    assert vectors.similarity([word], [synonym]) > vectors.similarity([word], [stranger]) + 0.2


def test_texts_of_one_meaning_in_other_words_are_nearer_than_others():
    one = "the harbour master was wounded when the ferry hit the quay".split()
    same = "a vessel struck the pier and injured an official of the port".split()
    other = "teachers asked the council for a later start of the school year".split()
    assert vectors.similarity(one, same) > vectors.similarity(one, other) + 0.2


def test_an_unknown_word_has_no_vector_and_counts_as_rare():
    assert not vectors.matrix(["zzqx"]).any()
    assert vectors.weights(["zzqx"]) == 1
    assert vectors.similarity(["zzqx"], ["zzqx"]) == 0
    assert vectors.similarity([], ["fire"]) == 0


def test_an_inflected_form_that_the_table_lacks_has_its_base_forms_vector():
    packed = get_data("briefing.vectors", table.FILE)
    assert packed is not None
    listed = set(packed.partition(b"\n")[0].decode().split("\0"))
    for form, base in [("ferry's", "ferry"), ("bakeries", "bakery"), ("quarrelled", "quarrel")]:
        assert base in listed
        assert form not in listed
        assert vectors.similarity([form], [base]) == pytest.approx(1)


def test_function_words_weigh_less_than_names_of_things():
    the, said, ferry = vectors.weights(["the", "said", "ferry"])
    assert the < said < ferry <= 1


@given(some_words)
def test_rows_have_length_one_or_zero(words):
    rows = vectors.matrix(words)
    assert rows.shape == (len(words), table.DIMENSIONS)
    lengths = np.linalg.norm(rows, axis=1)
    assert np.allclose(lengths, [table.row(word) is not None for word in words], atol=1e-5)


@given(some_words, some_words)
def test_similarity_is_symmetrical_and_that_of_the_means(one, other):
    value = vectors.similarity(one, other)
    assert value == pytest.approx(vectors.similarity(other, one), abs=1e-5)
    assert -1.00001 <= value <= 1.00001
    many = vectors.means([one, other, one])
    assert float(many[1] @ many[2]) == pytest.approx(value, abs=1e-5)


@pytest.mark.parametrize(
    ("one", "other"), [("rose", "fell"), ("accepted", "rejects"), ("guilty", "innocent"), ("alive", "dead")]
)
def test_opposed_words_are_opposed_either_way_round(one, other):
    assert vectors.opposed(one, other)
    assert vectors.opposed(other, one)


@pytest.mark.parametrize(
    "words", [("injured", "wounded"), ("ferry", "ferries"), ("rise", "rose"), ("", "zzqx")]
)
def test_words_that_agree_are_not_opposed(words):
    assert not any(vectors.opposed(one, other) for one, other in pairwise((*words, words[0])))


@pytest.mark.parametrize(
    ("one", "other"), [("purchased", "bought"), ("attorneys", "lawyer"), ("halted", "stop")]
)
def test_words_of_one_sense_are_synonymous_whatever_their_form(one, other):
    assert synonyms.synonymous(one, other)
    assert synonyms.synonymous(other, one)


@pytest.mark.parametrize(("one", "other"), [("bought", "praised"), ("rise", "fall"), ("zzqx", "zzqy")])
def test_words_of_unlike_senses_are_not_synonymous(one, other):
    assert not synonyms.synonymous(one, other)
