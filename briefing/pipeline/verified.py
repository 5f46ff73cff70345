"""What a second reading of the evidence leaves of a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing import evidence, plain, quotation, verification
from briefing.disagreements import ANSWERS
from briefing.extractive import Elsewhere
from briefing.grounding import fit, passed_on
from briefing.material import Material
from briefing.pipeline.capacity import chain
from briefing.pipeline.seat import Seat
from briefing.printable import capitalised
from briefing.types import Cluster, Disagreement, Omission, Position, Statement, Support, quoted, role_of
from briefing.verification import Printed
from briefing.words import count_words


def verified(
    statements: Sequence[Statement],
    differing: Sequence[Disagreement],
    cluster: Cluster,
    weighed: Material,
    words: int,
    seat: Seat,
) -> tuple[tuple[Statement, ...], tuple[Disagreement, ...], tuple[Omission, ...]]:
    """The statements and the positions as their evidence says them; quotations need no reading.

    A position that cannot be mended gives way to a quotation of its evidence. So does a statement, where
    the story's words allow one that is not printed yet; else it is dropped.
    """
    material, elsewhere = Material.of(cluster), Elsewhere(cluster)
    differing = [replace(d, question=capitalised(d.question)) for d in differing]
    asked = [_asked(s, cluster, elsewhere) for s in statements if s.support.verdict == "supported"]
    asked += [
        Printed(p.text, d.question, p.citations, _passed_on(p, material))
        for d in differing
        for p in d.positions
        if p.support.verdict == "supported"
    ]
    read = iter(verification.supported(chain(seat), material, weighed, asked))
    judged = [(s, _statement(s, read, material)) for s in statements]
    settled = tuple(
        replace(d, positions=tuple(_position(position, read) for position in d.positions)) for d in differing
    )
    kept, omitted = _fitting(judged, [p.text for d in settled for p in d.positions], words)
    return kept, settled, omitted


def _asked(statement: Statement, cluster: Cluster, elsewhere: Elsewhere) -> Printed:
    """What one origin alone is cited for is to be read beside what others may say of it."""
    spans = [c.span for c in statement.citations]
    perhaps = elsewhere.likeliest(spans) if role_of(spans, cluster) == "single_source" else ()
    return Printed(
        statement.text, None, statement.citations, (statement.via,) if statement.via else (), perhaps
    )


def _fitting(
    judged: Sequence[tuple[Statement, Statement | None]], printed: Sequence[str], words: int
) -> tuple[tuple[Statement, ...], tuple[Omission, ...]]:
    """Each statement as it was read, else a quotation in its place, else it is left out: within the words."""
    printed = [*printed, *(statement.text for statement, _ in judged)]
    left = words - sum(count_words(statement.text) for statement, _ in judged)
    kept: list[Statement] = []
    omitted: list[Omission] = []
    for statement, found in judged:
        own = count_words(statement.text)
        left += own
        if found is None or count_words(found.text) > max(left, own):
            found = quotation.nearest(statement.text, statement.citations, printed, statement.role)
            if found is None or count_words(found.text) > left:
                told = plain.proposed(statement.text)
                omitted.append(Omission(told, "unsupported", "its evidence does not say it"))
                continue
            printed.append(found.text)
        left -= count_words(found.text)
        kept.append(found)
    return tuple(kept), tuple(omitted)


def _statement(statement: Statement, read: Iterator[Printed | None], material: Material) -> Statement | None:
    if statement.support.verdict == "quoted":
        return statement
    if found := next(read):
        support = Support("supported", "model")
        via = evidence.credit(found.text, [statement.via], found.citations, material)
        citations = evidence.sparing(found.text, found.citations, material, via)
        return replace(statement, text=found.text, citations=citations, via=via, support=support)
    return None


def _passed_on(position: Position, material: Material) -> tuple[str, ...]:
    cited = {c.span.source for c in position.citations}
    own = [r.source.name for r in material.readings if r.source.id in cited]
    return passed_on(position.text, [c.quote for c in position.citations], own)


def _position(position: Position, read: Iterator[Printed | None]) -> Position:
    """The position as its evidence says it, or the sentence of its evidence that carries it best."""
    if position.support.verdict == "quoted":
        return position
    if found := next(read):
        return replace(position, text=found.text, citations=found.citations)
    best = position.citations[fit(position.text, [c.quote for c in position.citations], ANSWERS)[0]]
    others = (c for c in position.citations if c != best)
    return replace(position, text=quoted(best.quote), citations=(best, *others), support=Support("quoted"))
