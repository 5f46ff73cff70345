"""Sentences with their offsets, measured on texts, scored on gold sentences and on traps."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.job import SHARED, Data, Row, Run

UNIT = "MB"
BASIL = SHARED / "events/basil/articles.jsonl"
Spans = list[tuple[int, int]]

TRAPS = (
    "Dr. Ola Venn met Gov. Piet Aas at 6 p.m. on Friday in Halden, N.Y.| They spoke for an hour.",
    "The U.S. said on Monday that it would pay.| The U.N. thanked it.",
    "“We wait for the ferry, but it must sail today,” Marsh said.| She spoke in Orrin.",
    "She asked, “Why today?” and left.| Nobody answered.",
    "“Stop!” he shouted.| “The dam is open.”| The crowd ran.",
    "Shares of Vell Lines Inc. rose 2.5 percent to $17.40.| Marrow Corp. fell.",
    "The session closed at 9 a.m.| Officials said nothing.",
    "He moved to the U.K. in 1998.| Prof. Ada Holm, Ph.D., followed.",
    "Lt. Col. Ivo T. Kant Jr. called No. 5 the best.| It was Jan. 6.",
    "Is this the end?| Nobody knows... but some hope.",
    "Vell (once Vell Co.) earned $1.2 million vs. $1.1 million.| Sales fell.",
    "“I do not know,” said Sen. Rut Brand, D-Ore.| “We will see.”",
    "Prices rose in the U.S.| The bank held its rate.",
    "Police of St. Orrin found two men near 5th St. and Mill Ave. on Sunday night.",
    "See www.ferry.example for times.| Write to desk@packet.example today.",
    "He called it “a final answer” to the strike.| The union did not agree.",
    "The mine closed nothing .| Its owner spoke later.",
    "The pact asks for respect of the river’s borders.|Engineers have not answered yet.",
    "HALDEN (AP) — Mayor Lie said on Thursday she would veto it.| “It is bad,” she said.",
    "About 3.5 million litres leaked, i.e. a tenth.| The rest held.",
)
"""A bar marks where a sentence ends, besides the end of the text."""


def load(rows: Sequence[Row]) -> Data:
    """The originals."""
    return Data(rows, [row["text"] for row in rows if row["kind"] == "orig"])


def amount(data: Data) -> float:
    """Megabytes."""
    return data.megabytes


def quality(data: Data, found: tuple[Callable[[str], Spans], Any]) -> dict[str, float]:
    """Traps passed, and F1 of boundaries on the gold sentences of BASIL's articles, where it is there."""
    spans = found[0]
    told = {"traps": float(sum(_passes(spans, trap) for trap in TRAPS))}
    if BASIL.exists():
        hit = mine = gold = 0
        for row in map(json.loads, BASIL.read_text(encoding="utf-8").splitlines()):
            sentences = [s.strip() for s in row["sentences"] if s.strip()]
            text = " ".join(sentences)
            ends, place = set(), 0
            for sentence in sentences:
                place = text.index(sentence, place) + len(sentence)
                ends.add(place)
            own = _ends(spans, text)
            hit, mine, gold = hit + len(own & ends), mine + len(own), gold + len(ends)
        told["basil_F"] = 2 * hit / (mine + gold)
    return told


def _passes(spans: Callable[[str], Spans], trap: str) -> bool:
    parts = trap.split("|")
    text = "".join(parts)
    wanted = {len("".join(parts[: n + 1]).rstrip()) for n in range(len(parts))}
    return _ends(spans, text) == wanted


def _ends(spans: Callable[[str], Spans], text: str) -> set[int]:
    return {len(text[:end].rstrip()) for _, end in spans(text)}


def _each(spans: Callable[[str], Spans]) -> Run:
    return lambda data: (spans, [spans(text) for text in data.texts])


def _ours() -> Run:
    from briefing import sentences

    return _each(sentences.spans)


def _peer(module: str, make: Callable[[Any], Callable[[str], Spans]]) -> Callable[[], Run]:
    return lambda: _each(make(importlib.import_module(module)))


def _sentencex(module: Any) -> Callable[[str], Spans]:
    def spans(text: str) -> Spans:
        return [
            (found["start_index"], found["end_index"]) for found in module.get_sentence_boundaries("en", text)
        ]

    return spans


def _pysbd(module: Any) -> Callable[[str], Spans]:
    segment = module.Segmenter(language="en", clean=False, char_span=True).segment
    return lambda text: [(found.start, found.end) for found in segment(text)]


CONTENDERS: dict[str, Callable[[], Run]] = {
    "briefing": _ours,
    "sentencex": _peer("sentencex", _sentencex),
    "nupunkt": _peer("nupunkt", lambda module: module.sent_spans),
    "blingfire": _peer(
        "blingfire", lambda module: lambda text: module.text_to_sentences_and_offsets(text)[1]
    ),
    "pysbd": _peer("pysbd", _pysbd),
}
