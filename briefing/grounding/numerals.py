"""Numerals: how a number is written, in digits or in words, and what it is worth."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

UNITS = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
ABBREVIATIONS = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
ORDINALS = {
    w: i
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        1,
    )
} | {ten.removesuffix("y") + "ieth": worth for ten, worth in TENS.items()}
FRACTIONS = {
    "half": Decimal("0.5"),
    "third": Decimal(1) / 3,
    "quarter": Decimal("0.25"),
    "fifth": Decimal("0.2"),
    "sixth": Decimal(1) / 6,
    "eighth": Decimal("0.125"),
    "tenth": Decimal("0.1"),
}
VAGUE = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
}
"""So many at the least: "dozens of boats", "tens of thousands"."""
VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333333333", "⅔": "0.6666666667"}

TO_TEN = "|".join([*UNITS][1:11])
TO_TWELVE = "|".join([*UNITS][1:13])
_SCALE = "|".join(SCALES)
_DIGIT = "|".join(list(UNITS)[1:10])
_RANK = "|".join(list(ORDINALS)[:9])
# “Twenty six-year-olds” and “two sixth-form colleges” are so many of what follows.
_BELOW_100 = (
    rf"(?:(?:{'|'.join(UNITS)})(?![a-z])|(?:{'|'.join(TENS)})(?!-(?:{_RANK})\b)(?![a-z])"
    rf"(?:-\s?(?:{_DIGIT})(?![a-z])|\s{{1,3}}(?:{_DIGIT})(?![a-z-]))?)"
)
DIGITS = (
    r"(?:\d{1,3}(?:,\d{3}){1,9}(?!\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}|\x20000){1,9}(?!\d)|\d{1,30})"
    r"(?:\.\d{1,20})?[½¼¾⅓⅔]?|[½¼¾⅓⅔]"
)
SIGNS = {
    "$": "$", "usd": "$", "dollar": "$", "buck": "$", "€": "€", "eur": "€", "euro": "€", "£": "£", "gbp": "£",
    "pound": "£", "sterling": "£", "¥": "¥", "yen": "¥", "yuan": "yuan", "renminbi": "yuan", "₹": "₹",
    "rupee": "₹", "₽": "₽", "rouble": "₽", "ruble": "₽", "cent": "¢", "franc": "franc", "krona": "krona",
}  # fmt: skip
"""The sign of each currency, by its words."""
MEASURES = r"(?:mph|kph|km/?h|km|kg|cm|mm|ml|mg|ft|lbs?|oz|[kmg]w|[kmgt]b|ha|[cfp])"
"""What may stand right behind a figure: "130mph"."""
# Bounded: an endless row of number words must not be read again from each of its words.
_MORE = rf"(?:[\s-]{{1,3}}(?:{_SCALE})(?:[\s-]{{1,3}}(?:and\s+{_BELOW_100}|{_BELOW_100}(?!-)))?)"
WORDS = rf"(?:{_BELOW_100}{_MORE}{{0,5}}|an?{_MORE}{{1,5}})"
SCALED = rf"(?:{_SCALE})s?(?![a-z])|(?<!\s)(?:{'|'.join(ABBREVIATIONS)})(?![a-z])"
_DIGITS = re.compile(DIGITS)
_FIGURE = re.compile(r"[\d½¼¾⅓⅔]")
_WORDS = sorted([*UNITS, *TENS, *SCALES, *ORDINALS, *FRACTIONS, *VAGUE])
_BY_LETTER = groupby(_WORDS, key=itemgetter(0))  # read so in a third of the time
_ANY = "|".join(f"{first}(?:{'|'.join(word[1:] for word in words)})" for first, words in _BY_LETTER)
_BEGINNING = re.compile(rf"\b(?:{_ANY})", re.IGNORECASE)


def figures(text: str) -> bool:
    """Whether any figure stands in the text."""
    return _FIGURE.search(text) is not None


def spelled(text: str) -> bool:
    """Whether any word of the text begins as a number, a rank or a share in words does: one in four does."""
    return _BEGINNING.search(text) is not None


def value(numeral: str) -> Decimal:
    """The worth of a numeral in digits ("1,200.5", "2½") or words ("forty-three", "a dozen").

    Raises ValueError where it is neither.
    """
    if not _DIGITS.fullmatch(numeral):
        return Decimal(_spelled(numeral))
    plain = re.sub(r"[,\s]", "", numeral)
    if plain[-1] in VULGAR:
        return Decimal(plain[:-1] or 0) + Decimal(VULGAR[plain[-1]])
    return Decimal(plain)


def scale(word: str) -> int:
    """What a word of magnitude multiplies by: "bn", "million", "dozens"; 1 for ""."""
    word = word.strip().lower()
    return ABBREVIATIONS.get(word) or SCALES.get(word.removesuffix("s")) or 1


def _spelled(numeral: str) -> int:
    total = run = 0
    words = re.findall(r"[a-z]+", numeral.lower())
    if not words:
        raise ValueError(f"not a numeral: {numeral!r}")
    for word in words:
        if word in ("a", "an"):
            run = 1
        elif word in SCALES and SCALES[word] <= 100:
            run = max(run, 1) * SCALES[word]
        elif word in SCALES:
            total, run = total + max(run, 1) * SCALES[word], 0
        elif word != "and":
            run += UNITS[word] if word in UNITS else TENS[word]
    return total + run
