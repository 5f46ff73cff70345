"""The line under a message that is shown whole: who wrote it, and when."""

from __future__ import annotations

import re

_SIGNATURE = re.compile(r"[-–—\s]*[^.!?]{1,60} ?\(@\w{1,30}\) \w{3,9} \d{1,2}, \d{4}")


def is_signature(text: str) -> bool:
    """Whether the sentence is only that: without it nobody has said the message above it."""
    return _SIGNATURE.fullmatch(text.strip()) is not None
