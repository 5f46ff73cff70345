"""Words side by side: the question, the kind, and each side with what it says and its voices."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.render.html.markup import inlines
from briefing.render.html.register import Register
from briefing.render.page import Comparison, Comparisons, Line, Number, Quotation
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


def comparisons(block: Comparisons, register: Register) -> str:
    """All of them under their label."""
    head = f"<h3>{plain(block.label)}</h3>\n" if block.label else ""
    level = "h4" if block.label else "h3"
    items = "\n".join(_comparison(item, register, level) for item in block.items)
    return f'{head}<ul class="comparisons">\n{items}\n</ul>'


def _comparison(item: Comparison, register: Register, level: str) -> str:
    sides = "\n".join(_side(side, register) for side in item.sides)
    sort = item.nature if item.kind else "change"
    kind = f' <span class="kind beside">{plain(KINDS.get(item.kind, item.kind))}</span>' if item.kind else ""
    return (
        f'<li class="comparison {plain(sort)}"><{level}>{plain(item.subject)} '
        f'<span class="nature"><span class="strength">({plain(item.nature)})</span>{kind}</span></{level}>\n'
        f'<div class="sides">\n{sides}\n</div></li>'
    )


def _side(side: Line, register: Register) -> str:
    """Who says what; below it the evidence's own words, where the line is not a quotation already.

    A side without a number is what an earlier brief told.
    """
    cited = [register.numbering.citations[part.value - 1] for part in side if isinstance(part, Number)]
    parts = [f"<p>{inlines(side)}</p>"]
    if not any(isinstance(part, Quotation) for part in side):
        parts += [
            f'<blockquote class="beside">{marked(plain(c.quote))}</blockquote>' for c in cited[:_QUOTED]
        ]
    if len(register.carriers(cited)) > 1:
        parts.append(f'<p class="voices beside">{register.voices(cited)}</p>')
    return f'<div class="side{"" if cited else " earlier"}">{"".join(parts)}</div>'
