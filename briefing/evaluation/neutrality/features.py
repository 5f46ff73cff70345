"""What a sentence shows of its wording: its words' weights, and its shape."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from briefing.evaluation.neutrality.table import ToneTable, plain, words
from briefing.grounding.quotations import outside, quotations

_NONE = -6.0
"""The colour of a word that is missing: about that of "of"."""

SHRINK = 5
"""Average words that are added to a text's, lest a single word of a short text decide."""

_MARKS = {
    "question": re.compile(r"\?"),
    "exclamation": re.compile("!"),
    "comma": re.compile(","),
    "bracket": re.compile(r"\("),
    "dash": re.compile(r"—|--|\s[-–]\s"),
    "colon": re.compile(":"),
    "semicolon": re.compile(";"),
    "ellipsis": re.compile(r"…|\.\.\."),
    "figure": re.compile(r"\d+"),
    "amount": re.compile(r"[%$£€]"),
}


def features(text: str, table: ToneTable) -> dict[str, float]:
    """Every feature by name; the words inside quotation marks are not the writer's and do not count.

    The divisors and cut-offs here only bring features to one scale: the weights are fitted to them, so that a
    change of one needs a new fit.
    """
    said = words(text)
    kept = plain(text, table)
    weights = [table.weight(word.key) for word in kept]
    found = _colours([w.colour for w in weights])
    count = max(1, len(kept))
    manner = sum(w.manner for w in weights) + SHRINK * table.average
    return {
        **found,
        "manner": manner / (len(weights) + SHRINK),
        "words": len(said) / 30,
        "length": math.log1p(len(said)),
        "names": (len(said) - len(kept)) / 10,
        "named": (len(said) - len(kept)) / max(1, len(said)),
        "letters": sum(len(word.key) for word in kept) / count,
        **_shape(text),
    }


def _colours(colours: Sequence[float]) -> dict[str, float]:
    """How strong the four most coloured words are, and how much colour there is: as a sum, for the length."""
    ranked = sorted(colours, reverse=True)[:4]
    top = [*ranked, *[_NONE] * (4 - len(ranked))]
    odds = [1 / (1 + math.exp(-colour)) for colour in colours]
    total, length = sum(odds), max(1, len(colours))
    return {
        "first": top[0],
        "second": top[1],
        "third": top[2],
        "foremost": sum(top) / 4,
        "marked": total,
        "marked_for_length": total / math.sqrt(length),
        "marked_log": math.log(total + 0.01),
        "any": -sum(math.log1p(-min(p, 0.99)) for p in odds),
        "average": sum(colours) / length if colours else _NONE,
        "strong": float(sum(colour > -0.5 for colour in colours)),
        "clear": float(sum(colour > -1.5 for colour in colours)),
        "faint": sum(colour > -2.5 for colour in colours) / math.sqrt(length),
    }


def _shape(text: str) -> dict[str, float]:
    bare = outside(text)
    quoted = quotations(text)
    marks = {name: float(len(pattern.findall(bare))) for name, pattern in _MARKS.items()}
    return {
        **marks,
        "quotations": float(len(quoted)),
        "quoted": sum(len(q.text) for q in quoted) / max(1, len(text)),
    }
