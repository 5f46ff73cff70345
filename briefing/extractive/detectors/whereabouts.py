"""Where it happened: one event that two origins put in places of which neither knows the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.events import events
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.slots import Slot, clashes
from briefing.extractive.detectors.thesaurus import concepts, sequence
from briefing.extractive.detectors.wording import clause
from briefing.grounding.dates import MONTHS, WEEKDAYS

_KINDS = """
    airport airfield terminal runway
    station platform train carriage railway
    flat apartment house home villa bungalow cottage bedroom kitchen cellar attic farmhouse residence mansion
    hotel motel hostel guesthouse inn
    quarry mine pit
    wood woods forest woodland copse
    beach shore dunes
    river canal lake reservoir pond stream weir creek
    car-park garage
    school classroom college university campus kindergarten
    church chapel cathedral mosque synagogue temple monastery abbey
    hospital clinic surgery ward
    prison jail cell
    office offices headquarters
    restaurant cafe café bar pub nightclub club
    stadium arena pitch racecourse
    theatre theater cinema museum gallery library concert-hall
    shop supermarket store mall bakery pharmacy kiosk
    court courthouse courtroom
    embassy consulate
    factory plant mill warehouse refinery workshop depot
    farm field barn meadow orchard
    port harbour harbor quay pier dock marina
    ship ferry boat yacht
    border frontier checkpoint
    mountain slope summit peak glacier hill
    park garden playground zoo
    square marketplace
    motorway highway
    bridge tunnel
    cemetery graveyard
    barracks base
    parliament palace
    caravan campsite tent
    well ditch culvert drain
    bank
    bus taxi van lorry
"""
_KIND = {word: group.split()[0] for group in _KINDS.strip().splitlines() for word in group.split()}
_WORDS = "|".join(w.replace("-", "[ -]") for w in sorted(_KIND, key=len, reverse=True))
_DATES = "|".join(word.capitalize() for word in (*WEEKDAYS, *MONTHS))
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|off|from|inside|on|beside|behind|under|beneath|above|aboard|between|close to|"
    r"to|"
    rf"into|across|along|by)\s+(?!(?:{_DATES})\b)(?P<phrase>(?:(?:the|an?|his|her|their|its|one|two|"
    rf"three)\s+)?"
    rf"(?:[\w'’-]+\s+){{0,5}}?(?:[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){{0,3}}(?:\s(?:{_WORDS}))?|{_WORDS})"
    r"(?![\w'’])(?:\s+(?:of|in|at|outside|near|on)\s+(?:the\s+)?(?:\w+\s+of\s+)?"
    rf"(?!(?:{_DATES})\b)[A-ZÀ-Þ][\w’'-]+)?)"
)
_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]+")
_BREAK = re.compile(
    r"[;:.]\s|,\s+(?:but|and|while|who|although|after|before)\s|\s(?:but|although|while|after|before)\s|"
    r"\s[—–-]\s"
)
_CALENDAR = frozenset([*MONTHS, *WEEKDAYS])
_NEAR = 60
_FRAMES = frozenset(
    "began struck crashed exploded died shot born found missing arrested freed trial signed announced "
    "opened arrived met held married founded robbed".split()
)
_SEEN = re.compile(
    r"\b(?:stand|stood|standing|parked|abandoned|hidden|hiding|lay|lying|left|buried|kept)\b", re.I
)
_ORDINARY = concepts(" ".join([*MONTHS, *WEEKDAYS, "say tell police"]))


@dataclass(frozen=True, slots=True)
class Place:
    """A place as one origin tells it: names in it, kinds of place, and by which words it is known."""

    origin: str
    names: frozenset[str]
    kinds: frozenset[str]
    words: frozenset[str]


def detect(field: Field) -> Iterator[Finding]:
    """Events put in two places whose words the other origin does not have at all."""

    def exclude(a: Place, b: Place) -> bool:
        if not (a.kinds and b.kinds and a.kinds.isdisjoint(b.kinds)) and not (
            a.names and b.names and bool(a.kinds) == bool(b.kinds)
        ):
            return False
        return field.unknown(a.words, b.origin) and field.unknown(b.words, a.origin)

    def agree(a: Place, b: Place) -> bool:
        return bool(a.words & b.words)

    slots = [slot for line in field.lines for slot in _placed(line)]
    for clash in clashes(field, slots, exclude, agree):
        a, b = clash.first.line, clash.second.line
        weight = clash.score + field.closeness(a) + field.closeness(b)
        question = f"Where {clause(field, a.text)}"
        finding = Finding.of(question, "place", "contradiction", clash.sides, weight)
        if finding:
            yield finding


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(sequence(" ".join(words).replace("-", " ")))


def _placed(line: Line) -> Iterator[Slot[Place]]:
    """The places of the line, each with the events in its clause before it or behind it."""
    text = line.plain
    for match in _PLACE.finditer(text):
        phrase = match["phrase"]
        names = frozenset(n.lower() for n in _NAME.findall(phrase)) - _CALENDAR
        kinds = frozenset(
            _KIND[w]
            for w in re.findall(r"[\w-]+", phrase.lower().replace("car park", "car-park"))
            if w in _KIND
        )
        if not names and not kinds:
            continue
        before, after = (
            text[max(0, match.start() - _NEAR) : match.start()],
            text[match.end() : match.end() + 30],
        )
        before = before[max((m.end() for m in _BREAK.finditer(before)), default=0) :]
        after = after[: next((m.start() for m in _BREAK.finditer(after)), len(after))]
        frames = {name for name, _, _ in events(f"{before} | {after}") if name in _FRAMES}
        if _SEEN.search(before):
            frames.add("found")
        place = Place(line.origin, names, kinds, _stems(names) or _stems(kinds))
        about = concepts(text[: match.start()] + " " + text[match.end() :]) - _ORDINARY
        if place.words:
            for frame in sorted(frames):
                yield Slot(line, frame, place, about)
