"""A story told in quotations: what the embedded engine makes of its news, beside what changed."""

from __future__ import annotations

from dataclasses import replace

from briefing import extractive
from briefing.novelty import Update
from briefing.types import Draft


def tell(update: Update, words: int) -> Draft:
    """The story by the embedded engine: what is new of it, and what changed since it was told."""
    draft = extractive.tell(
        update.cluster, words, update.shown, lambda cluster: update.opened(extractive.detect(cluster))
    )
    return replace(draft, story=replace(draft.story, changes=update.changes))
