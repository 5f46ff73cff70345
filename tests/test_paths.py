"""The path of a story: how long its calls take from here on."""

from __future__ import annotations

import pytest

from briefing import sentences
from briefing.pipeline.paths import path
from briefing.types import Cluster, Document, Origin, Reading, Source


def story(text: str, outlets: int = 2) -> Cluster:
    """Told in the same words by so many."""
    ids = [f"S{n}" for n in range(1, outlets + 1)]
    readings = [Reading(Document(Source(n, "courier"), text), sentences.split(n, text)) for n in ids]
    return Cluster("T1", tuple(readings), tuple(Origin(f"O{n}", (n,)) for n in ids))


def test_the_path_of_a_story_shrinks_with_each_stage_and_its_claims_grow_with_its_size() -> None:
    small, large, huge, larger = (path(story("The ferry waits at Marrow. " * n)) for n in (2, 4, 200, 300))
    order = ("claims", "disagreements", "doubt", "writing", "verification")
    lengths = [small(stage) for stage in order]
    assert lengths == sorted(set(lengths), reverse=True)
    assert small("framing") == small("disagreements")
    assert small("claims") < large("claims") < huge("claims") == larger("claims")
    assert all(small(stage) == huge(stage) for stage in order[1:])


def test_the_path_of_a_story_of_one_source_has_no_disagreements_on_it() -> None:
    alone, apart = (path(story("The ferry waits at Marrow. " * 4, outlets)) for outlets in (1, 2))
    assert alone("claims") - alone("writing") < apart("claims") - apart("writing")


def test_a_single_prompt_has_all_of_the_path_before_it_and_what_is_no_stage_has_none() -> None:
    told = path(story("The ferry waits at Marrow. " * 4))
    assert told("single") == told("claims")
    with pytest.raises(KeyError):
        told("clams")
