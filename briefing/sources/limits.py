"""What a document may cost: numbers that both sides of the process boundary keep to."""

from __future__ import annotations

SECONDS = 10.0
"""Of processor and of waiting, for one document."""
MEMORY = 512 << 20
"""Bytes that parsing one document may take."""
DEPTH = 200
"""Elements within elements: lxml silently drops text nested deeper than 256."""
MARKUP = 2_000_000
"""Bytes of one page: main-text extraction takes more than linear time."""
ENTRIES = 2_000
"""Documents that one file may hold."""
