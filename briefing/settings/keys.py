"""Every key that can be set: what it must be, and who may set it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.settings import addresses, checks


@dataclass(frozen=True, slots=True)
class Key:
    """A key's check; `parse` makes an environment's text what the check wants.

    `trusted`: not for a file that was merely found in the current folder.
    """

    check: checks.Check
    parse: Callable[[str], object] = str
    trusted: bool = False


def _numeral(text: str) -> object:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _boolean(text: str) -> object:
    word = text.strip().lower()
    return (
        True if word in {"1", "true", "yes", "on"} else False if word in {"0", "false", "no", "off"} else text
    )


def _listed(text: str) -> object:
    return [item.strip() for item in text.split(",") if item.strip()]


PLACES = {
    "env": Key(checks.variable, trusted=True),
    "file": Key(checks.path, trusted=True),
    "command": Key(checks.text, trusted=True),
}
"""Where a secret is: what follows its name and `_` in a key."""

SOURCE = {
    "path": Key(checks.pattern),
    "url": Key(addresses.web),
    "name": Key(checks.text),
    "group": Key(checks.text),
    "weight": Key(checks.positive),
    "private": Key(checks.switch),
    "allow_private_address": Key(checks.switch, trusted=True),
}

MAIL = {
    "from": Key(addresses.reader),
    "to": Key(addresses.readers),
    "smtp": Key(addresses.server),
    **{f"password_{place}": key for place, key in PLACES.items()},
    "on_failure": Key(addresses.reader),
    "empty": Key(checks.choice("skip", "notice")),
    "attach": Key(checks.switch),
    "thread": Key(checks.switch),
    "list_id": Key(addresses.list_id),
    "unsubscribe": Key(addresses.reader),
}

SETTINGS = {
    "title": Key(checks.text),
    "model": Key(checks.model),
    "base_url": Key(addresses.web, trusted=True),
    **{f"api_key_{place}": key for place, key in PLACES.items()},
    "since": Key(checks.since),
    "stories": Key(checks.whole(1, 1000), _numeral),
    "words": Key(checks.whole(1, 1_000_000), _numeral),
    "timezone": Key(checks.zone),
    "mute": Key(checks.texts, _listed),
    "raise": Key(checks.texts, _listed),
    "max_calls": Key(checks.whole(0, 10**9), _numeral),
    "max_tokens": Key(checks.whole(0, 10**12), _numeral),
    "max_cost": Key(checks.amount, _numeral),
    "max_bytes": Key(checks.whole(1, 10**9), _numeral),
    "max_text_bytes": Key(checks.whole(1, 10**12), _numeral),
    "concurrency": Key(checks.whole(1, 256), _numeral),
    "timeout": Key(checks.positive, _numeral),
    "cache": Key(checks.switch, _boolean),
    "prompts": Key(checks.path, trusted=True),
    "state": Key(checks.path, trusted=True),
    "keep_days": Key(checks.whole(1, 100_000), _numeral, trusted=True),
    "keep_megabytes": Key(checks.whole(1, 10**7), _numeral, trusted=True),
}
"""The keys with one value each: in a file, in the environment (BRIEFING_…), and those that are flags."""

TRUSTED = tuple(name for keys in (SETTINGS, SOURCE) for name, key in keys.items() if key.trusted)
"""What a file that was merely found may not set, beside a model other than extractive and all of [mail]."""
