"""How it ended in figures: the votes for and against, the score of a match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.extractive.detectors.finding import Finding
from briefing.grounding.numerals import UNITS, value
from briefing.lines.contest import Filler, contests
from briefing.lines.corpus import Corpus, Line
from briefing.lines.thesaurus import concepts

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(UNITS)})"
_PAIR = re.compile(
    rf"(?<![\w.,:-])(?<!from )(?P<one>{_NUMBER})(?: votes?)?(?:\s?[-–]\s?| to | against )(?P<two>{_NUMBER})"
    r"(?![\w:-])",
    re.IGNORECASE,
)
_FRAMES = {
    "vote": re.compile(r"\bvot(?:e[sd]?|ing)\b"),
    "match": re.compile(r"\b(?:beat|beaten|won|wins?|lost|defeat(?:ed)?|victory|drew|draw|final score)\b"),
}
"""What a line tells of in which two figures are a result."""
_PARTIAL = re.compile(r"\b(?:half|aggregate|set|leg|series|odds|poll|season|years?|hours?|per cent)\b|%")
"""In a line whose figures are of a part, or of something else."""
_LIKE = 0.3
"""How alike two clauses on one result are: on 367 groups of BASIL, ECB+ and FNC-1 nothing is flagged."""


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Unlike results of one vote, or of one match."""
    told = [result for line in corpus.lines for result in _results(line)]
    for contest in contests(corpus, told, lambda a, b: a != b, _LIKE):
        question = f"How the {contest.first.frame} ended"
        yield from Finding.between(question, "number", "contradiction", contest.sides, contest.weight)


def _results(line: Line) -> Iterator[Filler[tuple[Decimal, Decimal]]]:
    """The one result that a line tells, its figures in whatever order."""
    pairs = [*_PAIR.finditer(line.plain)]
    frame = next((name for name, words in _FRAMES.items() if words.search(line.plain)), None)
    if frame and len(pairs) == 1 and not _PARTIAL.search(line.plain):
        one, two = sorted(value(pairs[0][side].lower()) for side in ("one", "two"))
        about = frozenset(c for c in concepts(line.plain) if not c[0].isdigit())
        yield Filler(line, frame, (one, two), frozenset({frame}), about)
