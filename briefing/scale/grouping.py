"""From files to groups: what is carried twice, and what is one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, nan
from pathlib import Path

from briefing import stories
from briefing.dedup.forest import Forest
from briefing.dedup.near import grouped, rate
from briefing.dedup.overlap import Overlap
from briefing.scale import frames
from briefing.scale.frames import Frame
from briefing.stories.ranking import rank_key


@dataclass(frozen=True, slots=True)
class Grouped:
    """How many documents were read, and the numbers of those of each origin and of each story, ranked."""

    documents: int
    origins: tuple[tuple[int, ...], ...]
    stories: tuple[tuple[int, ...], ...]


def group(sources: Sequence[str], folder: Path, *, ray: str | None = None, cluster: bool = False) -> Grouped:
    """Groups the documents of Parquet or JSON Lines files, and writes them with their groups.

    `folder` holds each stage as partitioned Parquet: a run that was cut off goes on after the last whole
    stage. `cluster` runs the stages on Ray, at the address `ray` (None: on this machine); then `folder`
    must be one that every worker reaches.

    `folder/grouped` has a row for each document that says something: its columns, `number`, `origin`,
    `copy` (says nothing of its own), `story` and `rank` (of the story, from 1). Numbers run by publication,
    then `id`, then text; the groups are those of the pipeline, given the documents in this order.
    """
    if cluster:
        frames.use_ray(ray)
    documents = frames.kept(lambda: frames.read(list(sources)), folder / "documents")
    told = frames.told(documents, "number", "digest", "says", "size", "day")
    read = sorted(told, key=lambda row: row["number"])
    first: dict[str, int] = {}
    carried: dict[int, int] = {}  # the first document with the same text
    days: dict[int, float] = {}
    shingles = 0
    for number, digest, says, size, day in (row.values() for row in read):
        if says:
            shingles += size if digest not in first else 0
            carried[number] = first.setdefault(digest, number)
            days[number] = nan if day is None else day
    origins = _origins(documents, carried, rate(shingles), folder)
    voices, copies = _voices(documents, origins, folder)
    when = [min((d for n in o if n not in copies and (d := days[n]) == d), default=nan) for o in origins]
    events = [[origins[place] for place in event] for event in stories.events(voices, when)]
    ranked = sorted(events, key=lambda event: rank_key(len(event), _latest(event, copies, days)))
    found = tuple(tuple(sorted(n for o in event for n in o)) for event in ranked)
    _write(documents, origins, found, copies, folder)
    return Grouped(len(read), tuple(origins), found)


def _origins(documents: Frame, carried: dict[int, int], rate: int, folder: Path) -> list[tuple[int, ...]]:
    """The documents of each text, in order of their first."""
    distinct = sorted(set(carried.values()))
    place = {number: n for n, number in enumerate(distinct)}
    once = frames.only(documents, distinct)
    pairs = frames.kept(lambda: frames.candidates(once, rate), folder / "candidates")
    counted = frames.kept(lambda: frames.overlaps(pairs, once), folder / "overlaps")
    found = (
        _overlap(place[r["first"]], place[r["second"]], r["both"], r["in_first"], r["in_second"])
        for r in frames.told(counted, "first", "second", "both", "in_first", "in_second")
    )
    root = {n: members[0] for members in grouped(Forest(len(distinct)), found) for n in members}
    gathered: dict[int, list[int]] = defaultdict(list)
    for number, like in carried.items():
        gathered[root[place[like]]].append(number)
    return sorted(tuple(members) for members in gathered.values())


def _overlap(a: int, b: int, both: int, in_a: int, in_b: int) -> Overlap:
    return Overlap(a, b, in_a, in_b, both) if in_a <= in_b else Overlap(b, a, in_b, in_a, both)


def _voices(documents: Frame, origins: Sequence[tuple[int, ...]], folder: Path) -> tuple[list[str], set[int]]:
    """What each origin says, in their order, and the documents that are nothing but copies."""
    alone = {members[0]: n for n, members in enumerate(origins) if len(members) == 1}
    shared = {number: n for n, members in enumerate(origins) if len(members) > 1 for number in members}
    found = [""] * len(origins)
    for row in frames.told(documents, "number", "voice"):
        if row["number"] in alone:
            found[alone[row["number"]]] = row["voice"]
    copies: set[int] = set()
    if shared:
        told = frames.kept(lambda: frames.voices(documents, shared), folder / "voices")
        for row in frames.told(told, "origin", "voice", "copies"):
            found[row["origin"]] = row["voice"]
            copies.update(row["copies"])
    return found, copies


def _write(
    documents: Frame,
    origins: Sequence[tuple[int, ...]],
    found: Sequence[tuple[int, ...]],
    copies: set[int],
    folder: Path,
) -> None:
    origin = {number: n for n, members in enumerate(origins, 1) for number in members}
    rank = {number: n for n, members in enumerate(found, 1) for number in members}
    numbers = sorted(origin)
    frames.written(
        {
            "number": numbers,
            "origin": [f"O{origin[n]}" for n in numbers],
            "copy": [n in copies for n in numbers],
            "story": [f"T{rank[n]}" for n in numbers],
            "rank": [rank[n] for n in numbers],
        },
        documents,
        folder / "grouped",
    )


def _latest(event: Sequence[tuple[int, ...]], copies: set[int], days: dict[int, float]) -> float:
    return max((d for o in event for n in o if n not in copies and (d := days[n]) == d), default=-inf)
