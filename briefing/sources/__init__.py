"""The door in: arguments become documents, or say why not; text is made final here, once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from briefing.settings import SourceSetting
from briefing.types import Document, Unread


def read(
    arguments: Sequence[str],
    *,
    stdin: BinaryIO | None,
    configured: Sequence[SourceSetting] = (),
    cwd: Path | None = None,
    max_bytes: int = 20_000_000,
) -> tuple[Document | Unread, ...]:
    """Every source that the arguments name, or, where there are none, that are configured.

    They come in command-line order, numbered S1, S2, … over all of them. A configured source that an
    argument names keeps its name, weight and privacy. Nothing here raises for a bad source: it comes
    back as Unread with the reason. `max_bytes` limits one document.
    """
    raise NotImplementedError
