"""How many or how much: figures of one thing that exclude each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations

from briefing.extractive.detectors.amount import Amount
from briefing.extractive.detectors.amounts import ALL, CROWDED, SHARE, amounts
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.whole import larger
from briefing.lines.contest import Contest, Filler, contests
from briefing.lines.corpus import Corpus
from briefing.lines.measures import MONEY, TAIL, TOLLS
from briefing.lines.question import LINKS, is_clause, unattributed, uncapitalised
from briefing.lines.thesaurus import concepts
from briefing.types import Strength

_HEDGED = re.compile(r"\b(?:estimat\w+|reportedly|puts?|claim\w*)\b", re.I)
_LONGEST = 8
"""Words of a question after "How many"."""
_LIKE = 0.4
"""How alike the clauses are whose figures contradict each other; at .3 two flags more, both look-alikes."""
_TIMES = 4
"""How many times the lesser the greater of two counts of one noun may be: 3 and 10 flag the same of 126 plain
events; at 5 a shipped look-alike is taken, at 3 a shipped disagreement is missed."""
_MOST_WORDS = 12
"""Words of a question that tells of what the figures are."""
_WHITHER = re.compile(r"\sto (?:the )?[a-z]+\b")
"""Where somebody was taken: a question that ends before it asks nothing."""
_BOUND = re.compile(
    r"(?:^|\s)(?:about|around|some|nearly|almost|roughly|approximately|over|just|only|at least|at most|up to|"
    r"(?:more|less|fewer) than|close to|an?|the)$",
    re.IGNORECASE,
)
"""Before a figure and of it."""
_MOST = 30
"""Figures of one toll that a document tells at times of day, of which rises are looked for: a bound."""
_NAME = re.compile(r"\s[^\W\d_]+")
_SIGNS = "$€£¥₹₽"
_JOINED = re.compile(r"^(\S+(?:\s\S+){2,}?)\s(?:and|or|but)\s.*$")
"""A tail that goes on to say something else: not "men and women", but "were hurt and taken away"."""


def detect(corpus: Corpus) -> Iterator[Finding]:
    """Figures that hang on one noun or verb in clauses of one thing, and leave no common value possible."""
    told = [amount for line in corpus.lines for amount in amounts(line)]
    once = TOLLS.union({CROWDED}, (amount.frame for amount in told if amount.frame.startswith(ALL)))
    rises = {(a.toll, a.low, b.low) for a, b in _rises(told)}

    def exclude(a: Amount, b: Amount) -> bool:
        told_to_rise = (a.toll, a.low, b.low) in rises or (b.toll, b.low, a.low) in rises
        return a.excludes(b) and not (a.toll == b.toll and told_to_rise)

    for contest in contests(corpus, told, exclude, _LIKE, once, _comparable):
        guessed = any(_HEDGED.search(x.line.plain) for x in (contest.first, contest.second))
        strength: Strength = "tension" if guessed else "contradiction"
        yield from Finding.between(
            _question(corpus, contest), "number", strength, contest.sides, contest.weight
        )


def _rises(told: Sequence[Filler[Amount]]) -> Iterator[tuple[Amount, Amount]]:
    """The rises of a toll that one document tells, from a figure to a later one."""
    documents: dict[str, list[Amount]] = defaultdict(list)
    for x in told:
        if x.value.toll and x.value.counting.clock:
            documents[x.line.source].append(x.value)
    for amounts_of in documents.values():
        yield from ((a, b) for a, b in permutations(amounts_of[:_MOST], 2) if a.rises_to(b))


def _comparable(a: Filler[Amount], b: Filler[Amount]) -> bool:
    """Whether two counts of one noun may be of one thing: of what a story counts once they always are.

    A count of what something has is none of all of them beside a line on that thing itself.
    """
    if not a.frame.startswith(ALL):
        return True
    mine, theirs = larger(a.value.behind), larger(b.value.behind)
    if mine & b.about - theirs or theirs & a.about - mine:
        return False
    low, high = (min(a.value.top, b.value.top), max(a.value.low, b.value.low))
    return high <= _TIMES * low


def _question(corpus: Corpus, contest: Contest[Amount]) -> str:
    """How many of what; of money how much, or of measures which of the figures, the lower first."""
    pair = sorted((contest.first.value, contest.second.value), key=lambda x: x.low)
    frame = contest.first.frame
    if frame.startswith(ALL) and frame != SHARE:
        return f"How many {pair[1].text.split()[-1]}"
    if frame in ("count", CROWDED, *TOLLS) and not concepts(pair[0].text) & MONEY:
        tail = max(map(_tail, pair), key=lambda t: (len(t.split()) <= _LONGEST, len(t), t))
        if tail and len(tail.split()) <= _LONGEST:
            return f"How many {tail}"
        if pair[0].behind[:1] == "-":
            return f"How many {pair[0].text.partition('-')[2]}s"
    told = [x for x in (_told(corpus, value) for value in pair) if x]
    paid = [x for x in told if x.split()[-1] not in LINKS]
    low, high = (_with_currency(x, frame) for x in pair)
    whole = [f"Whether {x} {_either(low, high)}" for x in told if "-" not in low + high]
    asked = [f"How much {x}" for x in paid] if frame in _SIGNS or concepts(low) & MONEY else whole
    short = [x for x in asked if len(x.split()) <= _MOST_WORDS]
    return min(short, key=lambda x: (len(x), x)) if short else f"Whether it is {_either(low, high)}"


def _tail(amount: Amount) -> str:
    """What follows the figure, up to a place or a time; nothing of a single person or thing."""
    if amount.behind[:1] != " " or amount.top <= 1:
        return ""
    cut = TAIL.sub("", amount.behind)
    whither = _WHITHER.match(amount.behind[len(cut) :])
    return _JOINED.sub(r"\1", (cut + (whither[0] if whither else "")).strip())


def _told(corpus: Corpus, amount: Amount) -> str:
    """The clause that a figure ends, as a question has it; "" where it has no verb or is of two parts."""
    told = unattributed(amount.before + amount.text).removesuffix(amount.text)
    told = _BOUND.sub("", told.strip())
    return uncapitalised(corpus, told) if is_clause(told) else ""


def _either(low: str, high: str) -> str:
    """The two figures, what they end in alike told once: "three or six months"."""
    a, b = low.split(), high.split()
    common = next((n for n, (x, y) in enumerate(zip(a[::-1], b[::-1], strict=False)) if x != y), 0)
    return f"{' '.join(a[: len(a) - common])} or {high}"


def _with_currency(amount: Amount, frame: str) -> str:
    """The figure, with the name of its currency where it is told by name: "310 euros"."""
    name = _NAME.match(amount.behind)
    return f"{amount.text}{name[0]}" if frame in _SIGNS and frame not in amount.text and name else amount.text
