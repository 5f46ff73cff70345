"""One fault put into one statement: the text with it, or None where the statement has no place for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from briefing.grounding import called, outside, quantities, quotations, speeches
from briefing.grounding.numerals import UNITS

Mutation = Callable[[str, Sequence[str]], str | None]
"""From a statement, and names that its source has elsewhere, to the statement with one fault."""

HEDGE = "hedge hardened"

_NOT = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|do|should)\b(?!\s+not\b|['’]t\b)"
)
_DENIED = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|did|does|do|should)(?:\s+not\b|n['’]t\b)"
    r"|\b(?P<joined>cannot|can['’]t|won['’]t)\b"
)
_PLAIN = {"w": "will", "c": "can"}
"""The verb of a denial that is one word with it, by its first letter."""
_FIRM: Mapping[str, str] = {
    r"\b(?:may|might|could)(?: well| still| possibly| potentially)? have been\b": "were",
    r"\b(?:may|might|could)(?: well| still| possibly| potentially)? have\b": "has",
    r"\b(?:may|might|could)(?: well| still| possibly| potentially)? be\b": "is",
    r"\b(?:may|might|could)\b(?! not\b)": "will",
    r"\b(?:allegedly|reportedly|supposedly|apparently|probably|possibly|perhaps) ": "",
    r"\b(?:alleged|suspected|apparent|presumed) (?!that\b|to\b|by\b)": "",
    r"\b(is|are|was|were) (?:widely )?(?:expected|likely|thought|believed|suspected) to be\b": r"\1",
    r"\b(?:is|are) (?:widely )?(?:thought|believed|said|reported|rumou?red|suspected) to have\b": "has",
    r"\b(?:is|are) (?:widely )?(?:expected|likely|planning|hoping) to\b": "will",
    r"\b(?:appears|seems) to be\b": "is",
    r"\b(?:appears|seems|appeared|seemed) to have\b": "has",
    r"(?<![Nn]o )\b(?:plans|intends|hopes) to\b": "will",
}
_SHADE = re.compile(
    r"\b(?:whether|if|unclear|possib\w+|potential\w*|perhaps|maybe|probabl[ey]|likely|allege\w*|suspect\w*|claim\w*"
    r"|reportedly|supposedly|apparently|rumou?r\w*|risks?|fear\w*|hop(?:e|es|ed|ing)|worr\w+|concern\w*"
    r"|(?-i:may)|might|could|would|should|seem\w*|appear\w*|expect\w*|believ\w+|plan(?:s|ned|ning)?|prospect|chance)\b",
    re.IGNORECASE,
)
_SHADED = 25  # characters after a hedge within which another one is upon the same words
_BOUND = re.compile(
    r"\b(?:up to|at (?:least|most)|(?:no )?more than|fewer than|less than|over|almost|nearly) (?=[\d$£€])",
    re.IGNORECASE,
)
_NUMBER_WORDS = [*UNITS][2:13]
_NEXT = dict(zip(_NUMBER_WORDS, [*_NUMBER_WORDS[3:], *_NUMBER_WORDS[:3]], strict=True))
_WORD_NUMBER = re.compile(rf"\b(?:{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)
_WORDY = re.compile(r"[A-Za-z]{5,}")


def number_changed(text: str, _names: Sequence[str]) -> str | None:
    """The first number outside quotation marks is another one."""
    for quantity in quantities(outside(text)):
        if found := re.search(r"\d+", quantity.text) or _WORD_NUMBER.search(quantity.text):
            at, end = quantity.start + found.start(), quantity.start + found.end()
            return text[:at] + _other(found.group()) + text[end:]
    return None


def quotation_altered(text: str, _names: Sequence[str]) -> str | None:
    """A word in the middle of the longest quotation is gone."""
    found = max(quotations(text), key=lambda q: len(q.text), default=None)
    words = list(_WORDY.finditer(found.text)) if found else []
    if found is None or len(found.text.split()) < 4 or len(words) < 3:
        return None
    word = words[len(words) // 2]
    start = found.start + word.start()
    return text[:start].rstrip() + " " + text[found.start + word.end() :].lstrip()


def speaker_swapped(text: str, others: Sequence[str]) -> str | None:
    """What a named person says is given to another one."""
    for speech in speeches(text):
        speaker = speech.speaker
        if not speech.named or not speaker or speaker not in called(speaker):
            continue
        for other in others:
            if not set(other.lower().split()) & set(speaker.lower().split()) and other not in text:
                return text.replace(speaker, other, 1)
    return None


def negation_added(text: str, _names: Sequence[str]) -> str | None:
    """The first verb outside quotation marks is negated."""
    found = _NOT.search(outside(text))
    return f"{text[: found.end()]} not{text[found.end() :]}" if found else None


def negation_dropped(text: str, _names: Sequence[str]) -> str | None:
    """The first denial outside quotation marks is none any more."""
    found = _DENIED.search(outside(text))
    if not found:
        return None
    verb = _PLAIN[found["joined"][0]] if found["joined"] else found[1]
    return text[: found.start()] + verb + text[found.end() :]


def hedge_hardened(text: str, _names: Sequence[str]) -> str | None:
    """A hedge outside quotation marks is a plain statement, where no other one shades the same words."""
    plain = outside(text)
    for pattern, firm in _FIRM.items():
        for found in re.finditer(pattern, plain):
            clause = max(plain.rfind(mark, 0, found.start()) for mark in ";.")
            after = found.end() + _SHADED
            if not (
                _SHADE.search(plain, clause + 1, found.start()) or _SHADE.search(plain, found.end(), after)
            ):
                return text[: found.start()] + found.expand(firm) + text[found.end() :]
    return None


def bound_made_exact(text: str, _names: Sequence[str]) -> str | None:
    """The first bound of a number ("up to", "at least") is gone."""
    found = _BOUND.search(outside(text))
    return text[: found.start()] + text[found.end() :] if found else None


MUTATIONS: Mapping[str, Mutation] = {
    "number changed": number_changed,
    "quotation altered": quotation_altered,
    "speaker swapped": speaker_swapped,
    "negation added": negation_added,
    "negation dropped": negation_dropped,
    HEDGE: hedge_hardened,
    "bound made exact": bound_made_exact,
}


def _other(digits: str) -> str:
    """A number of as many digits that differs in its first; another word for one in words."""
    if not digits.isdigit():
        return _NEXT[digits.lower()]
    return ("2" if digits[0] == "1" else str((int(digits[0]) - 1) % 10 or 9)) + digits[1:]
