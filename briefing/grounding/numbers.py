"""Numbers: how many, how much, which share, in any written form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from briefing.grounding import numerals
from briefing.grounding.bounds import Bound, bound
from briefing.grounding.dates import moments
from briefing.words import STOPWORDS, stem

QuantityKind = Literal["number", "percent", "money", "ordinal", "fraction"]

_NUMERAL = rf"(?:{numerals.DIGITS}|{numerals.WORDS})"
_QUANTITY = re.compile(
    rf"(?<![\w.,/])(?<![^\W\d]['’-])(?P<currency>(?:US|A|C|NZ|HK)?\$|USD\s?|EUR\s?|GBP\s?|[€£¥₹₽])?\s?"
    rf"(?P<numeral>{_NUMERAL})(?![\w.]*/\d|\.\d)"
    rf"(?:(?P<ordinal>st|nd|rd|th)\b|(?P<half>\s+and\s+a\s+half)?(?:[\s-]?(?P<scale>{numerals.SCALED}))?"
    rf"(?P<percent>[\s-]?%|[\s-](?:percentage\s+points?|percent|per\s+cent|pc)\b|pc\b)?)(?:(?!\w)|(?={numerals.MEASURES}\b))",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(numerals.VAGUE)})(?:\s+of\s+(?:thousands|millions|billions))?(?!\w)",
    re.I,
)
_ORDINAL = re.compile(
    rf"(?<![\w-])(?!(?:(?<=\bper\s)|(?<=\bsplit\s))second\b)"  # a unit of time
    rf"(?:(?P<ten>{'|'.join(numerals.TENS)})-)?(?P<rank>{'|'.join(numerals.ORDINALS)})(?![\w-]|\s+of\s+all)",
    re.I,
)
_FRACTION = re.compile(
    rf"(?<![\w-])(?<!\band\s)(?:(?P<top>{numerals.WORDS}|\d+|an?)[\s-])?(?P<part>half|(?:third|quarter|fifth|sixth|eighth|tenth)s?)"
    rf"(?:\s+an?\s+(?P<scale>dozen|hundred|thousand|million|billion|trillion))?(?![\w-])",
    re.I,
)
_PERCENT = re.compile(r"\s+(?:of\s+)?(?:(?:an?|one)\s+)?(?:percent|per\s+cent|percentage\s+point)\b", re.I)
_SHARE = re.compile(
    rf"(?<![\w-])(?P<top>{_NUMERAL})\s+(?:in|out\s+of|of)\s+(?:every\s+)?(?P<bottom>{_NUMERAL})(?![\w-]|[.,]\d|\s+(?:percent|per))",
    re.I,
)
_PHRASE = re.compile(r"[\s-]*([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_OF = re.compile(r"\s+of\s+(?:(?:the|its|his|their)\s+)?")
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life"}
_NO_NOUN = frozenset({"per", "ago"}) | STOPWORDS
_PRONOUN_AFTER = re.compile(
    r"\s+(?:of|another|who|that|day|thing|way|or|by|theory|hypothesis|can|could|should|must|has|is|was|to|on|more|side|hand)\b",
    re.I,
)
_PRONOUN_BEFORE = re.compile(
    r"\b(?:no|th(?:e|is|at)|any|every|each|which|some|(?:an)?other|only|for|as)[\s-]+$", re.I
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts.

    `value` is exact ("$50bn": 50000000000; "one in five" and "20%": 20; "half a million": 500000);
    `unit` a currency sign, "%", the stem of the noun (or of the verb) that follows, or "".
    `bound` says whether the text gives it as exact, about, at least, or at most.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    kind: QuantityKind
    bound: Bound


@lru_cache(maxsize=1 << 12)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number in order, none overlapping; dates and times of day are `dates.moments`."""
    spelled = numerals.spelled(text)
    if not spelled and not numerals.figures(text):
        return ()
    taken = {place for moment in moments(text) for place in range(moment.start, moment.end)}
    found: list[Quantity] = []
    for reader in (_shares, _fractions, _plain, _vague, _ordinals) if spelled else (_shares, _plain):
        for quantity in reader(text):
            if quantity.start not in taken and quantity.end - 1 not in taken:
                places = range(quantity.start, quantity.end)
                if not taken.isdisjoint(places):  # “two and a half million” holds a “half”, read before it
                    found = [q for q in found if not (quantity.start <= q.start and q.end <= quantity.end)]
                found.append(quantity)
                taken.update(places)
    return tuple(sorted(found, key=lambda q: q.start))


def _shares(text: str) -> Iterator[Quantity]:
    for match in _SHARE.finditer(text):
        top, bottom = numerals.value(match["top"]), numerals.value(match["bottom"])
        inside = re.search(r"\sof\s", match.group()) and "out" not in match.group().lower()
        if 0 < top < bottom and not inside and bottom < 1000:
            yield _quantity(text, *match.span(), 100 * top / bottom, "%", "fraction")


def _fractions(text: str) -> Iterator[Quantity]:
    for match in _FRACTION.finditer(text):
        top, part = (match["top"] or "a").lower(), match["part"].lower().removesuffix("s")
        if (part != "half" and not match["top"]) or (
            part not in ("half", "quarter")
            and not match["part"].lower().endswith("s")
            and not (match.end() < len(text) and re.match(r"\s+(?:of|the)\b", text[match.end() :][:8]))
        ):
            continue
        worth = numerals.FRACTIONS[part] * numerals.value(top)
        if match["scale"]:
            yield _quantity(text, *match.span(), worth * numerals.scale(match["scale"]), None, "number")
        elif percent := _PERCENT.match(text, match.end()):
            yield _quantity(text, match.start(), percent.end(), worth, "%", "percent")
        else:
            yield _quantity(text, *match.span(), 100 * worth, "%", "fraction")


def _plain(text: str) -> Iterator[Quantity]:
    matches = [m for m in _QUANTITY.finditer(text) if not _pronoun(text, m)]
    for match, following in zip_longest(matches, matches[1:]):
        scale, currency, percent = match["scale"], match["currency"], match["percent"]
        if following is not None and re.fullmatch(
            r"\s?(?:-|–|—|to)\s?(?:-|–)?", text[match.end() : following.start()]
        ):
            scale, percent = scale or following["scale"], percent or following["percent"]
            currency = currency or following["currency"]
        half = Decimal("0.5") if match["half"] else 0
        worth = (numerals.value(match["numeral"]) + half) * numerals.scale(scale or "")
        start = match.start("currency") if match["currency"] else match.start("numeral")
        if match["ordinal"]:
            yield _quantity(text, start, match.end(), worth, None, "ordinal")
        elif percent:
            yield _quantity(text, start, match.end(), worth, "%", "percent")
        else:
            unit = numerals.SIGNS["$" if "$" in currency else currency.strip().lower()] if currency else None
            yield _quantity(text, start, match.end(), worth, unit, "money" if unit else "number")


def _vague(text: str) -> Iterator[Quantity]:
    for match in _VAGUE.finditer(text):
        worth = Decimal(1)
        for word in re.findall(r"[a-z]+", match.group().lower()):
            worth *= numerals.VAGUE.get(word, 1)
        found = _quantity(text, *match.span(), worth, None, "number")
        yield Quantity(found.start, found.end, found.text, worth, found.unit, "number", "least")


def _ordinals(text: str) -> Iterator[Quantity]:
    for match in _ORDINAL.finditer(text):
        ten = numerals.TENS[match["ten"].lower()] if match["ten"] else 0
        worth = Decimal(ten + numerals.ORDINALS[match["rank"].lower()])
        yield _quantity(text, *match.span(), worth, None, "ordinal")


def _pronoun(text: str, match: re.Match[str]) -> bool:
    """Whether "one" stands for a thing ("one of them", "no one") rather than for a number."""
    if match["numeral"].lower() != "one" or match["scale"] or match["percent"]:
        return False
    return bool(
        _PRONOUN_AFTER.match(text, match.end())
        or _PRONOUN_BEFORE.search(text[max(0, match.start() - 12) : match.end("numeral") - 3])
    )


def _quantity(
    text: str, start: int, end: int, worth: Decimal, unit: str | None, kind: QuantityKind
) -> Quantity:
    if unit is None:
        unit = _unit(text, end)
        if unit in numerals.SIGNS:
            unit, kind = numerals.SIGNS[unit], "money"
    return Quantity(start, end, text[start:end], worth, unit, kind, bound(text, start, end))


def _unit(text: str, end: int) -> str:
    """The stem of the noun counted: the first plural among the words that follow, else the first word."""
    following: list[str] = []
    of = _OF.match(text, end)
    position = of.end() if of else end
    hyphened = text[position : position + 1] == "-"
    while len(following) < 4 and (match := _PHRASE.match(text, position, position + 40)):
        word = match.group(1).lower()
        if word in _NO_NOUN:
            break
        following.append(word.removesuffix("-old").split("-")[-1])
        position = match.end()
        if hyphened:
            break
    following = [w for w in following if w != "old"]
    plural = next(
        (w for w in following if w in _IRREGULAR or (w.endswith("s") and not w.endswith(("ss", "us", "is")))),
        "",
    )
    head = plural or (following[0] if following else "")
    return stem(_IRREGULAR.get(head, head))
