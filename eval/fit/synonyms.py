"""Makes `briefing/vectors/synonyms.txt`: the synonyms of WordNet among the words that have a vector.

    python eval/fit/synonyms.py DICT OUT

DICT is WordNet's folder of database files, as for `wordnet.py`. Needs the package, nothing else. The same
inputs give the same file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from wordnet import PARTS, Senses, synsets

from briefing.vectors.table import row

SHARE = 0.02
"""The share of a word's tagged uses that a sense has at the least. At 0 and .02 `judge.py` reaches, as the
mean of five ways to fold, WiCE .750, .751, SummEdits news .643, .648, CLIFF and Goyal .698, .703, in 156 and
76 KB; at .05, .1 and .2 it loses .01 on WiCE and on CLIFF."""


def groups(folder: Path) -> Iterator[tuple[str, ...]]:
    """The words of each synset that have a vector, and of whose uses that sense is SHARE or more."""
    senses = Senses(folder / "index.sense")
    for part in PARTS:
        for offset, synset in synsets(folder / f"data.{part}"):
            words = {w for w in synset.words if w.isalpha() and row(w) is not None}
            kept = tuple(sorted(w for w in words if senses.share(w, part, offset) >= SHARE))
            if len(kept) > 1:
                yield kept


def main(folder: str, out: str) -> None:
    """Write OUT."""
    lines = sorted({" ".join(words) + "\n" for words in groups(Path(folder))})
    Path(out).write_text("".join(lines), encoding="utf-8")
    print(len(lines), "groups")  # noqa: T201  this script's output


if __name__ == "__main__":
    main(*sys.argv[1:])
