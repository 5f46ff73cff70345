"""A JSON value with one of its parts changed: all chance comes from one `Random`."""

from __future__ import annotations

from random import Random
from typing import Any

_ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 0.5, 2**63, 10**400, float("nan"), float("inf"), -1e308, "", " ", "x", "\0",
    "\ud800", "\u202ex", "S1", "C1", "T1", "briefing/1", "supported", "<b>", "http://[", "2031-13-45", "a\nb",
    "9999-12-31T23:59:59-14:00", "x" * 5000, [], {}, [[]], [None], {"": None}, {"name": 5}, [{"name": []}],
)  # fmt: skip


def twisted(value: Any, random: Random) -> Any:
    """The JSON value with one of its parts changed into something odd, dropped, doubled or renamed."""
    if not isinstance(value, dict | list) or not value or random.random() < 0.15:
        return random.choice(_ODD)
    key: Any = random.choice(list(value)) if isinstance(value, dict) else random.randrange(len(value))
    changed: Any = dict(value) if isinstance(value, dict) else list(value)
    match random.choice(("deeper", "deeper", "deeper", "drop", "odd", "swap", "rename")):
        case "drop":
            del changed[key]
        case "odd":
            changed[key] = random.choice(_ODD)
        case "swap":
            changed[key] = random.choice(list(value.values()) if isinstance(value, dict) else value)
        case "rename" if isinstance(changed, dict):
            changed[random.choice(("", "id", "text", "\ud800", key + "x"))] = changed.pop(key)
        case _:
            changed[key] = twisted(changed[key], random)
    return changed
