"""Documents in stories, from a list of texts to a label for each."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence

from benchmarks.job import SHARED, Data, Row, Run

UNIT = "documents"
BASIL = SHARED / "events/basil/articles.jsonl"
Labels = list[int]


def load(rows: Sequence[Row]) -> Data:
    """One text of each group of near-duplicates; among other people's news, the events of BASIL too."""
    once = {str(row["gid"]): row for row in rows if row["kind"] in ("orig", "update")}
    kept = list(once.values())
    if not any("event" in row for row in kept) and BASIL.exists():
        told = map(json.loads, BASIL.read_text(encoding="utf-8").splitlines())
        kept += [
            {"event": row["triplet"], "title": row["title"], "text": "\n".join(row["sentences"])}
            for row in told
        ]
    return Data(kept, [f"{row['title']}\n{row['text']}" for row in kept])


def amount(data: Data) -> float:
    """Documents."""
    return len(data.texts)


def quality(data: Data, found: Labels) -> dict[str, float]:
    """B³ F1 (Bagga and Baldwin, 1998) over the documents whose event is known, and the largest story."""
    known = [(row["event"], label) for row, label in zip(data.rows, found, strict=True) if "event" in row]
    gold, mine, both = Counter(e for e, _ in known), Counter(label for _, label in known), Counter(known)
    precision = sum(n * n / mine[label] for (_, label), n in both.items()) / max(1, len(known))
    recall = sum(n * n / gold[event] for (event, _), n in both.items()) / max(1, len(known))
    b_cubed = 2 * precision * recall / max(1e-9, precision + recall)
    return {"B3_F": b_cubed, "B3_P": precision, "B3_R": recall, "largest": max(Counter(found).values())}


def _ours() -> Run:
    """The vectors, the edges and the groups, as the program makes them of what it has read."""
    from briefing import tokens
    from briefing.stories.clusters import READ, alike
    from briefing.stories.linkage import average_link

    tokens.tokenise(["loads the vocabulary " * 100_000])

    def run(data: Data) -> Labels:
        count = len(data.texts)
        found = average_link(count, *alike((text[:READ] for text in data.texts), count))
        label = {member: number for number, members in enumerate(found) for member in members}
        return [label[place] for place in range(len(data.texts))]

    return run


def _tf_idf() -> Run:
    """TF-IDF of scikit-learn, its twenty nearest by sparse_dot_topn, average link by ours."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    from briefing.stories.linkage import average_link

    def run(data: Data) -> Labels:
        vectors = TfidfVectorizer(
            stop_words="english", sublinear_tf=True, min_df=1, max_df=0.1, dtype="float32"
        )
        made = vectors.fit_transform(data.texts)
        near = sp_matmul_topn(made, made.T.tocsr(), top_n=20, threshold=0.13, n_threads=2).tocoo()
        edges = zip(near.row.tolist(), near.col.tolist(), near.data.tolist(), strict=True)
        found = average_link(len(data.texts), ((a, b, value) for a, b, value in edges if a != b), 0.22)
        label = {member: number for number, members in enumerate(found) for member in members}
        return [label[place] for place in range(len(data.texts))]

    return run


CONTENDERS: dict[str, Callable[[], Run]] = {"briefing": _ours, "tf-idf, sparse top 20": _tf_idf}
