"""A page that is too long for where it goes: as many whole stories as fit, and a pointer to the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefing.render.page import (
    Block,
    Bullets,
    Comparisons,
    Evidence,
    Heading,
    Line,
    Number,
    Page,
    Paragraph,
)
from briefing.render.wording import count


def excerpt(page: Page, stories: Collection[str], fits: Callable[[Page], bool]) -> Page:
    """The page itself where it fits, else its first stories; `stories` are the ids of their headings.

    Numbers stay those of the whole page; of the evidence, what the excerpt cites is kept.
    """
    if fits(page):
        return page
    head, *sections = _sections(page)
    told = [section for section in sections if _id(section) in stories]
    rest = [section for section in sections if _id(section) not in stories]
    cut = _Cut(head, told, rest)
    first_too_long = bisect_left(range(len(told)), True, key=lambda kept: not fits(cut.page(kept)))
    return cut.page(first_too_long - 1) if first_too_long else (*head, _pointer(len(told)))


@dataclass(frozen=True, slots=True)
class _Cut:
    """A page in its parts: what opens it, its stories, what follows them."""

    head: Page
    told: list[Page]
    rest: list[Page]

    def page(self, kept: int) -> Page:
        """The page with so many of its stories."""
        blocks = (*self.head, *(block for section in self.told[:kept] for block in section))
        rest = [section for section in self.rest if not _is_evidence(section)]
        blocks = (*blocks, _pointer(len(self.told) - kept), *(b for section in rest for b in section))
        cited = {number for block in blocks for number in _numbers(block)}
        return (*blocks, *self._evidence(cited))

    def _evidence(self, cited: Collection[int]) -> Iterator[Block]:
        for block in (block for section in self.rest if _is_evidence(section) for block in section):
            if isinstance(block, Evidence):
                yield Evidence(tuple(item for item in block.items if item[0] in cited))
            elif cited:
                yield block


def _sections(page: Page) -> list[Page]:
    """What opens the page, then each second-level heading with what stands under it."""
    starts = [n for n, block in enumerate(page) if isinstance(block, Heading) and block.level > 1]
    edges = [0, *starts, len(page)]
    return [page[start:end] for start, end in pairwise(edges)]


def _id(section: Page) -> str:
    return section[0].id if section and isinstance(section[0], Heading) else ""


def _is_evidence(section: Page) -> bool:
    return any(isinstance(block, Evidence) for block in section)


def _pointer(left: int) -> Paragraph:
    more = count(left, "more story", "more stories")
    return Paragraph((f"This mail would be too long: {more}, and the whole brief, in the attached page.",))


def _numbers(block: Block) -> Iterator[int]:
    return (inline.value for line in _lines(block) for inline in line if isinstance(inline, Number))


def _lines(block: Block) -> Iterable[Line]:
    match block:
        case Heading():
            return ()
        case Paragraph(line):
            return (line,)
        case Bullets(items):
            return items
        case Comparisons(items):
            return tuple(item.line for item in items)
        case Evidence(items):
            return tuple(line for _, line in items)
