"""Where sentences end inside one paragraph."""

from __future__ import annotations

import re

from briefing.sentences.abbreviations import (
    AFTER_CLOCK,
    CLOCK,
    COUNTED,
    SHORTENED,
    SPEECH,
    STARTERS,
    TITLES,
)

# After its first character it cannot fail, so a run of a million full stops is read once.
_MARK = re.compile(r"[.!?…](?![a-z\d,])[.!?…]*[\"”’'»)\]*_]*(?: [”»])?(?:\[\d{1,3}\])*(\s*)")
_FIRST_WORD = re.compile(r"[\"“‘'«(\[*_¿¡]*([^\W_]{1,24}\.?|.)", re.DOTALL)
_GLUED = re.compile(r"([A-Z][a-z]*)(?:[\s’',]|$)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ENUMERATION = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})")
_SINGLE_OPEN = re.compile(r"(?<![\w'’])['‘](?=[\w\"“(])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
_QUOTATION_END = re.compile(r"(?<=[.,!?…])['’](?!\w)")

_OPENERS = "\"“‘'«([*_"
_DOMAINS = frozenset(["Biz", "Com", "Info", "Js", "Net", "Org", "Tv"])
"""Second halves of names ("Overstock.Com"), not first words of sentences."""

_QUOTATION = 300
"""Characters of a sentence that is kept whole because a quotation in it has several. On BASIL (gold cuts
inside quotations) F falls from .977 at 0 to .975 at 200, .970 at 300, .966 at 400 and .960 at 1,000, but each
cut leaves half a quotation without its speaker."""


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentences in the paragraph text[start:end], which has no white space at its rims."""
    found = []
    begin = start
    for mark in _MARK.finditer(text, start, end):
        stop = mark.start()
        at, after = mark.span(1)
        if at == end:
            break
        if after == at:
            ended = _is_glued(text, begin, stop, at, end)
        else:
            ended = not text[after].islower() and (
                _is_plain(text, stop, at, after) or _is_end(text, begin, stop, at, after, end)
            )
        if ended and not _in_quotation(text, begin, at, end):
            found.append((begin, at))
            begin = after
    found.append((begin, end))
    return found


def _is_plain(text: str, stop: int, at: int, after: int) -> bool:
    """Whether a lone mark stands between a word too long to be shortened and a capital: most ends do."""
    word = text[stop - 6 : stop]
    return at == stop + 1 and text[after].isupper() and word.isalpha() and word.islower()


def _is_end(text: str, begin: int, stop: int, at: int, after: int, end: int) -> bool:
    """Whether a sentence ends with text[stop:at], where the next word is after white space."""
    first = _FIRST_WORD.match(text, after, end)
    if first is None or not _begins(first[1]):
        return False
    if text[stop] in "!?":
        return at == stop + 1 or not _names_speaker(text, after, end)
    return text[stop + 1] in ".…" or not _is_shortened(text, begin, stop, first[1])


def _begins(word: str) -> bool:
    first = word[0]
    return (
        first.isupper() or first.isdigit() or first in "$£€¥#@•" or (first.isalpha() and not first.islower())
    )


def _is_glued(text: str, begin: int, stop: int, at: int, end: int) -> bool:
    """Whether a sentence ends where the space is missing ("its sovereignty.Officials said")."""
    before = text[max(begin, stop - 2) : stop]
    follows = _GLUED.match(text, at, end)
    if follows is None or follows[1] in _DOMAINS or not (before.isalpha() and before.islower()):
        return False
    return not _is_shortened(text, begin, stop, "")


def _is_shortened(text: str, begin: int, stop: int, follows: str) -> bool:
    """Whether the full stop at `stop` only shortens its word, and the sentence goes on."""
    before = text[max(begin, stop - 14) : stop].split()
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
    if stop - begin <= 5 and _ENUMERATION.fullmatch(text[begin:stop].strip()):
        return True
    if word in SHORTENED or _INITIALS.fullmatch(word):
        return follows not in STARTERS
    return False


def _names_speaker(text: str, after: int, end: int) -> bool:
    """Whether a quotation's speaker follows: “Why now?” Ada Holm asked."""
    for word in text[after : min(end, after + 80)].split()[:5]:
        bare = word.rstrip(".,:;")
        if bare in SPEECH:
            return True
        if bare != word and len(bare) > 1 and bare not in TITLES:
            return False
    return False


def _in_quotation(text: str, begin: int, at: int, end: int) -> bool:
    """Whether a quotation that opened in this sentence goes on, and closes before long.

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
    return _QUOTATION_END.search(text, at, limit) is not None
