"""Metamorphic twins: the same texts changed so that we know what must, and must not, change in the brief.

Each twin is a pure function over texts by file name, in command-line order. A change that finds nothing
to change is an error: a twin that is its original proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Texts = Mapping[str, str]

NAMES = {
    "Vladimir": "Gregor", "Putin": "Drevin", "Volodymyr": "Anselm", "Zelensky": "Marholt",
    "Mykhailo": "Corin", "Podolyak": "Sternau", "Joe": "Tom", "Biden": "Harlan",
    "Russia": "Vostria", "Russian": "Vostrian", "Ukraine": "Caldria", "Ukrainian": "Caldrian",
    "Kyiv": "Astrel", "Moscow": "Dorvik", "Kremlin": "Citadel", "Donetsk": "Merenz", "Luhansk": "Olvask",
    "Kherson": "Brannor", "Zaporizhzhia": "Zelinor", "Kharkiv": "Hadrask", "Switzerland": "Lorvania",
    "Lucerne": "Bellmere", "Italy": "Sardovia", "Washington": "Westhaven", "NATO": "CETO",
}  # fmt: skip
"""People and places of the seeds, and invented ones: no detector may live on knowing them."""

EVERYDAY = {
    "a speech": "an address", "speech": "address", "press conference": "news conference",
    "responded": "reacted", "sham": "farce", "withdraw": "pull out", "withdraws": "pulls out",
    "withdrew": "pulled out", "withdrawal": "pull-out", "pull back": "withdraw", "announced": "declared",
    "ceasefire": "truce", "troops": "soldiers", "proposal": "offer", "proposition": "offer",
}  # fmt: skip
"""Words that a second reporter would use for the first one's."""

FARTHER = {
    "a speech": "an address to diplomats", "same speech": "same address to diplomats",
    "press conference": "media briefing", "not yet responded": "yet to reply", "aide": "adviser",
    "complete sham": "total charade", "a ceasefire": "an armistice", "ceasefire": "armistice",
    "announced": "said", "proposition": "terms",
}  # fmt: skip
"""Words farther off, with the silence told without a negation."""

_SIDES = {
    "answer": (("But the declaration, which", "non-starter in Kyiv."), ("His aide", "common sense.'")),
    "silence": (("Ukrainian officials have not", "proposition."), ("As the situation", "proposal.")),
    "speech": (("'We will (call", "without delay'."), ("In the same speech", "World War Three.")),
    "press conference": (("During a press conference", "contested areas."),),
}
"""How the sentences that carry one side of a disagreement begin and end, in the seeds' own words."""

_OTHER_SIDE = {
    "response": {
        r"Ukrainian officials have not.*?proposition\.": (
            "Mykhailo Podolyak, an aide to Zelensky, called the proposal a complete sham."
        ),
        r"Kyiv’s response to": "the fate of",
    },
    "place": {r"a press conference in Moscow": "a speech at the Foreign Ministry in Moscow"},
}
"""What the second source says (patterns), and how it would have told the first one's side (values)."""


def renamed(texts: Texts) -> Texts:
    """Who it is about is not what differs: the findings stay under other names."""
    return _replaced(texts, NAMES)


def swapped(texts: Texts) -> Texts:
    """No outlet is believed for its name: the findings stay when two outlets change texts."""
    return dict(zip(texts, reversed([*texts.values()]), strict=True))


def reordered(texts: Texts) -> Texts:
    """Order on the command line decides numbering only."""
    return dict(reversed([*texts.items()]))


def reworded(texts: Texts) -> Texts:
    """The findings rest on what is said, not on the seeds' vocabulary."""
    return _replaced(texts, EVERYDAY)


def reworded_further(texts: Texts) -> Texts:
    """The same with words that share no stem with the originals."""
    return _replaced(texts, FARTHER)


def side_deleted(texts: Texts, side: str) -> Texts:
    """With one side gone there is nothing to disagree with: its flag vanishes, the other stays."""
    for first, last in _SIDES[side]:
        texts = _substituted(texts, rf"{re.escape(first)}.*?{re.escape(last)} *", "")
    return texts


def sides_equal(texts: Texts, disagreement: str) -> Texts:
    """Where both say the same, no flag; the other stays."""
    for old, new in _OTHER_SIDE[disagreement].items():
        texts = _substituted(texts, old, new)
    return texts


def side_copied(texts: Texts, copied: str) -> Texts:
    """A text printed twice is one voice: the origins stay, and so do the findings."""
    return {**texts, f"reprint-of-{copied}": texts[copied]}


def _replaced(texts: Texts, words: Mapping[str, str]) -> Texts:
    """Whole words replaced in one pass, longest first, so that no replacement is replaced again."""
    longest = sorted(words, key=len, reverse=True)
    folded = {old.lower(): new for old, new in words.items()}

    def other(found: re.Match[str]) -> str:
        new = folded[found.group().lower()]
        return new[0].upper() + new[1:] if found.group()[0].isupper() else new

    return _substituted(texts, rf"(?i)\b(?:{'|'.join(map(re.escape, longest))})(?=s?\b)", other)


def _substituted(texts: Texts, pattern: str, new: str | Callable[[re.Match[str]], str]) -> Texts:
    changed = {name: re.sub(pattern, new, text) for name, text in texts.items()}
    if changed == texts:
        raise ValueError(f"the twin is its original: nothing matches {pattern}")
    return changed
