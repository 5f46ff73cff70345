"""The judge of wording."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.evaluation.neutrality import MeasuredWording, Wording, coloured, measure, measure_neutrality
from briefing.evaluation.neutrality.features import features
from briefing.evaluation.neutrality.table import ToneTable, plain, table, words

BABE = Path(__file__).parents[2] / "shared/data/neutrality/babe/sg2.jsonl"

TWINS = [
    (
        "The harbour board approved the new ferry on Tuesday by five votes to four.",
        "The spineless harbour board shamefully rammed through its absurd vanity ferry.",
    ),
    (
        "Lowmere council will close two libraries in March to save £200,000 a year.",
        "Lowmere's clueless bureaucrats are gleefully butchering libraries to fund their pet follies.",
    ),
    (
        "The company said that it had dismissed 40 workers at its plant in Arnvik.",
        "The greedy company heartlessly tossed loyal workers onto the scrapheap, predictably enough.",
    ),
]


@pytest.mark.parametrize(("neutral", "loaded"), TWINS)
def test_loaded_wording_is_told_from_plain(neutral: str, loaded: str) -> None:
    assert not coloured(neutral)
    assert coloured(loaded)


def test_words_inside_quotation_marks_are_not_the_writers() -> None:
    assert not coloured("Ms Orrel called the ferry “a ridiculous, shameful sham” on Tuesday.")
    assert coloured("Ms Orrel called the ferry a ridiculous, shameful sham on Tuesday.")


def test_who_is_spoken_of_is_no_colour() -> None:
    """Another name in the same place changes nothing."""
    told = "The plan of {} was approved on Tuesday, and {} will vote on it in May."
    names = [("Trump", "Congress"), ("Arnvik", "Lowmere"), ("Biden", "Parliament")]
    first, *others = (features(told.format(*pair), table()) for pair in names)
    assert others == [first, first]


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_be_judged(text: str) -> None:
    assert all(map(math.isfinite, features(text, table()).values()))
    assert coloured(text) in (True, False)


def test_a_capital_at_the_beginning_is_a_name_where_the_table_has_no_such_word() -> None:
    known = ToneTable({"ferries": (0, 0), "run": (0, 0)}, (0, 0), 0.0)
    told = "Ferries run. Arnvik waits. I’m told Ferries’ own Run."
    assert [word.key for word in plain(told, known)] == ["ferries", "run", "waits", "i'm", "told", "own"]


def test_a_text_in_capitals_has_no_names() -> None:
    assert [word.name for word in words("FERRY SINKS")] == [False, False]


def test_more_colour_is_more_of_each_feature_of_colour() -> None:
    known = ToneTable({"bad": (10, 5)}, (-50, 0), 0.0)
    less, more = (features(text, known) for text in ("the bad one here", "the bad bad one"))
    for name in ("second", "marked", "any", "average", "strong", "manner"):
        assert more[name] > less[name], name


def test_the_table_knows_words_and_no_names() -> None:
    kept = table().words
    assert len(kept) > 10_000
    assert all(word == word.lower() for word in kept)
    assert table().weight("shameful").colour > table().weight("municipal").colour


def test_rows_are_measured_beside_what_their_length_would_tell(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [{"text": text, "label": label} for pair in TWINS for label, text in enumerate(pair)]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found = measure_neutrality(path)
    assert (found.rows, found.balanced_accuracy, found.sensitivity, found.specificity) == (6, 1, 1, 1)
    assert found.macro_f1 == 1
    assert found.floor is not None
    assert 0.5 <= found.floor < 1


def test_one_label_alone_has_no_balance() -> None:
    assert measure([Wording(TWINS[0][0], 0)]) == MeasuredWording(1, None, None, 1.0, None, None)
    assert measure([]) == MeasuredWording(0, None, None, None, None, None)


def test_a_row_of_another_form_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"sentence": "a", "label": 0}\n')
    with pytest.raises(UsageError, match=r"rows\.jsonl:1: \"text\" is missing"):
        measure_neutrality(path)


@pytest.mark.skipif(not BABE.exists(), reason="needs the public set BABE in ../shared")
def test_the_package_was_fitted_on_these_rows() -> None:
    """It knows them better than rows left out (macro-F1 .76), or the files are of another fit."""
    found = measure_neutrality(BABE)
    assert found.macro_f1 is not None
    assert found.macro_f1 > 0.8
