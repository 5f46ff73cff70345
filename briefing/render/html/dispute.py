"""Disagreements side by side: the question, the kind, and each side with its words and its voices."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.render.html.markup import inlines
from briefing.render.html.register import Register
from briefing.render.page import Dispute, Disputes, Line, Number, Quotation
from briefing.render.shell import plain
from briefing.render.wording import marked

KINDS: Mapping[str, str] = {
    "number": "figures differ",
    "time": "when it was",
    "place": "where it was",
    "attribution": "who said or did it",
    "occurrence": "whether it happened",
    "response": "how a party answered",
    "scope": "what is covered, and on what terms",
    "cause": "why it happened",
    "identity": "who or what is involved",
    "status": "where things stand",
    "characterisation": "what kind of act it was",
}
"""Every kind of disagreement in plain words."""

_QUOTED = 2  # sentences of evidence that are shown below a side


def disputes(block: Disputes, register: Register) -> str:
    """All the disagreements of a story under their label."""
    items = "\n".join(_dispute(item, register) for item in block.items)
    return f'<h3>{plain(block.label)}</h3>\n<ul class="disputes">\n{items}\n</ul>'


def _dispute(item: Dispute, register: Register) -> str:
    sides = "\n".join(f'<div class="side">{_side(side, register)}</div>' for side in item.sides)
    return (
        f'<li class="dispute {plain(item.strength)}"><h4>{plain(item.question)} '
        f'<span class="nature"><span class="strength">({plain(item.strength)})</span> '
        f'<span class="kind beside">{plain(KINDS.get(item.kind, item.kind))}</span></span></h4>\n'
        f'<div class="sides">\n{sides}\n</div></li>'
    )


def _side(side: Line, register: Register) -> str:
    """Who says what; below it the evidence's own words, where the line is not a quotation already."""
    numbers = [inline.value for inline in side if isinstance(inline, Number)]
    cited = [register.numbering.citations[number - 1] for number in numbers]
    parts = [f"<p>{inlines(side)}</p>"]
    if not any(isinstance(inline, Quotation) for inline in side):
        parts += [
            f'<blockquote class="beside">{marked(plain(c.quote))}</blockquote>' for c in cited[:_QUOTED]
        ]
    if len(register.carriers(cited)) > 1:
        parts.append(f'<p class="voices beside">{register.voices(cited)}</p>')
    return "".join(parts)
