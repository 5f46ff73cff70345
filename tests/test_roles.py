"""The role of a statement, by what it cites of its story."""

from __future__ import annotations

import pytest

from briefing.types import Role, role_of
from tests.clusters import cluster

SEVERAL = cluster(("The dam held.",), ("The dam held, they say.",))
ALONE = cluster(("The dam held.",))


@pytest.mark.parametrize(
    ("cited", "role"),
    [((0,), "single_source"), ((1,), "single_source"), ((0, 1), "body"), ((0, 0), "single_source")],
)
def test_what_one_origin_of_several_has_alone_is_marked_so(cited: tuple[int, ...], role: Role) -> None:
    told = list(SEVERAL.sentences)
    assert role_of((told[n].span for n in cited), SEVERAL) == role


def test_in_a_story_of_one_origin_nothing_is_of_one_origin_alone() -> None:
    assert role_of((s.span for s in ALONE.sentences), ALONE) == "body"
