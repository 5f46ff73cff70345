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
    headings = [block for block in blocks if isinstance(block, Heading) and block.level > 1]
    headings += [Heading(2, title, name) for name, title in SECTIONS.items()]
    by_id = {story.id: story for story in stories}
    items = "\n".join(_row(heading, by_id.get(heading.id)) for heading in headings)
    return (
        '<nav class="contents" aria-label="Contents"><details open><summary>Contents</summary>\n'
        f"<ol>\n{items}\n</ol></details></nav>"
    )


def _row(heading: Heading, story: Story | None) -> str:
    link = f'<a href="#{plain(heading.id)}">{plain(heading.text).strip()}</a>'
    if story is None:
        return f'<li class="section">{link}</li>'
    counts = {"disagreement": len(story.disagreements), "change": len(story.changes)}
    told = ", ".join(count(number, noun) for noun, number in counts.items() if number)
    noted = f' <span class="count">{told}</span>' if told else ""
    return f'<li class="story">{link}{noted}</li>'
