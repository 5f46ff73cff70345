"""The whole page: contents, the brief story by story, its sources, and the pane that shows the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.render.compose import compose_whole
from briefing.render.html.assets import asset
from briefing.render.html.comparison import comparisons
from briefing.render.html.contents import SECTIONS, contents
from briefing.render.html.glance import glance
from briefing.render.html.made import made
from briefing.render.html.markup import block
from briefing.render.html.matrix import matrix
from briefing.render.html.register import Register
from briefing.render.html.source import sources
from briefing.render.page import Block, Comparisons, Heading
from briefing.render.shell import plain, shell
from briefing.types import Brief

LIMIT = 990_000
"""Bytes of a page: what a mail server and a slow line still take; the texts of sources get what is left."""

_PANE = """<aside id="pane" aria-label="The source" hidden>
<header><h2 id="pane-title" tabindex="-1"></h2><div id="pane-source"></div>
<div class="steps"><button type="button" id="previous" aria-label="Previous citation">Previous</button>
<button type="button" id="next" aria-label="Next citation">Next</button>
<button type="button" id="close" aria-label="Close the source">Close</button></div></header>
<div id="pane-body" role="region" aria-label="Text of the source" tabindex="0"></div>
</aside>"""


def html(brief: Brief, scripted: bool = True) -> str:
    """The brief as HTML with all its disagreements; its words are those of the Markdown.

    What the page adds to them stands in elements of class "beside", in the contents and in the pane.
    Where it is not `scripted` a number leads to its evidence, and the pane stays shut.
    """
    register = Register.of(brief)
    blocks = compose_whole(brief)
    first, *rest = _sections(blocks)
    figures = {story.id: matrix(story, register) for story in brief.stories}
    parts = [_masthead(first, glance(brief, register))]
    parts += [_section(section, register, figures) for section in rest]
    told, end, listing = "\n".join(parts), made(brief), contents(blocks, brief.stories)
    style, script = asset("style.css"), asset("script.js") if scripted else ""
    room = LIMIT - sum(len(part.encode()) for part in (told, end, listing, style, script))
    texts = sources(register, _disputed(brief, register), room)
    body = f"""<a class="skip" href="#brief">Skip to the brief</a>
<div class="sheet">
{listing}
<main id="brief">
{told}
<section id="sources" class="beside"><h2>{SECTIONS["sources"]}</h2>
{texts}
</section>
{end}
</main>
</div>
{_PANE}"""
    return shell(brief.title, brief.language, style, body, script)


Section = Sequence[Block]
"""A heading, and the blocks up to the next."""


def _sections(blocks: Sequence[Block]) -> list[Section]:
    starts = [n for n, part in enumerate(blocks) if isinstance(part, Heading)]
    return [blocks[start:end] for start, end in pairwise([*starts, len(blocks)])]


def _masthead(section: Section, figure: str) -> str:
    words = "\n".join(block(part) for part in section)
    return f'<header class="masthead row"><div class="text">\n{words}\n{figure}</div></header>'


def _section(section: Section, register: Register, figures: Mapping[str, str]) -> str:
    name = section[0].id if isinstance(section[0], Heading) else ""
    kind = "story" if name in figures else "section"
    words = "\n".join(_words(section, register))
    return (
        f'<section class="{kind} row" id="{plain(name)}"><div class="text">\n{words}\n</div>'
        f"{figures.get(name, '')}</section>"
    )


def _words(section: Section, register: Register) -> Iterator[str]:
    for part in section:
        yield comparisons(part, register) if isinstance(part, Comparisons) else block(part)


def _disputed(brief: Brief, register: Register) -> frozenset[int]:
    """The numbers of the citations of disagreements."""
    positions = (p for story in brief.stories for d in story.disagreements for p in d.positions)
    return frozenset(number for p in positions for number in register.numbering(p.citations))
