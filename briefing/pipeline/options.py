"""What a caller may choose of a brief."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.settings import DEFAULTS
from briefing.types import EVERYTHING, Window


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of a brief: title, window, number of stories, words of all their sentences, topics."""

    title: str = DEFAULTS.title
    window: Window = EVERYTHING
    stories: int = DEFAULTS.stories
    words: int = DEFAULTS.words
    raised: tuple[str, ...] = ()
    muted: tuple[str, ...] = ()
    concurrency: int = DEFAULTS.concurrency
