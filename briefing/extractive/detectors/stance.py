"""How surely a document exposes its story: a few cues of the whole text, weighed by a fitted regression."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from briefing.extractive.detectors.verdicts import EARLY, exposes, tells_plainly
from briefing.fitted import Fitted, fitted
from briefing.lines.corpus import Corpus, Line

FILE = "stance.json"
"""Made by `eval/fit/stance.py`, which says on what, and how well it does."""
_CUES = {
    "rumour": r"rumou?r\w*|speculat\w+|conspirac\w+|viral|internet|social media|unconfirmed|unverified",
    "hoax": r"hoax\w*|fak(?:e|ed|ery)|fabricat\w+|bogus|prank\w*|satir\w+|spoof|parody|made[- ]up|staged|"
    r"stunt|scam",
    "deny": r"den(?:y|ied|ies|ying)|denials?|refut\w+|reject\w*|dismiss\w*|disput\w+|contradict\w*",
    "no plan": r"no plans?|not (?:planning|considering|going to|looking to|in a position)|no intention",
}
_MORE = 6
"""Lines added to those that are counted, so that one line of a short text does not tell all of it. With
5 a pair that disagrees is missed, with 7 none."""
_PATTERNS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _CUES.items()}


def stances(corpus: Corpus) -> dict[str, float]:
    """By source, how surely it exposes the story that others tell, in [0, 1]."""
    documents: dict[str, list[Line]] = defaultdict(list)
    for line in corpus.lines:
        documents[line.source].append(line)
    return {source: model().probability(features(lines)) for source, lines in documents.items()}


def cue_kinds(text: str) -> int:
    """How many kinds of cue the text has, talk of rumours apart."""
    return sum(pattern.search(text) is not None for name, pattern in _PATTERNS.items() if name != "rumour")


def features(lines: Sequence[Line]) -> dict[str, float]:
    """The share of a document's lines that have each cue, and what the lines at its head do."""
    head = lines[:EARLY]
    found = {
        name: sum(pattern.search(line.text) is not None for line in lines) / (len(lines) + _MORE)
        for name, pattern in _PATTERNS.items()
    }
    found["exposes"] = sum(map(exposes, lines)) / (len(lines) + _MORE)
    found["exposes at the head"] = float(any(map(exposes, head)))
    found["tells at the head"] = sum(map(tells_plainly, head)) / len(head)
    return found


def model() -> Fitted:
    """The package's model."""
    return fitted(__package__, FILE, "model")
