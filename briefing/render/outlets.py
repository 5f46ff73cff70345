"""What each source is called in a brief: files that share a name stand with what tells their paths apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from briefing.types import Brief, Source
from briefing.words import one_line


def outlets(brief: Brief) -> Mapping[str, str]:
    """The name of each source by its id: "report", or "a/report" beside "b/report".

    A name that was configured, or that documents give themselves, is one outlet's, however often it comes.
    """
    names = {entry.source.id: entry.source.name.strip() or entry.source.id for entry in brief.sources}
    files: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for entry in brief.sources:
        if entry.source.path and _is_stem(entry.source):
            files[entry.source.name][entry.source.path].append(entry.source.id)
    for alike in files.values():
        for ids, told in zip(alike.values(), _apart(list(alike)), strict=True):
            names |= dict.fromkeys(ids, told) if len(alike) > 1 else {}
    return names


def _is_stem(source: Source) -> bool:
    """Whether the source has its name from its file, for want of another."""
    return bool(source.path) and one_line(PurePath(source.path or "").stem) == source.name


def _apart(paths: Sequence[str]) -> list[str]:
    """The shortest ends of these paths that differ, without their suffixes where they differ without."""
    plain = [PurePath(path).with_suffix("") for path in paths]
    whole = plain if len(set(plain)) == len(paths) else [PurePath(path) for path in paths]
    ends = [["/".join(path.parts[-depth:]) for path in whole] for depth in range(1, 1 + _depth(whole))]
    return [one_line(end) for end in next((e for e in ends if len(set(e)) == len(paths)), list(paths))]


def _depth(paths: Sequence[PurePath]) -> int:
    return max(len(path.parts) for path in paths)
