"""What figures measure: the question of each frame, and the units with their worth."""

from __future__ import annotations

_ASKED = """
    dead: How many died
    injured: How many were injured
    missing: How many are missing
    arrested: How many were arrested
    rescued: How many were rescued
    moved: How many had to leave
    aboard: How many were aboard
    crowd: How many came
    jobs: How many jobs go
    hired: How many jobs are created
    workforce: How many are employed
    ill: How many fell ill
    buildings: How many buildings were hit
    powerless: How many are without supply
    strikers: How many are on strike
    signed: How many signed
    votes: How many votes there were
    prison: How long the sentence is
    ban: How long the ban is
    delay: How long the delay is
    contract: How long the contract runs
    lasted: How long it lasted
    area: How large the area is
    price: What the price is
    fine: How high the fine is
    damage: How high the damage is
    loan: How much is lent or granted
    profit: How high the profit is
    loss: How high the loss is
    revenue: How high the revenue is
    budget: How large the budget is
    salary: How high the pay is
    ransom: How high the ransom is
    stolen: How much was stolen
    raised: How much was raised
    turnout: How high the turnout was
    magnitude: How strong it was
    temperature: How hot it was
    speed: How fast it was
    depth: How deep it is
    height: How high it is
    length: How long it is
    distance: How far it is
    weight: How heavy it is
    volume: How much it holds
    unemployment: How high unemployment is
    inflation: How high inflation is
"""
QUESTIONS = dict(row.strip().split(": ") for row in _ASKED.strip().splitlines())

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
UNITS: dict[str, tuple[str, float]] = {}
for _row in _TABLE.strip().splitlines():
    _dimension, _factor, *_stems = _row.split()
    UNITS.update(dict.fromkeys(_stems, (_dimension, float(_factor))))
