"""What figures measure: units of one dimension, and what each is worth."""

from __future__ import annotations

import re

from briefing.lines.thesaurus import concepts

TOLLS = concepts("dead injured missing arrested rescued evacuated aboard survivors")
"""What a story counts once: its toll is the toll."""
GROWING = TOLLS - concepts("missing aboard survivors")
"""Tolls that only grow while a story is told."""
VARYING = concepts("power electricity blackout")
"""What homes are without: they get more, then fewer."""
CROWD = concepts("crowd march protest attend turnout marcher")
"""What tells of how many came."""
MONEY = concepts(
    "crown pound dollar euro franc peso rupee mark guilder krona krone kroner yen yuan rouble florin dinar "
    "lira real rand zloty forint"
)
RATED = (
    r"\s?[-–]\s?(?:\d|year-old)|"
    r"(?:\s\w+){0,3}? (?:ago|earlier|before|later|old|per|each|every|"
    r"an? (?:year|month|week|day|hour|night))\b"
)
"""After a figure of a range, an age, another time or a rate."""
TAIL = re.compile(r"\s(?:by|in|on|at|as|after|when|from|during|for|with|to|among|outside)\s.*$|[,.;:].*$")
"""After what a figure counts: where, when and why it was so many."""
_TABLE = """
    area 10000 hectar ha
    area 4046.9 acr acre
    distance 1609.3 mile
    distance 1000 kilometr kilomet km
    distance 1 metr meter m
    distance 0.3048 foot feet
    distance 0.0254 inch
    distance 0.01 centimetr
    weight 1000 tonn ton
    weight 1 kilo kilogram kg
    weight 0.4536 pound
    volume 1 litr liter
    volume 3.785 gallon
    volume 159 barrel
    time 60 minut
    time 3600 hour
    time 86400 day
    time 604800 week
    time 2.6298e+06 month
    time 3.15576e+07 year
    speed 1.609 mph
    speed 1 km/h kph
    speed 1.852 knot
"""
"""Dimension, factor to square metres, metres, kilograms, litres, seconds or kilometres an hour, stems."""
UNITS = {
    unit: (dimension, float(factor))
    for dimension, factor, *units in map(str.split, _TABLE.strip().splitlines())
    for unit in units
}
"""For each stem of a unit its dimension and its factor."""

TEMPERATURE = "temperature"
_SQUARE = re.compile(r"[\s-]*(?:square|sq\.?)[\s-]+(?:\w+)", re.IGNORECASE)
_AN_HOUR = re.compile(r"[\s-]*\w+ (?:per|an|a) hour|[\s-]*(?:mph|km/h|kph|knots)", re.IGNORECASE)
_DEGREES = re.compile(
    r"[\s-]?(?:degrees?[\s-]|°\s?)(?:(?P<celsius>C(?:elsius|entigrade)?)|F(?:ahrenheit)?)\b", re.IGNORECASE
)


def dimension(unit: str, after: str) -> str:
    """What a unit measures, given the text after the figure: "area", "time" …, or "" where it is none."""
    if _SQUARE.match(after):
        return "area"
    if _AN_HOUR.match(after):
        return "speed"
    if _DEGREES.match(after):
        return TEMPERATURE
    return UNITS.get(unit, ("", 1.0))[0]


def in_base(value: float, unit: str, frame: str, after: str) -> float:
    """The value in the base unit of its dimension, or degrees Celsius; as it is where it counts things."""
    if frame == TEMPERATURE:
        told = _DEGREES.match(after)
        return value if told and told["celsius"] else (value - 32) / 1.8
    dimension, factor = UNITS.get(unit, ("", 1.0))
    if dimension != "distance":
        return value * factor
    return value * {"area": factor * factor, "speed": factor / 1000}.get(frame, factor)
