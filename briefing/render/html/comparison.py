"""Words side by side: the question, the kind, and each side with what it says and its voices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.render.html.markup import inlines
from briefing.render.html.register import Register
from briefing.render.page import Comparison, Comparisons, Line, Number, Quote
from briefing.render.shell import plain
from briefing.render.wording import marked
from briefing.types import Citation
from briefing.words import stems

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

_QUOTED = 2  # sources whose words are shown below a side


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
    if not any(isinstance(part, Quote) for part in side):
        closest = _closest(cited, " ".join(part for part in side if isinstance(part, str)))
        parts += [_quote(citation, register, alone=len(closest) == 1) for citation in closest[:_QUOTED]]
    if len(register.carriers(cited)) > 1:
        parts.append(f'<p class="voices beside">{register.voices(cited)}</p>')
    return f'<div class="side{"" if cited else " earlier"}">{"".join(parts)}</div>'


def _closest(cited: Sequence[Citation], told: str) -> list[Citation]:
    """Of each source the citation that shares most words with what is told, in their order."""
    words = set(stems(told))
    best: dict[str, Citation] = {}
    for citation in sorted(cited, key=lambda c: -len(words.intersection(stems(c.quote)))):
        best.setdefault(citation.span.source, citation)
    return [citation for citation in cited if citation in best.values()]


def _quote(citation: Citation, register: Register, alone: bool) -> str:
    """Its words, and whose they are where the side has others too."""
    name = "" if alone else f"<cite>{plain(register.name(citation.span.source))}</cite> "
    return f'<blockquote class="beside">{name}{marked(plain(citation.quote))}</blockquote>'
