"""Who takes part: a party outside of a thing in one origin, and its partner in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.finding import Finding
from briefing.lines.corpus import Corpus, Line
from briefing.lines.thesaurus import concepts

_OUTSIDE = re.compile(
    r"\b(?P<who>[A-ZÀ-Þ][\w’'-]+)\s+(?:\w+\s+){0,2}?(?:would|will|is|was|were|are|did|has|had)\s*(?:not|"
    r"n['’]t)\s+"
    r"(?:be\s+|been\s+)?(?:a\s+)?(?:part of|party to|included in|involved in|invited to|take part in|"
    r"taking part in|"
    r"a member of)\s+(?P<what>[^.;,]{3,60})"
)
_MARKS = re.compile(r"[“”\"]")


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Find "N would not be part of the agreement" beside "an agreement with N"."""
    told = [(line, match) for line in corpus.lines for match in _OUTSIDE.finditer(line.plain)]
    for line, match in told:
        who, what = match["who"], concepts(match["what"])
        excluding = {other.origin for other, m in told if m["who"] == who}
        with_it = re.compile(rf"\b(\w+)\s+(?:with|between|including)\s+(?:the\s+)?{re.escape(who)}\b")
        inside = [x for x in corpus.lines if x.origin not in excluding and _names(with_it, x, what)]
        if inside:
            question = f"Whether {who} is part of {match['what'].strip()}"
            weight = corpus.closeness(line) + max(corpus.closeness(x) for x in inside)
            yield from Finding.between(question, "identity", "contradiction", (inside, [line]), weight)


def _names(with_it: re.Pattern[str], line: Line, what: frozenset[str]) -> bool:
    return any(concepts(match[1]) & what for match in with_it.finditer(_MARKS.sub("", line.text)))
