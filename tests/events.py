"""Invented reports of three events, and the stories that are made of them."""

from __future__ import annotations

from briefing import dedup, sentences, stories
from briefing.types import Cluster, Document, Reading, Source

FERRY = (
    "The ferry Aurora ran aground off Port Vell on Monday with 40 people on board, the coast guard said. "
    "Lifeboats took off all passengers. The owner, Vell Lines, said that fog had come in within minutes.",
    "Forty travellers were rescued from the stranded ferry Aurora near Port Vell. Ana Brull, 61, told of a "
    "long scraping noise. Vell Lines apologised, and the coast guard praised the crews of its lifeboats.",
    "Why was the radar off? An inquiry into the grounding of the Aurora begins today in Port Vell. The "
    "captain of the ferry, with Vell Lines for twenty years, has been suspended, the coast guard said.",
)
BUDGET = (
    "Parliament in Norland passed the budget on Tuesday by two votes after a debate of nineteen hours. The "
    "finance minister, Ole Brand, called it a good day; the opposition will go to court over pensions.",
    "Norland's government won its budget by the narrowest margin. Pensioners protested outside parliament "
    "while finance minister Ole Brand spoke of discipline. The opposition announced a suit over pensions.",
    "Court to rule on pensions: the opposition in Norland has sued over the budget that parliament passed "
    "with two votes to spare. Finance minister Ole Brand said he had expected nothing else.",
)
COMET = (
    "Astronomers at the Kessel observatory found a comet that will pass the Earth in October. It was named "
    "Halden after the student who saw it first, and may be seen with binoculars.",
    "A student's comet: Ida Halden saw it first, now it bears her name. The Kessel observatory says that in "
    "October binoculars will be enough to see the comet pass.",
)


def reading(number: int, text: str, **known: object) -> Reading:
    document = Document(Source(f"S{number}", f"Outlet {number}", **known), text)  # type: ignore[arg-type]
    return dedup.reading(document, sentences.split(document.source.id, text))[0]


def clustered(*readings: Reading) -> tuple[Cluster, ...]:
    return stories.cluster(readings, dedup.origins(readings))


def groups(*texts: str) -> set[frozenset[str]]:
    found = clustered(*(reading(number, text) for number, text in enumerate(texts, start=1)))
    return {frozenset(r.document.text for r in cluster.readings) for cluster in found}
