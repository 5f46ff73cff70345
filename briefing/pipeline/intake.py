"""From what was read to stories: language, window, repeats, origins, events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from briefing import dedup, sentences, stories
from briefing.outlets import outlets
from briefing.pipeline.options import Options
from briefing.pipeline.tokenised import tokenised
from briefing.types import (
    LANGUAGE,
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
    """What was read, sorted into what is briefed, what is a copy, and what is left out and why."""
    sorted_items = [_sorted(item, options) for item in items]
    readings = [s.reading for s in sorted_items if s.reading]
    origins = dedup.origins(readings)
    clusters, muted = stories.ranked(
        stories.cluster(dedup.voices(readings, origins), origins),
        raised=options.raised,
        muted=options.muted,
    )
    names = outlets(item.source for item in items)
    fates = {**_copies(origins, names), **_muted(muted)}
    sizes = _sizes(items)  # last, so that a large vocabulary is not there while texts are compared
    entries = [s.entry for s in sorted_items]
    origin_of = _carried(origins, entries)
    return Intake(
        tuple(_final(entry, sizes, origin_of, fates) for entry in entries),
        tuple(readings),
        clusters,
        (
            *(
                replace(omission, what=names[s.entry.source.id])
                for s in sorted_items
                for omission in s.omissions
            ),
            *(Omission(names[source], fate.why, fate.detail) for source, fate in fates.items()),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Sorted:
    """One source looked at by itself: its entry, what is worth reading in it, and what is left out of it."""

    entry: SourceEntry
    reading: Reading | None
    omissions: tuple[Omission, ...]


@dataclass(frozen=True, slots=True)
class _Fate:
    """What became of a source once it was compared with the others."""

    status: Status
    why: Reason
    detail: str


def _sizes(items: Iterable[Document | Unread]) -> dict[str, int]:
    """The tokens of each text, by its SHA-256."""
    texts = {item.id: item for item in items if isinstance(item, Document)}
    return {document.id: len(own) for document, own in tokenised(texts.values())}


def _sorted(item: Document | Unread, options: Options) -> _Sorted:
    if isinstance(item, Unread):
        return _unbriefed(item, item.why, item.detail)
    if reason := _left_out(item, options):
        return _unbriefed(item, *reason)
    source, note = item.source, item.source.note
    reading, omissions = dedup.reading(item, sentences.each(source.id, item.text))
    if not reading.sentences:
        return _unbriefed(item, "empty", "nothing in it but page furniture", omissions)
    if source.lacking:
        omissions = (*omissions, Omission(source.name, "incomplete", source.lacking))
        note = _joined(note, source.lacking)
    return _Sorted(SourceEntry(source, "used", item, note=note), reading, omissions)


def _unbriefed(
    item: Document | Unread, why: Reason, detail: str, omissions: tuple[Omission, ...] = ()
) -> _Sorted:
    """A source from which nothing is briefed, and why; what was said once for all is not listed again."""
    source, document = item.source, item if isinstance(item, Document) else None
    entry = SourceEntry(source, _STATUS.get(why, "failed"), document, note=_joined(source.note, detail))
    if not (isinstance(item, Unread) and item.repeated):
        omissions = (*omissions, Omission(source.name, why, detail))
    return _Sorted(entry, None, omissions)


def _carried(origins: Sequence[Origin], entries: Sequence[SourceEntry]) -> dict[str, str]:
    """The origin of every source with a text; one that is left out has that of its text, or its own."""
    found = {source: origin.id for origin in origins for source in origin.sources}
    texts = {entry.source.id: entry.document.id for entry in entries if entry.document is not None}
    known = {texts[source]: origin for source, origin in found.items()}
    spare = count(len(origins) + 1)
    for source, text in texts.items():
        if text not in known:
            known[text] = f"O{next(spare)}"
        found.setdefault(source, known[text])
    return found


def _final(
    entry: SourceEntry, sizes: Mapping[str, int], origin_of: Mapping[str, str], fates: Mapping[str, _Fate]
) -> SourceEntry:
    """The entry with its tokens and its origin, and with its fate among the others if it has one."""
    tokens = sizes[entry.document.id] if entry.document else 0
    entry = replace(entry, tokens=tokens, origin=origin_of.get(entry.source.id))
    fate = fates.get(entry.source.id)
    return replace(entry, status=fate.status, note=_joined(entry.note, fate.detail)) if fate else entry


_STATUS: dict[Reason, Status] = {
    "empty": "empty",
    "language": "skipped",
    "off_window": "skipped",
    "low_rank": "skipped",
}


def _left_out(document: Document, options: Options) -> tuple[Reason, str] | None:
    """Why a document is not briefed, before its text is looked into."""
    if document.text.isspace() or not document.utf8:
        return "empty", "no text in it"
    if document.source.language not in (None, LANGUAGE):
        return "language", f"written in another language ({document.source.language})"
    excluded = options.window.excludes(document)
    return ("off_window", excluded) if excluded else None


def _joined(note: str | None, detail: str) -> str:
    return f"{note}; {detail}" if note else detail


def _copies(origins: Sequence[Origin], names: Mapping[str, str]) -> dict[str, _Fate]:
    """What each copy is a copy of."""
    found = {}
    for origin in origins:
        first = next(s for s in origin.sources if s not in origin.copies)
        for copy in origin.sources:
            if copy in origin.copies:
                found[copy] = _Fate(
                    "copy", "duplicate", f"nothing in it that {names[first]} ({first}) has not"
                )
    return found


def _muted(clusters: Sequence[Cluster]) -> dict[str, _Fate]:
    """The sources that tell of muted topics only."""
    return {
        reading.source.id: _Fate("skipped", "low_rank", "on a muted topic")
        for cluster in clusters
        for reading in cluster.readings
    }
