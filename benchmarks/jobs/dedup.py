"""Groups of near-duplicates, from a list of texts to a label for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from benchmarks.job import Data, Row, Run
from briefing.dedup.forest import Forest

UNIT = "documents"
JACCARD = 0.7
"""The threshold at which each peer has its best recall at a precision over .99."""
_WORD = re.compile(r"\w+")
Labels = list[int]


def load(rows: Sequence[Row]) -> Data:
    """Every row."""
    return Data(rows, [row["text"] for row in rows])


def amount(data: Data) -> float:
    """Documents."""
    return len(data.texts)


def quality(data: Data, found: Labels) -> dict[str, float]:
    """Precision and recall of pairs, and the share of each kind that is with its original."""
    gold = [row["gid"] for row in data.rows]
    both = _pairs(zip(found, gold, strict=True))
    original = {r["gid"]: label for r, label in zip(data.rows, found, strict=True) if r["kind"] == "orig"}
    told = {"P": both / max(1, _pairs(found)), "R": both / max(1, _pairs(gold))}
    for kind in sorted({row["kind"] for row in data.rows} - {"orig", "update"}):
        of_kind = [(r, label) for r, label in zip(data.rows, found, strict=True) if r["kind"] == kind]
        told[kind] = sum(original.get(r["gid"]) == label for r, label in of_kind) / len(of_kind)
    return told


def _ours() -> Run:
    """As the program does it: exact copies are looked up, the others' shingles are compared."""
    from briefing.dedup.near import groups
    from briefing.dedup.shingles import shingled

    def run(data: Data) -> Labels:
        first: dict[str, int] = {}
        place = [first.setdefault(text, len(first)) for text in data.texts]
        label = {m: number for number, members in enumerate(groups(shingled(first))) for m in members}
        return [label[number] for number in place]

    return run


def _gaoya() -> Run:
    """25 bands of 5, the setting with the best recall of those tried."""
    from gaoya.minhash import MinHashStringIndex

    def run(data: Data) -> Labels:
        index = MinHashStringIndex(
            hash_size=32,
            jaccard_threshold=JACCARD,
            num_bands=25,
            band_size=5,
            analyzer="word",
            lowercase=True,
            ngram_range=(3, 3),
        )
        texts = list(data.texts)
        index.par_bulk_insert_docs(list(range(len(texts))), texts)
        return _joined(len(texts), enumerate(index.par_bulk_query(texts)))

    return run


def _rensa() -> Run:
    """Banded signatures of three-word shingles; candidates are checked by their signatures."""
    from rensa import RMinHash, RMinHashLSH

    def run(data: Data) -> Labels:
        signed = RMinHash.from_token_sets([_shingles(text) for text in data.texts], num_perm=128, seed=42)
        index = RMinHashLSH(threshold=JACCARD, num_perm=128, num_bands=16)
        index.insert_many(signed)
        found = enumerate(index.query_all(signed))
        near = ((a, [b for b in bs if b < a and signed[a].jaccard(signed[b]) >= JACCARD]) for a, bs in found)
        return _joined(len(signed), near)

    return run


def _datasketch() -> Run:
    """As its documentation has it."""
    from datasketch import MinHash, MinHashLSH

    def run(data: Data) -> Labels:
        index = MinHashLSH(threshold=JACCARD, num_perm=128)
        near = []
        signed = MinHash.bulk([[s.encode() for s in _shingles(text)] for text in data.texts], num_perm=128)
        for place, signature in enumerate(signed):
            near.append((place, index.query(signature)))
            index.insert(place, signature)
        return _joined(len(data.texts), near)

    return run


def _simhash() -> Run:
    """64 bits, at most three of them different."""
    import logging

    from simhash import Simhash, SimhashIndex

    def run(data: Data) -> Labels:
        logging.disable(logging.CRITICAL)
        index, near = SimhashIndex([], k=3), []
        for place, text in enumerate(data.texts):
            signature = Simhash(_shingles(text))
            near.append((place, [int(other) for other in index.get_near_dups(signature)]))
            index.add(str(place), signature)
        return _joined(len(data.texts), near)

    return run


CONTENDERS: dict[str, Callable[[], Run]] = {
    "briefing": _ours,
    "gaoya": _gaoya,
    "rensa": _rensa,
    "datasketch": _datasketch,
    "simhash": _simhash,
}


def _shingles(text: str) -> list[str]:
    words = _WORD.findall(text.lower())
    return [" ".join(three) for three in zip(words, words[1:], words[2:], strict=False)] or [" ".join(words)]


def _joined(count: int, near: Iterable[tuple[int, Iterable[int]]]) -> Labels:
    """Connected components."""
    forest = Forest(count)
    for a, others in near:
        for b in others:
            forest.join(a, b)
    return [forest.root(number) for number in range(count)]


def _pairs(labels: Iterable[object]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())
