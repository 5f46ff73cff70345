"""Posts of other people that a page embeds: they are their writers' words, not the outlet's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_POSTS = frozenset(
    "twitter-tweet twitter-video instagram-media tiktok-embed bluesky-embed mastodon-embed fb-post"
    " text-post-media reddit-embed-bq reddit-card".split()
)
"""The classes that the networks' own codes for embedding give a post."""


def drop_embedded(tree: HtmlElement) -> int:
    """Takes the posts out of the tree; how many there were."""
    found = [
        e for e in tree.iter("blockquote", "div") if not _POSTS.isdisjoint((e.get("class") or "").split())
    ]
    for post in found:
        post.drop_tree()
    return len(found)
