"""Entries as JSON, for the way between two processes."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from briefing.sources.entry import Entry
from briefing.sources.refusal import Refusal


def to_wire(entry: Entry) -> dict[str, Any]:
    """The entry as JSON can carry it."""
    fields = asdict(entry)
    fields["published"] = entry.published.isoformat() if entry.published else None
    return fields


def from_wire(fields: dict[str, Any]) -> Entry:
    """The entry that was sent; raises KeyError, TypeError or ValueError where none was."""
    content, published = fields["content"], fields["published"]
    return Entry(
        **{
            **fields,
            "content": content if isinstance(content, str) else Refusal(**content),
            "published": datetime.fromisoformat(published) if published else None,
            "notes": tuple(fields["notes"]),
        }
    )
