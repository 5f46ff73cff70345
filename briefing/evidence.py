"""Which sentences a text may rest on: those that carry it, as few as do, and those that name its "he"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.grounding import AS_MUCH, content_overlap, find, fit, has_name, is_answer, is_credited
from briefing.material import Material
from briefing.types import Citation, Sentence
from briefing.words import stems

_LACKING = frozenset({"name", "number", "date", "quotation"})
"""Faults that a further sentence can mend."""
_MOST_BROUGHT = 20
"""Sentences that are tried for what they bring: a model that names all of a long story costs no more."""
_SHARE = 0.2
"""Of a text's content words that a sentence has to have to be its evidence: a sentence that only gives
the name for a "he" has .2 and more, a neighbour named by position has less."""
_MOST_OF_ONE = 3
"""Sentences of one source that a statement cites, where as few carry it. On twelve cases of a capable reader
no fact is lost and 21 of 754 citations go; with 2 a core fact is lost, with 1 two are."""
_CARRIED = 0.5
"""Of a text's content words that its evidence has to have together; a paraphrase keeps half of them."""


def carriers(text: str, numbers: Iterable[int], material: Material) -> tuple[Sentence, ...]:
    """The sentences that carry the text: those numbered that have a share in it, where they do.

    Where they do not, it is looked for among all sentences: small models choose by position. Of the
    others numbered, those of the same sources that bring a missing name, figure or quotation stay.
    """
    given = material.find(numbers)
    found = tuple(s for s in given if content_overlap(text, [s.text]) >= _SHARE or is_answer(s.text))
    if content_overlap(text, [s.text for s in found]) < _CARRIED:
        found = find(text, material.sentences, [s.id for s in given])
    sources = {_source(s) for s in found}
    return (*found, *_bringing(text, found, [s for s in given if _source(s) in sources], material))


def ways(text: str, sentences: Sequence[Sentence], material: Material) -> Iterator[tuple[Sentence, ...]]:
    """What the text may rest on: these sentences, else the best one of each source.

    Each time alone, and then with the sentences before them that name whom their "he" is.
    """
    ranked = [sentences[k] for k in fit(text, [s.text for s in sentences])]
    first = {_source(s): s for s in reversed(ranked)}
    for chosen in (tuple(sentences), tuple(s for s in sentences if s in first.values())):
        named = (one for s in chosen for one in _leading(s, material) if one not in chosen)
        yield chosen
        yield (*chosen, *dict.fromkeys(named))


def _leading(sentence: Sentence, material: Material) -> Iterator[Sentence]:
    """The sentence before one that begins with a pronoun, and the one before that where it does, too."""
    if before := material.before(sentence):
        yield before
        if first := material.before(before):
            yield first


def covering(
    text: str, sentences: Sequence[Sentence], material: Material, given: Sequence[Sentence] = ()
) -> tuple[Sentence, ...]:
    """Those of the sentences that have, together, what any of them has of the text.

    That is its words, and its names, figures and quotations whole. Others would only be sent again.
    Those given stay; each adds the most to them, of equals the one that says the least else; what
    leans on one stays with it ("They are, she says."); at least one is left, and order is kept.
    """
    chosen = _worded(text, sentences, given)
    chosen += _bringing(text, chosen, sentences, material)
    pairs = [(before, s) for before, s in pairwise(sentences) if before in chosen and s not in chosen]
    chosen += [s for before, s in pairs if is_answer(s.text) or material.before(s) == before]
    return tuple(s for s in sentences if s in chosen)


def sparing(
    text: str, citations: tuple[Citation, ...], material: Material, via: str | None = None
) -> tuple[Citation, ...]:
    """The citations, of each source only those that it takes to carry the text, or else its best three.

    Whatever names the outlet `via` stays.
    """
    kept: set[Citation] = set()
    for source in dict.fromkeys(c.span.source for c in citations):
        own = {c.span: c for c in citations if c.span.source == source}
        cited = [s for s in material.sentences if s.span in own]
        needed = list(covering(text, cited, material)) if len(cited) > _MOST_OF_ONE else cited
        ranked = sorted(cited, key=lambda s: -content_overlap(text, [s.text]))
        more = [s for s in ranked if s not in needed][: max(0, _MOST_OF_ONE - len(needed))]
        kept.update(own[s.span] for s in (*needed, *more))
    left = tuple(c for c in citations if c in kept or (via and has_name(via, c.quote)))
    return citations if material.faults(text, left) else left


def credit(
    text: str, credits: Iterable[str | None], citations: Sequence[Citation], material: Material
) -> str | None:
    """The one outlet that claims of the text credit; None where a source says as much without naming it."""
    named = {one for one in credits if one}
    if len(named) != 1:
        return None
    (via,) = named
    sources = dict.fromkeys(c.span.source for c in citations)
    own = {source: [c for c in citations if c.span.source == source] for source in sources}
    shares = {source: content_overlap(text, [c.quote for c in cited]) for source, cited in own.items()}
    least = AS_MUCH * max(shares.values(), default=0.0)
    silent = (s for s, cited in own.items() if shares[s] >= least and not _credited(via, cited, material))
    return None if any(silent) else via


def reread(
    text: str, citations: Sequence[Citation], material: Material, shown: Collection[Sentence] = ()
) -> tuple[Sentence, ...]:
    """What a second reader of a statement is to see of its citations, in order.

    That is all that he is shown anyway, the sentence that carries it best, and what these two lack.
    """
    cited = {c.span for c in citations}
    found = [s for s in material.sentences if s.span in cited]
    best = [found[k] for k in fit(text, [s.text for s in found])[:1]]
    return covering(text, found, material, [s for s in found if s in best or s in shown])


def _worded(text: str, sentences: Sequence[Sentence], given: Sequence[Sentence]) -> list[Sentence]:
    """Those given, and after them the few that add to them what words of the text any of the others has."""
    own = {s: stems(s.text) for s in (*given, *sentences)}
    chosen = list(given)
    wanted = set(stems(text)).difference(*(own[s] for s in given))
    while rest := [s for s in sentences if s not in chosen]:
        added = {s: wanted.intersection(own[s]) for s in rest}
        best = max(rest, key=lambda s: (len(added[s]), -len(own[s])))
        if chosen and not added[best]:
            break
        chosen.append(best)
        wanted -= added[best]
    return chosen


def _bringing(
    text: str, chosen: Sequence[Sentence], more: Sequence[Sentence], material: Material
) -> tuple[Sentence, ...]:
    """The fewest of the further sentences with which the chosen ones lack as little as with all."""

    def lacking(further: Sequence[Sentence]) -> int:
        citations = [Citation.of(s) for s in (*chosen, *further)]
        return sum(f.kind in _LACKING for f in material.unfounded(text, citations))

    alone = lacking(())
    further = [s for s in more if s not in chosen][:_MOST_BROUGHT] if alone else []
    least = lacking(further) if further else alone
    if alone <= least:  # a sentence may bring a fault, too
        return ()
    for one in sorted(further, key=lambda s: content_overlap(text, [s.text])):
        without = [s for s in further if s is not one]
        if lacking(without) <= least:
            further = without
    return tuple(further)


def _credited(outlet: str, citations: Sequence[Citation], material: Material) -> bool:
    cited = {c.span for c in citations}
    return is_credited(outlet, [s for s in material.sentences if s.span in cited], material.sentences)


def _source(sentence: Sentence) -> str:
    return sentence.span.source
