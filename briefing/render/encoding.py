"""The one encoder of all our JSON, and times as it has them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from io import StringIO
from json import dump
from typing import Any

from briefing.printable import SURROGATE


def encode(value: Mapping[str, Any]) -> str:
    """The value as indented JSON that can always be written as UTF-8 (a path may hold a lone surrogate)."""
    text = StringIO()  # a list of all the parts, as `dumps` makes, weighs five times the text
    dump(value, text, ensure_ascii=False, allow_nan=False, indent=2)
    text.write("\n")
    return SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text.getvalue())


def timestamp(moment: datetime | None) -> str | None:
    """RFC 3339; a time without a zone is taken as UTC."""
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def moment(stamp: str | None) -> datetime | None:
    """The time of a timestamp."""
    return None if stamp is None else datetime.fromisoformat(stamp)
