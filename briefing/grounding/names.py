"""Names: runs of capitalised words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.grounding.lexicon import (
    AMBIGUOUS,
    BODIES,
    NAMING,
    OPENERS,
    ROLES,
    TITLES,
)
from briefing.words import MONTHS, STOPWORDS, WEEKDAYS

_CAPITALISED = re.compile(
    r"(?<![\w@#])(?:(?:[A-Z]\.)+[A-Z](?![^\W_])\.?|[A-Z]\.(?=\s?[A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Gov|Sens?|Reps?|Lt|Col|Sgt|Capt|Prof|Rev|Adm|Maj)\.(?=\s)"
    r"|(?:[ad]l-|[OD]['’])?[A-ZÀ-ÖØ-ÞĀ-Ž](?!\.\s[a-z])[^\W_]*(?:[-&][^\W_]+|['’](?![sS]\b|(?:re|ve|ll|d|m|t)\b)[^\W_]+)*(?:\.[A-Za-z]{2,3}\b)?)"
)
_JOINT = re.compile(
    r"[^\S\n]{1,2}(?:(?:of(?:\s+the)?|de(?:\s+la)?|del|van(?:\s+de[rn]?)?|von(?:\s+der)?|der|den|la|le|du|da|dos|di|bin|ibn|al|el)\s+)?"
)
_SENTENCE_START = re.compile(r"(?:^|[.?!:…—–|]|\n)[\s\"“”‘’'()\[\]*•-]*$|[\"“‘(\[]$|(?:^|\s)['`]$")
_ENDINGS = re.compile(
    r"(?:ly|ing|ed|ness|ments?|tions?|sions?|ists|ities|ances?|ences?|ors|ers|ies|ants)$"
    r"|^(?:god|grand|step)(?:sons?|daughters?|child(?:ren)?|fathers?|mothers?|parents?)$"
)
_NOT_NAMES = frozenset(
    [*"i i'm i've i'd i'll ok st nd rd th sept".split(), *MONTHS, *(m[:3] for m in MONTHS), *WEEKDAYS]
)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as written, without titles before it and possessives after it."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=1 << 12)
def names(text: str) -> tuple[Name, ...]:
    """Every name in order; a capital that only begins a sentence makes none."""
    lower = frozenset(re.findall(r"(?<![\w'’-])[a-z][a-z-]*", text))
    found: list[Name] = []
    run: list[tuple[int, int]] = []
    for match in _CAPITALISED.finditer(text):
        start, end = match.span()
        if run and not _joined(text, run[-1], start):
            found += _named(text, run, lower)
            run = []
        run.append((start, end))
    return tuple(found + _named(text, run, lower))


def called(phrase: str) -> tuple[str, ...]:
    """The names of a phrase out of a sentence ("His aide Ada Ono"), where a first capital opens nothing."""
    return tuple(name.text for name in names("x " + phrase))


def _joined(text: str, last: tuple[int, int], start: int) -> bool:
    """Whether the word at `start` goes on with the name that ends in `last`; "of" joins to bodies only."""
    gap = text[last[1] : start] if start - last[1] < 16 else "."
    if not _JOINT.fullmatch(gap):
        return False
    return not gap.strip().startswith("of") or text[slice(*last)].lower().rstrip("s") in BODIES


def _named(text: str, run: list[tuple[int, int]], lower: frozenset[str]) -> list[Name]:
    """The names in one run of capitalised words, split at titles."""
    if run and _SENTENCE_START.search(text[max(0, run[0][0] - 8) : run[0][0]]) and _opens(text, run, lower):
        run = run[1:]
    parts: list[list[tuple[int, int]]] = [[]]
    for i, (start, end) in enumerate(run):
        word = text[start:end].lower().strip(".")
        after = text[run[i + 1][0] : run[i + 1][1]].lower().strip(".") if i + 1 < len(run) else ""
        before = text[slice(*run[i - 1])].lower().strip(".") if i else ""
        body = word in ROLES and after and after not in TITLES and before not in TITLES
        if word in _NOT_NAMES or (word in TITLES and not body):
            parts.append([])
        elif parts[-1] or word not in ("the", "a", "an"):
            parts[-1].append((start, end))
    return [
        Name(p[0][0], p[-1][1], text[p[0][0] : p[-1][1]])
        for p in parts
        if p and (p[0][1] - p[0][0] > 1 or len(p) > 1)
    ]


def _opens(text: str, run: list[tuple[int, int]], lower: frozenset[str]) -> bool:
    """Whether the first word of a sentence is a common word with a capital."""
    word = text[slice(*run[0])]
    plain = word.lower()
    if not word.istitle():
        return False
    if plain in STOPWORDS or (plain in OPENERS and not (len(run) > 1 and plain in AMBIGUOUS)):
        return True
    if plain in lower and len(run) == 1:
        return True
    return len(run) == 1 and bool(_ENDINGS.search(plain)) and plain not in NAMING
