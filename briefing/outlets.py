"""What each source is called in a brief: files that share a name stand with what tells their paths apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from briefing.printable import one_line
from briefing.types import Source


def outlets(sources: Iterable[Source]) -> Mapping[str, str]:
    """The name of each source by its id: "report", or "a/report" beside "b/report".

    A name that was configured, or that documents give themselves, is one outlet's, however often it comes.
    """
    names: dict[str, str] = {}
    files: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for source in sources:
        names[source.id] = source.name.strip() or source.id
        if source.path:
            files[source.name][source.path].append(source.id)
    for name, places in files.items():
        alike = [path for path in places if one_line(PurePath(path).stem) == name] if len(places) > 1 else []
        for path, told in zip(alike, _apart(alike) if len(alike) > 1 else (name,), strict=False):
            names |= dict.fromkeys(places[path], told)
    return names


def _apart(paths: Sequence[str]) -> list[str]:
    """The shortest ends of these paths that differ, without their suffixes where they differ without."""
    plain = [PurePath(path).with_suffix("") for path in paths]
    whole = plain if len(set(plain)) == len(paths) else [PurePath(path) for path in paths]
    ends = [["/".join(path.parts[-depth:]) for path in whole] for depth in range(1, 1 + _depth(whole))]
    return [one_line(end) for end in next((e for e in ends if len(set(e)) == len(paths)), list(paths))]


def _depth(paths: Sequence[PurePath]) -> int:
    return max(len(path.parts) for path in paths)
