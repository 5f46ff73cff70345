"""One document as it is worth reading: without its repeats and its page furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.dedup.furniture import is_furniture
from briefing.dedup.repeats import SHORT, Repeats
from briefing.plain import is_foreign, is_order, is_signature
from briefing.printable import numbered
from briefing.types import Document, Omission, Reading, Sentence, Sentences
from briefing.words import count_words

_SHOWN_LINES = 3
_SHOWN_CHARACTERS = 60


def reading(document: Document, sentences: Iterable[Sentence]) -> tuple[Reading, tuple[Omission, ...]]:
    """The document without repeats, page furniture, foreign paragraphs and orders to a program.

    Beside it, what was left out. Of repeated text the first stays.
    """
    repeated: Counter[str] = Counter()
    furniture: list[str] = []
    foreign: list[Sentence] = []
    orders: list[Sentence] = []
    article = _without_furniture(_without_repeats(sentences, repeated), furniture)
    kept = Sentences(document, _without_orders(_without_foreign(article, foreign), orders))
    omissions = _omissions(document.source.name, repeated, furniture, len(orders), len(foreign))
    return Reading(document, kept), tuple(omissions)


def _without_orders(sentences: Iterable[Sentence], orders: list[Sentence]) -> Iterator[Sentence]:
    """The sentences that speak to readers; the others go to `orders`."""
    for sentence in sentences:
        if is_order(sentence.text):
            orders.append(sentence)
        else:
            yield sentence


def _without_furniture(sentences: Iterable[Sentence], lines: list[str]) -> Iterator[Sentence]:
    """The sentences of the article; to `lines` goes the furniture: sentences in a row in one paragraph."""
    for (_, furniture), group in groupby(sentences, key=lambda s: (s.paragraph, is_furniture(s.text))):
        if furniture:
            lines.append(" ".join(sentence.text for sentence in group))
        else:
            yield from group


def _without_foreign(sentences: Iterable[Sentence], foreign: list[Sentence]) -> Iterator[Sentence]:
    """The sentences of paragraphs in English; the others go to `foreign`, with who signs them."""
    gone = False
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        text = " ".join(sentence.text for sentence in paragraph)
        gone = is_foreign(text) or (gone and is_signature(text))
        if gone:
            foreign += paragraph
        else:
            yield from paragraph


def _without_repeats(sentences: Iterable[Sentence], repeated: Counter[str]) -> Iterator[Sentence]:
    """The sentences that say something for the first time; `repeated` counts the others.

    A short paragraph goes only where it repeats a heading, stands twice in a row, or goes on with a
    repeated passage: two questions may have the same answer.
    """
    repeats = Repeats()
    headings: set[int] = set()
    expected: set[int] = set()
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        first = len(repeats)
        fresh: list[Sentence] = []
        twins: list[int] = []
        for sentence in paragraph:
            twin = repeats.meet(sentence.text)
            if twin is not None:
                twins.append(twin)
            elif sentence.heading and not is_furniture(sentence.text):
                headings.add(len(repeats) - 1)
            if twin is None or count_words(sentence.text) < SHORT:
                fresh.append(sentence)
        whole = len(twins) == len(paragraph)
        if whole and (not fresh or twins[0] in headings | expected or _long(paragraph)):
            repeated["title" if twins[0] in headings else "paragraph"] += 1
            expected = {twins[-1] + 1}
        else:
            repeated["sentence"] += len(paragraph) - len(fresh)
            yield from fresh
            expected = {first}


def _long(paragraph: list[Sentence]) -> bool:
    return sum(count_words(sentence.text) for sentence in paragraph) >= SHORT


def _omissions(
    what: str, repeated: Counter[str], furniture: list[str], orders: int, foreign: int
) -> Iterator[Omission]:
    told = [numbered(repeated[u], f"repeated {u}") for u in ("title", "paragraph", "sentence") if repeated[u]]
    if told:
        yield Omission(what, "duplicate", ", ".join(told))
    if furniture:
        lines = list(dict.fromkeys(map(_shortened, furniture)))
        shown = [f'"{line}"' for line in lines[:_SHOWN_LINES]] + ["…"] * (len(lines) > _SHOWN_LINES)
        count = numbered(len(furniture), "line")
        yield Omission(what, "furniture", f"{count} of page furniture ({', '.join(shown)})")
    if orders:
        verb = "speaks" if orders == 1 else "speak"
        yield Omission(
            what, "furniture", f"{numbered(orders, 'sentence')} that {verb} to a program, not to readers"
        )
    if foreign:
        yield Omission(what, "language", f"{numbered(foreign, 'sentence')} not in English")


def _shortened(line: str) -> str:
    line = " ".join(line.split())
    return line if len(line) <= _SHOWN_CHARACTERS else line[:_SHOWN_CHARACTERS].rsplit(" ", 1)[0] + " …"
