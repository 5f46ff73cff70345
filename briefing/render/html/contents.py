"""The table of contents: every story with its disagreements counted, then the sections."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.render.page import Block, Heading
from briefing.render.shell import plain
from briefing.render.wording import count
from briefing.types import Story

SECTIONS = {"sources": "Sources", "made": "How it was made"}
"""The sections that only the page has."""


def contents(blocks: Iterable[Block], stories: Iterable[Story]) -> str:
    """The links to the headings among these blocks."""
    disagreements = {story.id: len(story.disagreements) for story in stories}
    headings = [block for block in blocks if isinstance(block, Heading) and block.level > 1]
    headings += [Heading(2, title, name) for name, title in SECTIONS.items()]
    items = "\n".join(_row(heading, disagreements.get(heading.id)) for heading in headings)
    return (
        '<nav class="contents" aria-label="Contents"><details open><summary>Contents</summary>\n'
        f"<ol>\n{items}\n</ol></details></nav>"
    )


def _row(heading: Heading, disagreements: int | None) -> str:
    """A line of it; `disagreements` counts those of a story, and is None for a section."""
    kind = "section" if disagreements is None else "story"
    noted = f' <span class="count">{count(disagreements, "disagreement")}</span>' if disagreements else ""
    return f'<li class="{kind}"><a href="#{plain(heading.id)}">{plain(heading.text).strip()}</a>{noted}</li>'
