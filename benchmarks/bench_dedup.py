"""Near-duplicate groups: pair precision and recall, and time beside other libraries, as ratios to ours.

    python benchmarks/bench_dedup.py ../shared/data/performance/news10k.jsonl.gz

A row has a `text`, its gold group `gid`, and how it was made, `kind`. Ours is timed twice: with the token
ids given, as in a run of the program, and from the text on, as the peers are. Peers that are not installed
are left out: gaoya, rensa, datasketch.
"""

# ruff: noqa: T201 - a benchmark prints its figures

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from briefing.dedup.forest import Forest
from briefing.dedup.near import groups
from briefing.tokens import encode

ROUNDS = 3
JACCARD = 0.7
_WORD = re.compile(r"\w+")

Groups = list[list[int]]


def ours(texts: Sequence[str], ids: Sequence[Sequence[int]] | None = None) -> Groups:
    """Groups of positions in `texts`; exact copies are looked up, not compared."""
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        places.setdefault(text, []).append(place)
    same = list(places.values())
    given = (ids[first] if ids else encode(texts[first]) for first, *_ in same)
    found = groups([np.asarray(text, dtype=np.uint32) for text in given])
    return [[place for member in members for place in same[member]] for members in found]


def gaoya(texts: Sequence[str]) -> Groups:
    """The setting with the best recall of those tried: 25 bands of 5, three-word shingles."""
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=JACCARD,
        num_bands=25,
        band_size=5,
        analyzer="word",
        lowercase=True,
        ngram_range=(3, 3),
    )
    index.par_bulk_insert_docs(list(range(len(texts))), list(texts))
    return joined(len(texts), enumerate(index.par_bulk_query(list(texts))))


def rensa(texts: Sequence[str]) -> Groups:
    """Banded MinHash of three-word shingles, candidates checked by their signatures."""
    from rensa import RMinHash, RMinHashLSH

    signatures = RMinHash.from_token_sets([shingles(text) for text in texts], num_perm=128, seed=42)
    index = RMinHashLSH(threshold=JACCARD, num_perm=128, num_bands=16)
    index.insert_many(signatures)
    near = (
        (a, [b for b in found if b < a and signatures[a].jaccard(signatures[b]) >= JACCARD])
        for a, found in enumerate(index.query_all(signatures))
    )
    return joined(len(texts), near)


def datasketch(texts: Sequence[str]) -> Groups:
    """MinHash LSH as its documentation has it."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=JACCARD, num_perm=128)
    near = []
    for place, signature in enumerate(MinHash.bulk([[s.encode() for s in shingles(t)] for t in texts])):
        near.append((place, index.query(signature)))
        index.insert(place, signature)
    return joined(len(texts), near)


def shingles(text: str) -> list[str]:
    """Three lower-case words in a row."""
    words = _WORD.findall(text.lower())
    return [" ".join(three) for three in zip(words, words[1:], words[2:], strict=False)] or [" ".join(words)]


def joined(count: int, near: Iterable[tuple[int, Iterable[int]]]) -> Groups:
    """Connected components."""
    forest = Forest(count)
    for a, others in near:
        for b in others:
            forest.join(a, b)
    return forest.trees()


def scored(found: Groups, rows: Sequence[dict[str, object]]) -> str:
    """Pair precision and recall, and the share of each kind that is with its original."""
    label = {place: number for number, members in enumerate(found) for place in members}
    gold = [row["gid"] for row in rows]
    both = pairs((label[place], gold[place]) for place in range(len(rows)))
    precision, recall = both / pairs(label.values()), both / pairs(gold)
    original = {row["gid"]: label[place] for place, row in enumerate(rows) if row["kind"] == "orig"}
    kinds = Counter(str(row["kind"]) for row in rows)
    hits = Counter(str(r["kind"]) for place, r in enumerate(rows) if label[place] == original.get(r["gid"]))
    made = [
        f"{kind} {hits[kind] / kinds[kind]:.2f}" for kind in sorted(kinds) if kind not in ("orig", "update")
    ]
    return f"P {precision:.3f} R {recall:.3f}  {', '.join(made)}"


def pairs(labels: Iterable[object]) -> int:
    """How many pairs have one label."""
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())


def main(path: str) -> None:
    """Prints each one's median time, the ratio to ours, and its scores."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts = [row["text"] for row in rows]
    ids = [np.array(encode(text), dtype=np.uint32) for text in texts]
    jobs: dict[str, Callable[[], Groups]] = {"ours, ids given": lambda: ours(texts, ids)}
    jobs["ours, from text"] = lambda: ours(texts)
    for peer in (gaoya, rensa, datasketch):
        if importlib.util.find_spec(peer.__name__):
            jobs[peer.__name__] = lambda peer=peer: peer(texts)
    spent: dict[str, list[float]] = {name: [] for name in jobs}
    found = {}
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            begin = time.perf_counter()
            found[name] = job()
            spent[name].append(time.perf_counter() - begin)
    for name, seconds in spent.items():
        median = statistics.median(seconds)
        pace = statistics.median(a / b for a, b in zip(seconds, spent["ours, ids given"], strict=True))
        print(f"{name:16} {median:6.2f} s  {len(rows) / median:6.0f} texts/s  takes {pace:4.1f} times ours")
        print(f"{'':16} {scored(found[name], rows)}")


if __name__ == "__main__":
    main(sys.argv[1])
