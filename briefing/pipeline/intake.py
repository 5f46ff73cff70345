"""From what was read to stories: language, window, repeats, origins, events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing import dedup, sentences, stories, tokens
from briefing.pipeline.options import Options
from briefing.types import (
    Cluster,
    Document,
    Omission,
    Origin,
    Reading,
    Reason,
    SourceEntry,
    Status,
    Unread,
)

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Intake:
    """Every source with what became of it, and the events that the readable ones tell, in rank order."""

    entries: tuple[SourceEntry, ...]
    readings: tuple[Reading, ...]
    clusters: tuple[Cluster, ...]
    omissions: tuple[Omission, ...]

    @property
    def documents(self) -> dict[str, Document]:
        """The text of each source that has one, by the source's id."""
        return {e.source.id: e.document for e in self.entries if e.document is not None}


def take_in(items: Sequence[Document | Unread], options: Options) -> Intake:
    """Sorts what was read: what is briefed, what is a copy, what is left out and why."""
    entries: dict[str, SourceEntry] = {}
    omissions: list[Omission] = []
    readings: list[Reading] = []
    texts = {item.id: item.text for item in items if isinstance(item, Document)}
    ids = dict(zip(texts, tokens.encode_all([*texts.values()]), strict=True))
    for item in items:
        source = item.source
        reason = _left_out(item, options)
        document = item if isinstance(item, Document) else None
        size = len(ids[document.id]) if document else 0
        entry = SourceEntry(source, "used", document, size, note=source.note)
        if document and reason is None:
            split = sentences.split(source.id, document.text)
            reading, dropped = dedup.reading(document, split, size)
            omissions += dropped
            if reading.sentences:
                readings.append(reading)
            else:
                reason = ("empty", "nothing in it but page furniture")
        if reason is not None:
            omissions.append(Omission(source.name, *reason))
            entry = replace(
                entry, status=_STATUS.get(reason[0], "failed"), note=_joined(source.note, reason[1])
            )
        entries[source.id] = entry
    origins = dedup.origins(readings, [ids[r.document.id] for r in readings])
    copies = _copies(origins, entries)
    omissions += copies.values()
    for origin in origins:
        for identifier in origin.sources:
            entry = replace(entries[identifier], origin=origin.id)
            if identifier in copies:
                entry = replace(entry, status="copy", note=_joined(entry.note, copies[identifier].detail))
            entries[identifier] = entry
    clusters, muted = stories.ranked(
        stories.cluster(dedup.voices(readings, origins), origins),
        raised=options.raised,
        muted=options.muted,
    )
    for cluster in muted:
        for reading in cluster.readings:
            source = reading.source
            entries[source.id] = replace(
                entries[source.id], status="skipped", note=_joined(source.note, "on a muted topic")
            )
            omissions.append(Omission(source.name, "low_rank", "on a muted topic"))
    return Intake(tuple(entries.values()), tuple(readings), clusters, tuple(omissions))


def nothing(intake: Intake) -> str:
    """Why there is nothing to brief, in one line."""
    reasons = "; ".join(f"{o.what}: {o.detail}" for o in intake.omissions[:3])
    more = f"; and {len(intake.omissions) - 3} more" if len(intake.omissions) > 3 else ""
    return f"nothing to brief: {reasons or 'no source was given'}{more}"


_STATUS: dict[Reason, Status] = {"empty": "empty", "language": "skipped", "off_window": "skipped"}


def _left_out(item: Document | Unread, options: Options) -> tuple[Reason, str] | None:
    """Why this is not briefed, before its text is looked into."""
    source = item.source
    if isinstance(item, Unread):
        return item.why, item.detail
    if not item.text.strip():
        return "empty", "no text in it"
    if source.language not in (None, LANGUAGE):
        return "language", f"written in another language ({source.language})"
    if options.since and source.published and source.published < options.since:
        return "off_window", f"published {source.published:%Y-%m-%d %H:%M}, before the window"
    return None


def _joined(note: str | None, detail: str) -> str:
    return f"{note}; {detail}" if note else detail


def _copies(origins: Sequence[Origin], entries: dict[str, SourceEntry]) -> dict[str, Omission]:
    """What each copy is a copy of."""
    found = {}
    for origin in origins:
        first = next(s for s in origin.sources if s not in origin.copies)
        for copy in sorted(origin.copies, key=list(entries).index):
            detail = f"nothing in it that {entries[first].source.name} ({first}) has not"
            found[copy] = Omission(entries[copy].source.name, "duplicate", detail)
    return found
