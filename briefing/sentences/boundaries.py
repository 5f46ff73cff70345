"""Where sentences end inside one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.sentences.abbreviations import (
    AFTER_CLOCK,
    CLOCK,
    COUNTED,
    SHORTENED,
    SPEECH,
    STARTERS,
    TITLES,
)

# Never fails once begun, so a million full stops are read once; what follows is judged in code.
_MARK = re.compile(r"[.!?…]+(?:[\"”’'»)\]*_]|\[\d{1,3}\])*")
_NEXT = re.compile(r"\s+([\"“‘'«(\[*_¿¡]*)([^\W_]{1,24}\.?|.)?", re.DOTALL)
_GLUED = re.compile(r"[A-Z][a-z]*(?:[\s’',]|$)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ENUMERATION = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})")
_SPEAKER = re.compile(r"(?:[\w.’'-]+\s+){1,4}")

_OPENERS = "\"“‘'«([*_"
_SUFFIXES = frozenset(["Com", "Net", "Org", "Js", "Co", "Inc"])
"""Second halves of names ("Overstock.Com"), not first words of sentences."""

_QUOTATION = 400
_SINGLE_OPEN = re.compile(r"(?<![\w'’])['‘](?=[\w\"“(])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
_SINGLE_CLOSE_SURE = re.compile(r"(?<=[.,!?…])['’](?!\w)")


def ends(text: str, start: int, end: int) -> Iterator[int]:
    """The ends of the sentences in the paragraph text[start:end], the last one left out."""
    begin = start
    for mark in _MARK.finditer(text, start, end):
        at = mark.end()
        if at < end and _is_end(text, begin, mark.start(), at, end):
            yield at
            begin = at


def _is_end(text: str, begin: int, mark: int, at: int, end: int) -> bool:
    if not text[at].isspace():
        return _is_glued(text, begin, mark, at, end)
    follows = _NEXT.match(text, at, end)
    word = (follows and follows[2]) or ""
    if not word or not (word[0].isupper() or word[0].isdigit() or _caseless(word[0])):
        return False
    if (
        text[mark] == "."
        and text[mark + 1 : mark + 2] not in (".", "…")
        and _goes_on(text, begin, mark, word)
    ):
        return False
    if text[mark] in "!?" and at > mark + 1 and _names_speaker(text, at, end):
        return False
    return not _in_quotation(text, begin, at, end)


def _caseless(character: str) -> bool:
    return character in "$£€¥#@•" or (character.isalpha() and character.lower() == character.upper())


def _is_glued(text: str, begin: int, mark: int, at: int, end: int) -> bool:
    """Whether the space after a full stop is missing ("its sovereignty.Officials said")."""
    if mark - begin < 3 or not (text[mark - 2 : mark].islower() and text[mark - 2 : mark].isalpha()):
        return False
    follows = _GLUED.match(text, at, end)
    if not follows or follows[0].rstrip("’', \n") in _SUFFIXES:
        return False
    return not _goes_on(text, begin, mark, "") and not _in_quotation(text, begin, at, end)


def _goes_on(text: str, begin: int, mark: int, follows: str) -> bool:
    """Whether the full stop at `mark` belongs to a shortened word, and the sentence goes on after it."""
    before = text[max(begin, mark - 14) : mark].split()
    if not before:
        return True
    word = before[-1].lstrip(_OPENERS)
    word = word.rpartition("-")[2] or word
    if word in TITLES:
        return True
    if word in COUNTED:
        return follows[:1].isdigit()
    if word in CLOCK:
        return follows.rstrip(".") in AFTER_CLOCK
    if mark - begin <= 5 and _ENUMERATION.fullmatch(text[begin:mark].strip()):
        return True
    if word in SHORTENED or _INITIALS.fullmatch(word):
        return follows not in STARTERS
    return False


def _names_speaker(text: str, at: int, end: int) -> bool:
    """Whether a quotation's speaker follows: “Why now?” Ada Holm asked."""
    words = _SPEAKER.match(text, at + 1, min(end, at + 80))
    return words is not None and any(word in SPEECH for word in words[0].split()[:4])


def _in_quotation(text: str, begin: int, at: int, end: int) -> bool:
    """Whether a quotation that opened in this sentence closes within it, later on.

    A quotation of several sentences stays with its speaker. Straight double marks do not say
    whether they open or close, and are left alone.
    """
    limit = min(end, begin + _QUOTATION)
    if at >= limit:
        return False
    opened = text.rfind("“", begin, at)
    if opened >= 0:
        return text.find("”", opened, at) < 0 <= text.find("”", at, limit)
    if text.find("'", begin, at) < 0 and text.find("‘", begin, at) < 0:
        return False
    openings = list(_SINGLE_OPEN.finditer(text, begin, at))
    if not openings or _SINGLE_CLOSE.search(text, openings[-1].end(), at):
        return False
    return _SINGLE_CLOSE_SURE.search(text, at, limit) is not None
