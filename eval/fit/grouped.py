"""Groups of reports of one event, of public sets, and what readers wrote down of their sentences.

In a file of labels a line with "#" names a set and the articles of a group, which are numbered from 1; its
labels stand below it. They name sentences: "2.7" is the seventh of the second article.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefing.dedup.reading import reading
from briefing.sentences import split
from briefing.types import Cluster, Document, Origin, Source


def labelled(labels: Path, data: Path) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Of each group the articles' texts and the lines of its labels; `data` is the folder of the sets."""
    texts = _texts(data)
    for block in labels.read_text(encoding="utf-8").split("# ")[1:]:
        head, *lines = block.splitlines()
        name, *articles = head.split(" ")
        yield tuple(texts[name, article] for article in articles), lines


def story(texts: Sequence[str]) -> Cluster:
    """The articles as one story, each of an origin of its own."""
    documents = [Document(Source(f"{n}", ""), text) for n, text in enumerate(texts, 1)]
    readings = tuple(reading(d, split(d.source.id, d.text))[0] for d in documents)
    return Cluster("T1", readings, tuple(Origin(f"O{d.source.id}", (d.source.id,)) for d in documents))


def _texts(data: Path) -> dict[tuple[str, str], str]:
    basil = _rows(data / "events/basil/articles.jsonl")
    ecbplus = _rows(data / "events/ecbplus/dev.jsonl")
    fnc1 = _rows(data / "disagreement/fnc1/bodies.jsonl")
    return {
        **{("basil", row["id"]): "\n\n".join([row["title"] or "", *row["sentences"]]) for row in basil},
        **{("ecbplus", row["id"]): row["text"] for row in ecbplus},
        **{("fnc1", row["body_id"]): row["text"] for row in fnc1},
    }


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
