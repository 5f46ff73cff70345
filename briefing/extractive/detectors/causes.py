"""Why it happened: unlike causes for one effect, and a cause told where another origin has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.slots import Slot, clashes
from briefing.extractive.detectors.thesaurus import concepts
from briefing.extractive.detectors.wording import clause
from briefing.types import Strength

_EFFECTS = (
    ("fire", r"fires?|blaze|flames|inferno"),
    ("crash", r"crash\w*|collision|collided|derail\w*|came down|left the (?:road|rails|track)|sank|sinking|"
    r"capsized"),
    ("blast", r"explo\w+|blast"),
    ("collapse", r"collaps\w+|gave way|caved in|landslide"),
    ("flood", r"flood\w*|burst|overflow\w*"),
    ("outage", r"outage|blackout|power cut|failure|breakdown|lights went out|spill|leak\w*"),
    ("illness", r"ill|illness\w*|outbreak|sick\w*|poisoning|symptoms"),
    ("fall", r"shares?|stocks?|market value|price|rout|tumbl\w+|slump\w*|plunge\w*|sales|profits?"),
    ("closure", r"clos(?:e|es|ed|ing|ure)|shut\w*|bankruptcy|insolven\w+"),
    ("protest", r"protest\w*|demonstrat\w+|riot\w*|unrest|march\w*|strike|walk(?:ed)? out|stoppage|clashes"),
    ("departure", r"resign\w*|resignation|stepped down|quit|dismiss\w*|sacked|fired|departure"),
    ("delay", r"delay\w*|postpon\w+|cancel\w+|called off|abandoned|grounded|suspended"),
    ("death", r"died|death|deaths|killed|dead"),
    ("defeat", r"lost|defeat\w*|failed|failure"),
)  # fmt: skip
_LINK = re.compile(
    r"\b(?:because(?: of)?|due to|caused by|blamed on|as a (?:result|consequence) of|owing to|thanks to|"
    r"(?:triggered|sparked|prompted|set off|provoked|started|brought (?:on|about|down)) by|stems? from|"
    r"down to|"
    r"on account of|after|following|in protest (?:at|against)|over|put (?:it )?down to|traced to|blaming|"
    r"citing)\s+"
    r"(?P<cause>[^.;]{6,110})",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:(?:have|has|had|is|was|were|are) (?:\w+ )?)?"
    r"(?:caused|prompted|triggered|sparked|led to|set off|brought about|to blame for|(?:was|were|"
    r"is) behind|provoked|sent|"
    r"suspected of (?:having )?(?:causing|starting|started|caused)|believed to have (?:caused|started|"
    r"triggered)|"
    r"thought to have (?:caused|started)|responsible for|(?:the|a) (?:cause|reason) (?:of|for|was))\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:because|due to|caused|blam\w+|triggered|sparked|prompted|suspected|believed|thought to have|"
    r"traced|owing|cause)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:too (?:early|soon) to (?:say|tell|speculate)[^.;]{0,30}\b(?:what|why|how|caus\w+)|"
    r"(?:not (?:yet )?(?:known|clear|established)|unclear|unknown|no (?:idea|clue)|a (?:mystery|"
    r"riddle)) (?:what|why|how)|"
    r"causes? (?:\w+ ){0,6}?(?:is|was|remains?|are) (?:\w+ )?(?:unknown|unclear|a mystery|"
    r"under investigation|not (?:yet )?known|"
    r"being investigated|undetermined)|(?:what|why)\b[^.;]{0,50}\b(?:(?:is|was|"
    r"remains?) (?:still )?(?:unknown|unclear|under investigation|a mystery))|"
    r"(?:nothing|no cause) (?:has been |was |is |had been )?(?:ruled out|found|established|excluded))\b",
    re.IGNORECASE,
)
_MANNERS = (
    ("heart", r"heart attack|cardiac arrest|heart failure|stroke|natural causes|illness|pneumonia|cancer"),
    ("water", r"drown(?:ed|ing)"),
    ("shot", r"(?:was|were|been) shot|gunshot\w*|bullet (?:wounds?|to)"),
    ("knife", r"stabb(?:ed|ing)|knife wounds?"),
    ("fall", r"fell (?:from|to (?:his|her|their) death|off|down)|fall from"),
    ("poison", r"poison(?:ed|ing)|overdose\w*|toxic"),
    ("breath", r"strangl\w+|suffocat\w+|asphyxia\w*|smothered"),
    ("own hand", r"suicide|took (?:his|her) own life|hanged (?:him|her)self"),
    ("burns", r"burn(?:ed|t) to death|of (?:his|her|their) burns|smoke inhalation"),
    ("cold", r"hypothermia|froze to death|exposure"),
)  # fmt: skip
_ORDINARY = concepts("say tell year day week month people first fire blaze cause early late news decision")
_ONE_CAUSE = frozenset(
    f"{name} known" for name in ("fire", "crash", "blast", "collapse", "outage", "illness")
)
"""Misfortunes of which a story tells one."""
_LEAST = 2
_REACH = 110
_BREAK = re.compile(r"[.;:]\s")


@dataclass(frozen=True, slots=True)
class Reason:
    """The concepts of a cause, whose words they are; none where the line says that it is not known."""

    origin: str
    words: frozenset[str]
    firm: bool = True


def detect(field: Field) -> Iterator[Finding]:
    """Causes of one effect in words unknown to each other's origin, unknown causes, manners of death."""

    def exclude(a: Reason, b: Reason) -> bool:
        if not a.words or not b.words:
            return a.words != b.words and a.firm and b.firm
        return all(_strange(field, x, y.origin) for x, y in ((a, b), (b, a)))

    slots = [slot for line in field.lines for slot in _reasons(line)]
    for clash in clashes(field, slots, exclude, _agree, _ONE_CAUSE):
        known = bool(clash.first.value.words and clash.second.value.words)
        firm = clash.first.value.firm and clash.second.value.firm
        yield from _finding(field, clash.first.line, clash.second.line, clash.sides, clash.score,
                            "contradiction" if known and firm else "tension")  # fmt: skip
    manners = [slot for line in field.lines for slot in _manners(line)]
    for died in clashes(field, manners, str.__ne__, str.__eq__):
        yield from _finding(field, died.first.line, died.second.line, died.sides, died.score, "contradiction")


def _finding(
    field: Field,
    a: Line,
    b: Line,
    sides: tuple[tuple[Line, ...], tuple[Line, ...]],
    score: float,
    strength: Strength,
) -> Iterator[Finding]:
    weight = score + field.closeness(a) + field.closeness(b)
    finding = Finding.of(f"Whether {clause(field, a.text)}", "cause", strength, sides, weight)
    if finding:
        yield finding


def _agree(a: Reason, b: Reason) -> bool:
    if not a.words or not b.words:
        return a.words == b.words
    return len(a.words & b.words) > 0


def _strange(field: Field, reason: Reason, origin: str) -> bool:
    """Whether at most a third of the words of a cause stand anywhere in the other origin's text."""
    known = sum(not field.unknown(frozenset({word}), origin) for word in reason.words)
    return len(reason.words) >= _LEAST and 3 * known <= len(reason.words)


def _reasons(line: Line) -> Iterator[Slot[Reason]]:
    text = line.plain
    about = line.stems - _ORDINARY
    if _UNKNOWN.search(text):
        for effect in _effects(text) or ["fire"]:
            yield Slot(line, f"{effect} known", Reason(line.origin, frozenset()), about)
        return
    link, led = _LINK.search(text), _LED.search(text)
    told = []
    if link:
        told.append((link["cause"], text[: link.start()], link[0]))
    if led:
        told.append(
            (_BREAK.split(text[max(0, led.start() - _REACH) : led.start()])[-1], text[led.end() :], led[0])
        )
    for cause, rest, words in told:
        within = _effects(cause)
        reason = Reason(line.origin, concepts(cause) - _ORDINARY, _FIRM.search(words) is not None)
        for effect in _effects(rest):
            if effect not in within:
                yield Slot(line, effect, reason, about)
                yield Slot(line, f"{effect} known", reason, about)


@cache
def _compiled(table: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in table)


def _effects(text: str) -> list[str]:
    return [name for name, words in _compiled(_EFFECTS) if words.search(text)]


def _manners(line: Line) -> Iterator[Slot[str]]:
    found = [name for name, words in _compiled(_MANNERS) if words.search(line.plain)]
    if len(found) == 1:
        yield Slot(line, "manner of death", found[0], line.stems - _ORDINARY)
