"""A story of two origins, of a dam; and what is told of any, quotation by quotation."""

from __future__ import annotations

from clusters import cluster

from briefing.extractive import tell
from briefing.types import Cluster

STORY = cluster(
    (
        "The Orrin dam held on Monday after a night of heavy rain, the river authority said.",
        "Engineer Lena Marsh said 300 people had left their homes in Orrin and Quay Street.",
        "It remains to be seen what happens next.",
    ),
    (
        "The river authority said on Monday that the dam at Orrin had held after heavy rain in the night.",
        "Farmers in the Vale of Tarn lost 40 sheep, the union of farmers said.",
    ),
)


def quotes(story: Cluster, words: int = 250) -> list[str]:
    """The sentences of the story, in the order in which they are told."""
    return [s.citations[0].quote for s in tell(story, words).story.statements]
