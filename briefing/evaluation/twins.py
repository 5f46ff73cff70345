"""Metamorphic twins: cases rewritten so that we know what must, and must not, change in the findings.

They test what no gold can. Each is a pure function from a case to its twin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefing.evaluation.case import Case
from briefing.types import Document, Source
from briefing.words import MONTHS, WEEKDAYS

Twinning = Callable[[Case], Case]

SYNONYMS: Mapping[str, str] = {
    "announced": "declared", "speech": "address", "ceasefire": "truce", "responded": "replied",
    "injured": "hurt", "began": "started", "ended": "finished", "purchase": "buy", "children": "kids",
    "physicians": "doctors", "attorney": "lawyer", "automobile": "car", "roughly": "about", "blaze": "fire",
    "assistance": "help", "prior to": "before", "approximately": "about", "demonstrators": "protesters",
}  # fmt: skip
"""Words, and those that a second reporter would have used for them."""

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}(?![\w.])")
_SHIFT = str.maketrans("bcdfgklmnprstv", "dgbkcfrnlstvpm")
_HEAD = 4  # letters: "Norland" and "Norlander" keep one stem, and their endings


def outlets_swapped(case: Case) -> Case:
    """Two outlets change names: none is believed for its name."""
    names = [d.source.name for d in case.documents]
    return _with(
        case, [replace(d.source, name=n) for d, n in zip(case.documents, reversed(names), strict=True)]
    )


def reordered(case: Case) -> Case:
    """The sources come in another order: it decides numbering only."""
    turned = list(reversed(case.documents))
    return replace(
        case,
        documents=tuple(
            Document(replace(document.source, id=f"S{n}"), document.text)
            for n, document in enumerate(turned, 1)
        ),
    )


def renamed(case: Case) -> Case:
    """People and places have other names: no detector may live on knowing them."""
    texts = [d.text for d in case.documents]
    common = {w for t in texts for w in re.findall(r"\b[a-z]{4,}\b", t)} | {*MONTHS, *WEEKDAYS}
    seen = Counter(name for t in texts for name in _NAME.findall(t) if name.lower() not in common)
    return _rewritten(case, {name: _other(name) for name in seen})


def reworded(case: Case) -> Case:
    """Some words are those that another reporter would have chosen."""
    return _rewritten(case, SYNONYMS)


def source_copied(case: Case) -> Case:
    """A text is printed twice, the first that has a side of a gold disagreement: it stays one voice."""
    sides = {span.source for d in case.gold.differences for side in d.sides for span in side.spans}
    copied = next((d for d in case.documents if d.source.id in sides), case.documents[0])
    again = replace(copied.source, id=f"S{len(case.documents) + 1}", key="copy", name="A reprint")
    return replace(case, documents=(*case.documents, Document(again, copied.text)))


def without(case: Case, cut: Mapping[str, Sequence[tuple[int, int]]], instead: str = "") -> Case:
    """The case without these ranges of its texts, by source id: one side of a disagreement is gone.

    `instead` stands where the first range of a text was: what another source says, say.
    """
    documents = []
    for document in case.documents:
        text, ranges = document.text, sorted(cut.get(document.source.id, ()))
        for start, end in reversed(ranges):
            text = text[:start] + (instead if (start, end) == ranges[0] else "") + text[end:]
        documents.append(Document(document.source, text))
    return replace(case, documents=tuple(documents))


SAME_FINDINGS: Mapping[str, Twinning] = {
    "outlets swapped": outlets_swapped,
    "sources reordered": reordered,
    "names changed": renamed,
    "words changed": reworded,
    "a source copied": source_copied,
}
"""Twins in which the same sentences must disagree as before."""


def _other(name: str) -> str:
    head = name[:_HEAD].lower().translate(_SHIFT)
    return head.capitalize() + name[_HEAD:]


def _rewritten(case: Case, words: Mapping[str, str]) -> Case:
    if not words:
        return case
    longest = sorted(words, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})(?![\w'’])")
    documents = (
        Document(d.source, pattern.sub(lambda found: words[found.group()], d.text)) for d in case.documents
    )
    return replace(case, documents=tuple(documents))


def _with(case: Case, sources: Sequence[Source]) -> Case:
    pairs = zip(sources, case.documents, strict=True)
    return replace(case, documents=tuple(Document(source, d.text) for source, d in pairs))
