"""Where something was said: one announcement, in two settings that exclude each other.

Where something happened is for `place`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice

from briefing.extractive.detectors.finding import Finding
from briefing.lines.corpus import Corpus, Line
from briefing.lines.parties import speaker_name

_SETTINGS = {
    "press": r"(?:press|news|media) (?:conference|briefing)|press call|briefing|presser",
    "speech": r"speech|address|lecture|sermon|keynote|oration",
    "interview": r"(?<!job )interview|sit-down",
    "letter": r"letter|op-ed|written statement|memo|communiqu[eé]|press release|news release|e-?mail",
    "post": r"tweets?|posts?|Twitter|Facebook|Instagram|Telegram|Truth Social",
    "rally": r"rally|campaign (?:event|stop)",
    "call": r"(?:phone|telephone|conference|video) call|phone conversation",
    "hearing": r"hearing|testimony|deposition",
    "debate": r"debate",
}
_TOGETHER = frozenset(
    frozenset(pair)
    for pair in (("speech", "rally"), ("interview", "call"), ("letter", "post"), ("hearing", "letter"))
)
"""Settings that one utterance may have at once: a speech at a rally, an interview by telephone."""
_SETTING = re.compile(
    r"\b(?:in|during|at|on|via|by|through|with|told|before)\s+(?:(?:an?|the|his|her|their|its|this|that|"
    r"one)\s+)?(?:[\w’'-]+\s+){0,4}?(?:"
    + "|".join(rf"(?P<{name}>(?:{words}))" for name, words in _SETTINGS.items())
    + r")\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_COMMON, _LIKE = 4, 0.12
"""Concepts that two lines about one announcement share at least, and how alike they are. Both hold for the
seeds with room to spare (0.19 shared); on 100 BASIL events no flag came of them."""


def detect(corpus: Corpus) -> Iterator[Finding]:
    """One speaker's announcement placed in two exclusive settings by two origins."""
    held: dict[str, list[tuple[str, Line]]] = defaultdict(list)
    for line in corpus.lines:
        match = _SETTING.search(line.plain)
        name = speaker_name(corpus, line) if match else None
        if match and match.lastgroup and name:
            held[name].append((match.lastgroup, line))
    for name, told in held.items():
        yield from islice(_clashes(corpus, name, told), 1)


def _clashes(corpus: Corpus, name: str, told: list[tuple[str, Line]]) -> Iterator[Finding]:
    for (first, a), (second, b) in combinations(told, 2):
        if first == second or frozenset((first, second)) in _TOGETHER or not _one_announcement(corpus, a, b):
            continue
        sides = (
            [a, *(line for setting, line in told if setting == first)],
            [b, *(line for setting, line in told if setting == second)],
        )
        weight = corpus.closeness(a) + corpus.closeness(b)
        yield from Finding.between(f"Where {name} spoke", "place", "contradiction", sides, weight)


def _one_announcement(corpus: Corpus, a: Line, b: Line) -> bool:
    if a.origin == b.origin:
        return False
    one, other = set(_DAY.findall(a.plain)), set(_DAY.findall(b.plain))
    if one and other and not one & other:
        return False
    return len(a.stems & b.stems) >= _COMMON and corpus.shared(a.stems, b.stems) >= _LIKE
