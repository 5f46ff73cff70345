"""The door in: arguments become documents, or say why not; text is made final here, once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import BinaryIO

from briefing.settings import MAX_BYTES, SourceSetting
from briefing.sources.apart import Apart
from briefing.sources.entry import finished
from briefing.sources.expand import Input, is_address
from briefing.sources.locate import locate
from briefing.sources.reading import Fetch, Reading
from briefing.sources.refusal import Refusal
from briefing.types import Document, Unread

__all__ = ["Fetch", "read"]

Map = Callable[[Callable[[str], bytes | Refusal], Iterable[str]], Iterable[bytes | Refusal]]
"""The builtin, or one that does several at once."""


def read(
    arguments: Sequence[str],
    *,
    stdin: BinaryIO | None,
    configured: Sequence[SourceSetting] = (),
    cwd: Path | None = None,
    max_bytes: int = MAX_BYTES,
    fetch: Fetch | None = None,
    each: Map = map,
) -> tuple[Document | Unread, ...]:
    """Every source that the arguments name, or, where there are none, that are configured.

    They come in command-line order, numbered S1, S2, … over all of them. A configured source that an
    argument names keeps its name, weight and privacy. Nothing here raises for a bad source: it comes
    back as Unread with the reason. `max_bytes` limits one document; `fetch` reads addresses, those that are
    named by way of `each`; without it they are refused.
    """
    numbers = count(1)
    inputs = locate(arguments, configured, cwd or Path())
    with Apart() as apart:
        reading = Reading(apart, cwd or Path(), stdin, max_bytes, _ahead(inputs, fetch, each))
        return tuple(
            finished(entry, item, f"S{next(numbers)}", max_bytes)
            for item in inputs
            for entry in reading.entries(item)
        )


def _ahead(inputs: Sequence[Input], fetch: Fetch | None, each: Map) -> Fetch | None:
    """`fetch`, with the addresses that are named fetched already."""
    if fetch is None:
        return None
    named = [item.given for item in inputs if is_address(item.given)]
    known = dict(zip(named, each(fetch, named), strict=True))
    return lambda url: known.pop(url) if url in known else fetch(url)
