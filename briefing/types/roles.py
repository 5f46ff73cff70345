"""The role of a statement: it leads its story, several origins carry it, or one alone of several has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from briefing.types.cluster import Cluster
from briefing.types.span import Span

Role = Literal["lead", "body", "single_source"]

ROLES: tuple[Role, ...] = get_args(Role)
"""In the order in which a story is told."""
LEADS = 3
"""Leading sentences of a story, at most."""


def role_of(cited: Iterable[Span], cluster: Cluster) -> Role:
    """The role of a statement that does not lead, by what it cites of the story."""
    alone = len(cluster.origins) > 1 and len(cluster.origins_of(cited)) == 1
    return "single_source" if alone else "body"
