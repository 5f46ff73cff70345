"""What a document may cost: numbers that both sides of the process boundary keep to."""

from __future__ import annotations

SECONDS = 9.5
"""Of waiting, for one document: with the end of its process, 10 at the most."""
MEMORY = 512 << 20
"""Bytes of memory that a process may have in use while it parses one document."""
DEPTH = 200
"""Elements within elements: lxml silently drops text nested deeper than 256."""
MARKUP = 2_000_000
"""Bytes of one page: main-text extraction takes more than linear time."""
ENTRIES = 2_000
"""Documents that one file may hold."""
TEXT = 20_000_000
"""Characters that all of them may have together; and those of one row of JSON Lines."""
BRACKETS = 100_000
"""Values within values of one row of JSON Lines: each takes 50 bytes or more of memory."""
