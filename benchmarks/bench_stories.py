"""Stories: B³ F1 over documents of known events, and documents per second beside TF-IDF of scikit-learn.

    python benchmarks/bench_stories.py ../shared/data

Events are told whole ("pile"), and in small piles of one to four events with one to four documents each,
as a reader's sources are. The peer (scikit-learn's TF-IDF, sparse_dot_topn, our average link at .22) is
left out where it is not installed.
"""

# ruff: noqa: T201, S311 - a benchmark prints its figures, and its draws are no secret

from __future__ import annotations

import gzip
import importlib.util
import json
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing import sentences
from briefing.stories import cluster
from briefing.stories.linkage import average_link
from briefing.types import Document, Origin, Reading, Source

SMALL_PILES = 100
ONE_EVENT = {"fnc-02": "fnc", "fnc-03": "fnc", "fnc-04": "fnc"}
"""Gold cases that are about one event."""

Told = list[tuple[str, str]]


def events(data: Path) -> dict[str, Told]:
    """Sets of (event, text)."""
    cases = sorted((data / "gold").glob("*/D*.txt"))
    gold = [(ONE_EVENT.get(path.parent.name, path.parent.name), path.read_text()) for path in cases]
    basil = [json.loads(line) for line in (data / "events/basil/articles.jsonl").open()]
    ecb = [json.loads(line) for line in (data / "events/ecbplus/dev.jsonl").open()]
    return {
        "gold": gold,
        "basil": [(row["triplet"], "\n".join([row["title"], "", *row["sentences"]])) for row in basil],
        "ecb+": [(row["event"], row["text"]) for row in ecb],
    }


def readings(texts: Sequence[str]) -> list[Reading]:
    """Each text as a source of its own."""
    named = [(f"S{number}", text) for number, text in enumerate(texts)]
    return [Reading(Document(Source(s, s), text), sentences.split(s, text)) for s, text in named]


def ours(read: Sequence[Reading]) -> list[int]:
    """The label of each reading."""
    origins = [Origin(f"O{number}", (reading.source.id,)) for number, reading in enumerate(read)]
    found = {r.source.id: c.id for c in cluster(read, origins) for r in c.readings}
    return [int(found[reading.source.id][1:]) for reading in read]


def peer(texts: Sequence[str]) -> list[int]:
    """The label of each text by scikit-learn's TF-IDF."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    found = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2, max_df=0.1).fit_transform(
        texts
    )
    near = sp_matmul_topn(found, found.T.tocsr(), top_n=20, threshold=0.13, n_threads=2).tocoo()
    edges = zip(near.row.tolist(), near.col.tolist(), near.data.tolist(), strict=True)
    grouped = average_link(len(texts), ((a, b, value) for a, b, value in edges if a != b), 0.22)
    label = {member: number for number, members in enumerate(grouped) for member in members}
    return [label[place] for place in range(len(texts))]


def b_cubed(labels: Sequence[int], gold: Sequence[str]) -> float:
    """B³ F1 (Bagga and Baldwin, 1998)."""
    mine, theirs, both = Counter(labels), Counter(gold), Counter(zip(labels, gold, strict=True))
    precision = sum(n * n / mine[label] for (label, _), n in both.items()) / len(gold)
    recall = sum(n * n / theirs[event] for (_, event), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def small_piles(told: Told) -> list[Told]:
    """One to four events with one to four documents each; one event has at least two."""
    draw = random.Random(0)
    by_event: dict[str, Told] = {}
    for event, text in told:
        by_event.setdefault(event, []).append((event, text))
    piles = []
    for _ in range(SMALL_PILES):
        chosen = draw.sample(sorted(by_event), draw.choice((1, 1, 2, 3, 4)))
        least = 2 if len(chosen) == 1 else 1
        wanted = [(by_event[event], draw.randint(least, 4)) for event in chosen]
        piles.append([row for rows, n in wanted for row in draw.sample(rows, min(n, len(rows)))])
    return piles


def scored(pile: Told) -> float:
    """B³ F1 of our stories."""
    return b_cubed(ours(readings([text for _, text in pile])), [event for event, _ in pile])


def main(data: Path) -> None:
    """Prints the scores, then the paces."""
    told = events(data)
    for name, rows in told.items():
        piles = [rows, *small_piles(rows)]
        scores = [scored(pile) for pile in piles]
        small = statistics.mean(scores[1:])
        print(f"{name:6} B³ F1: pile of {len(rows)} {scores[0]:.3f}, small piles {small:.3f}")
    with gzip.open(data / "performance/news10k.jsonl.gz", "rt", encoding="utf-8") as lines:
        noise = [row["text"] for row in map(json.loads, lines) if row["kind"] in ("orig", "update")]
    texts = [text for _, text in told["basil"]] + noise
    read = readings(texts)
    jobs: dict[str, Callable[[], list[int]]] = {"ours": lambda: ours(read)}
    if importlib.util.find_spec("sparse_dot_topn") and importlib.util.find_spec("sklearn"):
        jobs["tf-idf, top n"] = lambda: peer(texts)
    events_of = [event for event, _ in told["basil"]]
    for name, job in jobs.items():
        begin = time.perf_counter()
        labels = job()
        pace = len(texts) / (time.perf_counter() - begin)
        score = b_cubed(labels[: len(events_of)], events_of)
        largest = max(Counter(labels).values())
        print(f"{name:14} {len(texts)} texts, {pace:6.0f} a second, B³ F1 {score:.3f}, largest {largest}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
