"""Who said it: one quotation that two origins give to two people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extractive.detectors.finding import Finding
from briefing.grounding import quotations, speeches
from briefing.lines.corpus import Corpus, Line
from briefing.lines.parties import words_of
from briefing.lines.thesaurus import concepts
from briefing.words import words

_PROPER = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}")
_MARK = re.compile(r"[\"“”‘’']")
_OPENING = 5
"""Words by which two quotations are one: reports cut them at the end. 4 and 6 change nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class _Spoken:
    line: Line
    speaker: str
    quoted: str
    """The quotation, verbatim."""
    opening: tuple[str, ...]


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Quotations that begin alike, of speakers of whom neither origin knows the other's."""
    told = [spoken for line in corpus.lines for spoken in _spoken(line)]
    taken: set[tuple[str, ...]] = set()
    for a in told:
        for b in told:
            if a.line.origin == b.line.origin or a.opening != b.opening or a.opening in taken:
                continue
            if _strange(corpus, a, b) and _strange(corpus, b, a):
                taken.add(a.opening)
                question = f"Who said “{_beginning(a.quoted)} …”"
                weight = corpus.closeness(a.line) + corpus.closeness(b.line)
                sides = ([a.line], [b.line])
                yield from Finding.between(question, "attribution", "contradiction", sides, weight)


def _strange(corpus: Corpus, a: _Spoken, b: _Spoken) -> bool:
    """Whether the origin of `b` has no word of who speaks in `a`."""
    named = concepts(" ".join(words_of(a.speaker)))
    return bool(named) and corpus.unknown(named, b.line.origin)


def _spoken(line: Line) -> Iterator[_Spoken]:
    """The line's quotations, where it names one speaker."""
    if _MARK.search(line.text) is None:
        return
    named = {
        speech.speaker
        for speech in speeches(line.text)
        if speech.verb != "according" and speech.speaker and _PROPER.fullmatch(speech.speaker)
    }
    if len(named) == 1:
        for quotation in quotations(line.text):
            spoken = words(quotation.text)
            if len(spoken) >= _OPENING:
                yield _Spoken(line, min(named), quotation.text, tuple(spoken[:_OPENING]))


def _beginning(quotation: str) -> str:
    """Its first words, as they stand in it."""
    parts = quotation.split()
    length = next(n for n in range(1, len(parts) + 1) if len(words(" ".join(parts[:n]))) >= _OPENING)
    return " ".join(parts[:length]).rstrip(".,;:!?…")
