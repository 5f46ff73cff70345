"""The line that a reader sees first: the day, how many stories, the first of them, what is missing."""

from __future__ import annotations

from datetime import datetime

from briefing.render.escape import defang
from briefing.render.wording import count, date
from briefing.types import Brief

WIDTH = 100
"""Characters: what programs on a desk show; a telephone shows about forty."""
_TITLE = 40


def of_brief(brief: Brief) -> str:
    """The subject of a brief's mail."""
    told = count(len(brief.stories), "story", "stories")
    opening = of_notice(brief.title, brief.as_of, told if brief.complete else f"{told}, incomplete")
    return _cut(
        f"{opening}: {defang(brief.stories[0].headline).strip()}" if brief.stories else opening, WIDTH
    )


def of_notice(title: str, moment: datetime, remark: str) -> str:
    """The title, the day, and a remark of ours."""
    return f"{short(title)}, {date(moment)}, {remark}"


def short(title: str) -> str:
    """The title, made harmless, in few characters."""
    return _cut(defang(title).strip(), _TITLE)


def _cut(text: str, width: int) -> str:
    """The text within this width, cut between words where it has any."""
    if len(text) <= width:
        return text
    head = text[: width - 1]
    words, _, _ = head.rpartition(" ")
    return f"{(words if len(words) > width // 2 else head).rstrip(' ,;:.')}…"
