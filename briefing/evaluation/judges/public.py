"""The public sets of claims and evidence, as rows of one form, from a folder that has them.

The sets: WiCE (Kamoi et al. 2023), SummEdits (Laban et al. 2023), CLIFF and Goyal'21 as collected by
AggreFact (Tang et al. 2023), QAGS (Wang et al. 2020), Falke et al. (2019), AttributionBench (Li et al. 2024),
Factcheck-GPT (Wang et al. 2023). A row's `cluster` is its document: rows of one document are no
independent evidence, and a split never parts them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from briefing.evaluation.judges.pairs import LabelledPair

_TOKENISED = tuple(
    (re.compile(form, re.IGNORECASE), plain)
    for form, plain in (
        (r"-\s?lrb\s?-\s?", "("),
        (r"\s?-\s?rrb\s?-", ")"),
        (r"` ?`\s*", "“"),
        (r"\s*' ?'", "”"),
        (r"`", "‘"),
        (r"(?<=\w) ?' ?(s|re|ve|ll|d|m)\b(?! \w+ ?')", r"'\1"),
        (r" n't\b", "n't"),
        (r"([£$€#]) (?=\d)", r"\1"),
        (r"(?<=[£$€])([\d.,]+) (m|bn|k|million|billion)\b", r"\1\2"),
        (r"(?<=\d), (?=\d{3}\b)", ","),
        (r"(?<=\w) - (?=\w)", "-"),
        (r" (?=[,.;:!?)](?:\s|$))", ""),
    )
)
"""What the tokenisers of some sets took apart ("£ 50 m", "all - rounder", "-LRB-"), and how it is written."""


@dataclass(frozen=True, slots=True)
class Public:
    """One row of a public set; `kind` is the set's own finer label, "" where it has none."""

    set: str
    cluster: str
    pair: LabelledPair
    kind: str = ""

    @property
    def reporting(self) -> bool:
        """Whether its document is in the half that is reported on, and fitted to in no way."""
        return crc32(self.cluster.encode()) % 2 == 1


def public(folder: Path) -> tuple[Public, ...]:
    """The rows of every set that the folder has, in order; none where it is not there."""
    return tuple(
        row for name, rows in _SETS.items() if (folder / name).is_dir() for row in rows(folder / name)
    )


def _wice(folder: Path) -> Iterator[Public]:
    for row in _rows(folder, "claims_dev"):
        pair = LabelledPair("\n".join(row["evidence"]), row["claim"], row["label"])
        yield Public("WiCE", f"wice {row['evidence'][:2]} {len(row['evidence'])}", pair, row["label_raw"])


def _summedits(folder: Path) -> Iterator[Public]:
    texts = {doc["doc_id"]: doc["text"] for doc in _rows(folder, "docs")}
    for row in _rows(folder, "claims"):
        name = "SummEdits news" if row["domain"] == "news" else "SummEdits other"
        pair = LabelledPair(texts[row["doc_id"]], row["claim"], row["label"])
        yield Public(name, row["doc_id"], pair, " ".join(row["edit_types"]))


def _cliff_goyal(folder: Path) -> Iterator[Public]:
    texts = {doc["doc_id"]: doc["text"] for doc in _rows(folder, "docs")}
    for row in _rows(folder, "summaries"):
        pair = LabelledPair(_written(texts[row["doc_id"]]), _written(row["summary"]), row["label"])
        yield Public("CLIFF and Goyal'21", row["doc_id"], pair, " ".join(row["error_types"]))


def _qags(folder: Path) -> Iterator[Public]:
    for cut, name in (("cnndm", "QAGS CNN/DM"), ("xsum", "QAGS XSum")):
        rows = list(_rows(folder, cut))
        texts = {row["doc_id"]: row["doc"] for row in rows if row["doc"]}
        for row in rows:
            pair = LabelledPair(_written(texts[row["doc_id"]]), _written(row["claim"]), row["label"])
            yield Public(name, row["doc_id"], pair)


def _falke(folder: Path) -> Iterator[Public]:
    for row in _rows(folder, "triples"):
        for label, side in ((1, "correct_sent"), (0, "incorrect_sent")):
            pair = LabelledPair(_written(row["article_sent"]), _written(row[side]), label)
            yield Public("Falke", row["article_id"], pair)


def _attributionbench(folder: Path) -> Iterator[Public]:
    for row in _rows(folder, "dev"):
        pair = LabelledPair("\n\n".join(row["references"]), row["claim"], row["label"])
        yield Public(row["src"], row["question"] or row["claim"], pair)


def _factcheckgpt(folder: Path) -> Iterator[Public]:
    for row in _rows(folder, "pairs"):
        pair = LabelledPair(row["evidence"], row["claim"], int(row["stance"] == "completely-support"))
        yield Public("Factcheck-GPT", row["claim"], pair, row["stance"])


_SETS: dict[str, Callable[[Path], Iterator[Public]]] = {
    "wice": _wice,
    "summedits": _summedits,
    "cliff_goyal": _cliff_goyal,
    "qags": _qags,
    "falke_pairs": _falke,
    "attributionbench": _attributionbench,
    "factcheckgpt_stance": _factcheckgpt,
}


def _written(text: str) -> str:
    """The text as people write it."""
    for form, plain in _TOKENISED:
        text = form.sub(plain, text)
    return text


def _rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
