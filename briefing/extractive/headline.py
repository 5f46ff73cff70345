"""A story's headline, out of its sources' own titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from briefing.grounding import loaded, quantities, quotations, speeches, vouching
from briefing.plain import is_plain
from briefing.printable import one_line
from briefing.types import Cluster, Disagreement, Sentence
from briefing.words import stems

_LONGEST = 110
_SHORTEST = 50
"""Characters of a headline at most; and at least, where it is cut after a clause."""
_LONG = 0.7
"""What a title that has to be cut is worth, as a share of what it is worth whole."""
_CLAUSE = re.compile(r"[,;:] | [–—-]+ | (?=(?:after|as|because|but|when|where|which|while|who) )")
_OWN = 1 / 3
"""Share of a title's content words that the story's text has at the least: a title is printed as ours, and
may hold what the text knows nothing of. Of 136 titles of news, 3 have less, all of them colour."""
_MARKS = re.compile(r"^#+\s*|(?:\s*\||\s[–—-]\s)\s*(?:[A-Z][\w.]*\s*){1,4}$|\s+(?=\?$)")


def headline(cluster: Cluster, lead: str = "", differing: Iterable[Disagreement] = ()) -> str:
    """The story's headline: the plainest of its sources' titles, of equals the one closest to them all.

    One that is a side of a contradiction, and names nobody for it, stands back, and so does one whose
    figure is a side of a disagreement, or is none of the figures of the `lead`.
    Where fewer than half of the sources have a title, their first sentences, cut short, stand beside the
    titles; where there are none either, it is the first source's name.
    """
    origins = [cluster.origin_of(r.source.id) for r in cluster.readings]
    leads = [_plain(_openings(r.sentences)) for r in cluster.readings]
    if not any(leads):
        leads = [_plain(_uncut(r.sentences)) for r in cluster.readings]
    opened = [(origin, lead) for origin, lead in zip(origins, leads, strict=True) if lead]
    told = {stem for s in cluster.sentences if not s.heading for stem in stems(s.text)}
    titles = [
        (origin, title)
        for origin, r in zip(origins, cluster.readings, strict=True)
        if (title := _title(r.source.title, r.sentences)) and _share(set(stems(title)), told) >= _OWN
    ]
    if 2 * len(titles) < len(cluster.readings):
        titles += opened
    if not titles:
        return cluster.readings[0].source.name
    # An origin counts once, in however many reprints its words stand.
    said = {(n, o, word) for n, texts in enumerate((titles, opened)) for o, t in texts for word in stems(t)}
    common = Counter(word for _, _, word in said)
    differing = tuple(differing)
    shown, contested, sides = _figures(lead), _contested(differing), _sides(differing)

    def fitness(title: str) -> tuple[bool, bool, tuple[int, bool, bool, float]]:
        own = _figures(title)
        apart = own & contested or (own and shown and own.isdisjoint(shown))
        return not apart, one_line(title) not in sides or bool(speeches(title)), _fitness(title, common)

    return _cut(max((title for _, title in titles), key=fitness))


def _figures(text: str) -> set[Decimal]:
    return {quantity.value for quantity in quantities(text)}


def _contested(differing: Iterable[Disagreement]) -> set[Decimal]:
    """The figures that only one side of a disagreement about figures has."""
    found: set[Decimal] = set()
    for disagreement in differing:
        if disagreement.kind == "number":
            sides = [{f for c in p.citations for f in _figures(c.quote)} for p in disagreement.positions]
            found |= {f for side in sides for f in side if not all(f in other for other in sides)}
    return found


def _sides(differing: Iterable[Disagreement]) -> set[str]:
    """What the sides of contradictions say; of those about figures only the figures count."""
    apart = (d for d in differing if d.strength == "contradiction" and d.kind != "number")
    return {one_line(c.quote) for d in apart for p in d.positions for c in p.citations}


def _plain(sentences: Iterable[Sentence]) -> str:
    """The first plain one; "" where there is none."""
    return next((s.text for s in sentences if is_plain(s.text) and _cut(s.text)), "")


def _openings(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The first of each paragraph: where it is not plain, an order or markup may go on in those behind it."""
    return (next(paragraph) for _, paragraph in groupby(_uncut(sentences), lambda s: s.paragraph))


def _uncut(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Those of the prose that begin with a word of their own."""
    pairs = zip((None, *sentences), sentences, strict=False)
    return (s for before, s in pairs if not s.heading and not (before and _is_cut(before, s)))


def _is_cut(before: Sentence, sentence: Sentence) -> bool:
    """Whether the sentence begins within a word: the text was too long for one sentence."""
    return before.span.end == sentence.span.start and (before.text[-1] + sentence.text[0]).isalnum()


def _share(words: set[str], told: set[str]) -> float:
    return len(words & told) / len(words) if words else 0.0


def _fitness(title: str, common: Counter[str]) -> tuple[int, bool, bool, float]:
    words = set(stems(title))
    return (
        -len(loaded(title)) - (vouching(title) is not None),
        not (title.endswith(("?", "!")) or title.isupper()),
        not quotations(title),
        sum(common[w] for w in words) / (len(words) + 3) * (1 if len(title) <= _LONGEST else _LONG),
    )


def _title(title: str | None, sentences: Sequence[Sentence]) -> str | None:
    found = title or next((s.text for s in sentences[:2] if s.heading), None)
    shown = _MARKS.sub("", found).strip() if found else ""
    return shown if is_plain(shown) and _cut(shown) else None


def _cut(text: str) -> str:
    """The text on one line of at most 110 characters, cut after a clause or a word; "" where none ends."""
    line = one_line(text)
    if len(line) <= _LONGEST:
        return line.rstrip(".")
    head = line[:_LONGEST]
    ends = [clause.start() for clause in _CLAUSE.finditer(head) if clause.start() >= _SHORTEST]
    head = (head[: ends[-1]] if ends else head.rpartition(" ")[0]).rstrip(",;:. ")
    return head and f"{head}…"
