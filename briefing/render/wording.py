"""Our own few words: counts, dates, lists of names, reasons. The same in every format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from briefing.printable import numbered
from briefing.types import Brief, ChangeKind, Reason

REASONS: Mapping[Reason, str] = {
    "unreadable": "could not be read",
    "too_large": "too large to read",
    "incomplete": "read only in part",
    "empty": "no text in it",
    "budget": "the budget was spent",
    "time_out": "time ran out",
    "blocked_address": "its address is not allowed",
    "model_unavailable": "the model could not be reached",
    "refused": "the model refused",
    "malformed_reply": "the model's reply was of no use",
    "language": "not in English",
    "off_window": "outside the time window",
    "low_rank": "ranks below what is told",
    "duplicate": "repeated",
    "furniture": "page furniture",
    "ungrounded": "not found in the sources",
    "unsupported": "not supported by the evidence",
}
"""Every reason in plain words, those that a reader must hear of first."""

CHANGES: Mapping[ChangeKind, str] = {
    "changed": "changed",
    "withdrawn": "withdrawn",
    "settled": "settled",
    "continues": "still open",
    "text_changed": "its text changed",
}
"""Every kind of change in plain words, in the order in which they are told."""

NARROW = "\u202f"
"""The narrow space at which no line breaks."""


def count(number: int, one: str, many: str | None = None) -> str:
    """The number with its noun: "1 source", "2 sources", "no disagreements"."""
    told = numbered(number, one, many)
    return told if number else f"no{told.removeprefix('0')}"


def listed(names: Sequence[str]) -> str:
    """The names as a sentence has them: "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), *names[-1:]] if len(names) > 1 else names)


def marked(words: str) -> str:
    """The words within “ ”; where two such marks would meet, a narrow space parts ours from the source's."""
    opening = "“" + NARROW * words.startswith("“")
    return f"{opening}{words}{NARROW * words.endswith('”')}”"


def day(moment: datetime) -> str:
    """The day without its year, as in "14 June"."""
    return f"{moment.day} {moment:%B}"


def date(moment: datetime) -> str:
    """The day, as in "14 June 2024"."""
    return f"{moment.day} {moment:%B %Y}"


def without_model(private: Sequence[str]) -> str:
    """What is said of a story that these private sources, by their ids, keep from the model."""
    return f"told without the model (private: {', '.join(private)})"


def summary(brief: Brief) -> str:
    """The line under the title: when, how much was read, how much is told, by which engine."""
    read = [entry for entry in brief.sources if entry.status in ("used", "copy")]
    origins = {entry.origin for entry in read if entry.origin}
    disagreements = sum(len(story.disagreements) for story in brief.stories)
    return " · ".join(
        [
            f"{date(brief.as_of)}, {brief.as_of:%H:%M}",
            f"{count(len(read), 'source')}, {count(len(origins), 'origin')}",
            f"{count(len(brief.stories), 'story', 'stories')}, {count(disagreements, 'disagreement')}",
            _engine(brief),
        ]
    )


def _engine(brief: Brief) -> str:
    if brief.engine.kind == "extractive":
        return "no model (extractive)"
    parts = [brief.engine.model or "a model"]
    written = sum(story.engine == "extractive" for story in brief.stories)
    if written:
        parts.append(f"{count(written, 'story', 'stories')} by the extractive engine")
    if brief.engine.fallbacks > written:
        parts.append(f"{count(brief.engine.fallbacks - written, 'story', 'stories')} left out")
    return ", ".join(parts)
