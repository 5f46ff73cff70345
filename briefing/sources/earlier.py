"""Whether a file is an earlier brief of ours: it may be written over, and no folder is read for it."""

from __future__ import annotations

import re
from pathlib import Path

_COUNTS = re.compile(rb" \xc2\xb7 [\d,]+ sources?, [\d,no]+ origins? \xc2\xb7 [\d,no]+ stor(?:y|ies), ")
"""The line under the title (render.wording.summary), in every form but the JSON."""
_FORMAT = b'"format": "briefing'
_LARGEST = 50_000_000
"""Bytes: what is larger is no brief."""


def is_brief(path: Path) -> bool:
    """Whether the file is one in any form, or has nothing in it; what cannot be read is none."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return False
        raw = path.read_bytes()
    except OSError:
        return False
    return not raw.strip() or tells_of_itself(raw)


def tells_of_itself(raw: bytes) -> bool:
    """Whether these bytes say that they are one."""
    return _FORMAT in raw[:100] or bool(_COUNTS.search(raw))
