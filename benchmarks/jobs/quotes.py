"""The sentence of a source that an altered quotation is of, in sources of 10,000 characters.

`quotes100` does the same in sources of 100,000. A third of the quotations are of another text: they are to be
found nowhere. What a search makes of the source beforehand (ours: its sentences and their words) is made
before the clock starts, for a source is searched as often as a model has something to say of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.job import Data, Row, Run
from briefing import sentences
from briefing.types import Sentence

UNIT = "quotations"
CHARACTERS = 10_000
SOURCES = 20
QUOTATIONS = 30
_ALTERED = (0.0, 0.02, 0.05)
_LETTERS = "abcdefghij "


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, the text to look in with its sentences, and where in it the words are, if they are."""

    words: str
    source: str
    sentences: tuple[Sentence, ...]
    gold: tuple[int, int] | None


def load(rows: Sequence[Row]) -> Data:
    """The same quotations for every contender."""
    return cases(rows, CHARACTERS)


def cases(rows: Sequence[Row], characters: int) -> Data:
    """Sources of so many characters, each with its quotations."""
    draw = random.Random(5)  # noqa: S311 - no secret
    news = [row["text"] for row in rows if row["kind"] == "orig"]
    draw.shuffle(news)
    whole = "\n\n".join(news)
    characters = min(characters, len(whole) // 2)
    found = []
    for _ in range(SOURCES):
        at = draw.randrange(len(whole) - characters)
        source = whole[at : at + characters]
        split = sentences.split("S1", source)
        long = [s for s in split if len(s.text) > 60] or list(split)
        for number in range(QUOTATIONS):
            if number % 3 == 2:
                other = draw.choice(sentences.split("S1", draw.choice(news))).text
                if len(other) > 60 and other not in source:
                    found.append(Quotation(other, source, split, None))
                continue
            said = draw.choice(long)
            words = _altered(said.text, draw)
            found.append(Quotation(words, source, split, (said.span.start, said.span.end)))
    return Data([{"quotation": q} for q in found], [q.words for q in found])


def _altered(text: str, draw: random.Random) -> str:
    letters = list(text)
    for _ in range(int(len(letters) * draw.choice(_ALTERED))):
        letters[draw.randrange(len(letters))] = draw.choice(_LETTERS)
    return "".join(letters)


def amount(data: Data) -> float:
    """Quotations."""
    return len(data.texts)


def quality(data: Data, found: Sequence[tuple[int, int] | None]) -> dict[str, float]:
    """The share found where they are, by four fifths of their length; the share of absent ones found."""
    hits, false = [], []
    for row, place in zip(data.rows, found, strict=True):
        gold = row["quotation"].gold
        if gold is None:
            false.append(place is not None)
        else:
            covered = min(gold[1], place[1]) - max(gold[0], place[0]) if place else 0
            hits.append(covered >= 0.8 * (gold[1] - gold[0]))
    return {"found": sum(hits) / len(hits), "absent_found": sum(false) / max(1, len(false))}


def _each(look: Callable[[Quotation], tuple[int, int] | None]) -> Run:
    return lambda data: [look(row["quotation"]) for row in data.rows]


def _ours() -> Run:
    from briefing.grounding import locate

    return _prepared(lambda q: _place(locate(q.words, q.sentences)))


def _claims() -> Run:
    """Looked for as a claim is, in other words, too: the sentences that may carry it."""
    from briefing.grounding import find

    return _prepared(lambda q: _place(*find(q.words, q.sentences)[:1]))


def _checked() -> Run:
    """Such a claim that has no fault by the checks which decide whether it is said."""
    from briefing.claims import MENDED_LATER
    from briefing.grounding import faults, find

    def look(quotation: Quotation) -> tuple[int, int] | None:
        held = find(quotation.words, quotation.sentences)
        wrong = (
            {f.kind for f in faults(quotation.words, [s.text for s in held])} - MENDED_LATER
            if held
            else set()
        )
        return None if wrong else _place(*held[:1])

    return _prepared(look)


def _place(sentence: Sentence | None = None) -> tuple[int, int] | None:
    return (sentence.span.start, sentence.span.end) if sentence else None


def _prepared(look: Callable[[Quotation], tuple[int, int] | None]) -> Run:
    from briefing.grounding import locate

    run = _each(look)
    run.prepare = lambda data: [locate("ferry", row["quotation"].sentences) for row in data.rows]  # type: ignore[attr-defined]
    return run


def _rapidfuzz() -> Run:
    from rapidfuzz import fuzz

    def look(quotation: Quotation) -> tuple[int, int] | None:
        found = fuzz.partial_ratio_alignment(quotation.words, quotation.source, score_cutoff=80)
        return (found.dest_start, found.dest_end) if found else None

    return _each(look)


def _edlib() -> Run:
    import edlib

    def look(quotation: Quotation) -> tuple[int, int] | None:
        allowed = len(quotation.words) // 5
        told: Any = edlib.align(quotation.words, quotation.source, mode="HW", task="locations", k=allowed)
        places = told["locations"]
        return (places[0][0] or 0, places[0][1] + 1) if places else None

    return _each(look)


def _difflib() -> Run:
    """The longest block in common; what is too short is not found."""
    import difflib

    def look(quotation: Quotation) -> tuple[int, int] | None:
        match = difflib.SequenceMatcher(None, quotation.source, quotation.words, autojunk=False)
        found = match.find_longest_match()
        start = max(0, found.a - found.b)
        return (start, start + len(quotation.words)) if found.size > len(quotation.words) // 5 else None

    return _each(look)


CONTENDERS: dict[str, Callable[[], Run]] = {
    "briefing": _ours,
    "briefing, as claims": _claims,
    "briefing, as claims checked": _checked,
    "rapidfuzz": _rapidfuzz,
    "edlib": _edlib,
    "difflib": _difflib,
}
