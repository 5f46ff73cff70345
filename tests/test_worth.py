"""What editors would tell of a story, and what is not understood alone: fitted to what readers wrote."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from clusters import cluster, titled
from hypothesis import given
from hypothesis import strategies as st

from briefing.extractive.worth import FILE, Worth
from briefing.types import Origin

MAYOR = "The mayor of Orrin, Ana Roe, resigned on Monday after the flood in Mill Lane, the council said."
FLOOD = "The flood of Orrin drowned 40 sheep in Mill Lane on Monday, said the council."
REMARK = "You would never have thought that any of us could be so sad in such a place."
SHE = "She had led it for nine years in spite of what everybody had told her."


def worth(*texts: tuple[str, ...]) -> Worth:
    return Worth(cluster(*texts))


def test_what_happened_is_surely_told_and_a_remark_hardly() -> None:
    news = worth((MAYOR, REMARK), (FLOOD, SHE)).news()
    assert news[0] > 0.8
    assert news[1] < 0.4


def test_who_she_is_has_to_be_told_and_whose_name_stands_there_has_not() -> None:
    dangling = worth((MAYOR, REMARK), (FLOOD, SHE)).unclear()
    assert dangling[0] < 0.1
    assert dangling[3] > 0.8


def test_a_name_that_others_have_is_known_and_one_of_its_own_origin_alone_is_not() -> None:
    known = worth((MAYOR, "Piet Holm sells sheep in Quill Street."), (MAYOR, REMARK)).features["known"]
    assert known[0] == 1.0
    assert known[1] == 0.0


def test_what_other_reports_share_is_told_more_surely_than_in_a_story_of_one() -> None:
    assert worth((SHE, MAYOR), (MAYOR,)).news()[1] > worth((SHE, MAYOR)).news()[1]


def test_a_title_counts_once_for_an_origin_however_many_reprints_have_it() -> None:
    told = cluster((MAYOR,), (MAYOR,), (FLOOD,))
    told = titled(told, "Mayor of Orrin resigns", "Mayor of Orrin resigns", "Flood drowns sheep")
    reprints = replace(told, origins=(Origin("O1", ("S1", "S2")), Origin("O2", ("S3",))))
    alone, joined = (Worth(story).features["title"] for story in (told, reprints))
    assert alone[0] > joined[0] > 0
    assert alone[2] < joined[2]


@pytest.mark.parametrize(
    ("feature", "more", "less"),
    [
        ("figures", FLOOD, MAYOR),
        ("day", MAYOR, SHE),
        ("quoted", "“We shall mourn for her”, said Roe.", MAYOR),
        ("spoken", MAYOR, REMARK),
        ("person", REMARK, MAYOR),
        ("names", MAYOR, SHE),
        ("leans", SHE, MAYOR),
        ("dangles", SHE, MAYOR),
        ("length", MAYOR, "The flood drowned 40 sheep of Orrin."),
    ],
)
def test_a_feature_is_greater_where_its_name_says_so(feature: str, more: str, less: str) -> None:
    found = worth((more, less)).features[feature]
    assert found[0] > found[1]


@given(st.lists(st.lists(st.sampled_from([MAYOR, FLOOD, REMARK, SHE, "!?"]), min_size=1), min_size=1))
def test_probabilities_they_are_whatever_the_sentences(texts: list[list[str]]) -> None:
    found = worth(*map(tuple, texts))
    for one in (found.news(), found.unclear()):
        assert one.shape == found.features["place"].shape
        assert np.all((one > 0) & (one < 1))


def test_the_fitted_weights_say_what_they_must() -> None:
    """What comes late, is quoted or speaks to readers is told less; what others share and figures more."""
    kept = json.loads((Path(__file__).parents[1] / "briefing" / "extractive" / FILE).read_text())
    news, dangling = kept["news"]["weights"], kept["unclear"]["weights"]
    assert max(news["place"], news["quoted"], news["person"]) < 0
    assert min(news["shared"], news["common"], news["title"], news["figures"]) > 0
    assert dangling["leans"] > 0 > dangling["known"]


def test_of_groups_that_it_was_fitted_without_it_tells_most_labels() -> None:
    kept = json.loads((Path(__file__).parents[1] / "briefing" / "extractive" / FILE).read_text())
    assert kept["crossvalidated"]["news"]["area under the curve"] > 0.79
    assert kept["crossvalidated"]["unclear"]["area under the curve"] > 0.86
