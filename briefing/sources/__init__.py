"""The door in: arguments become documents, or say why not; text is made final here, once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from briefing.settings import MAX_BYTES, MAX_TEXT_BYTES, SourceSetting
from briefing.sources import language
from briefing.sources.allowance import Allowance
from briefing.sources.contents import Contents
from briefing.sources.entry import finished
from briefing.sources.files import weight
from briefing.sources.locate import locate
from briefing.sources.parsing.apart import Apart
from briefing.sources.reading import Fetch, Map, Reader
from briefing.types import Document, Unread

__all__ = ["Fetch", "Map", "read"]


def read(
    arguments: Sequence[str],
    *,
    stdin: BinaryIO | None,
    configured: Sequence[SourceSetting] = (),
    cwd: Path | None = None,
    max_bytes: int = MAX_BYTES,
    max_text_bytes: int = MAX_TEXT_BYTES,
    fetch: Fetch | None = None,
    each: Map = map,
    since: datetime | None = None,
    written: Path | None = None,
) -> tuple[Document | Unread, ...]:
    """Every source that the arguments name, or, where there are none, that are configured.

    They come in command-line order, numbered S1, S2, … over all of them. A configured source that an
    argument names keeps its name, weight and privacy. Nothing here raises for a bad source: it comes
    back as Unread with the reason. `max_bytes` limits one document, `max_text_bytes` the text of all, and
    where the files have more, only an excerpt is read;
    `fetch` reads addresses, by way of `each`; without it they are refused. Pages that a feed dates before
    `since` are not fetched. The file `written` to is no source.
    """
    here = cwd or Path()
    inputs = locate(arguments, configured, here, written)
    allowance = Allowance(max_text_bytes, sum(weight(here / item.given) for item in inputs))
    with Apart() as apart:
        found = Reader(Contents(apart, max_bytes), here, stdin, fetch, each, since, allowance).entries(inputs)
        documents = tuple(
            finished(entry, item, f"S{number}", max_bytes) for number, (item, entry) in enumerate(found, 1)
        )
    language.forget()
    return documents
