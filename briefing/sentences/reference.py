"""Sentences that lean on the one before: a pronoun at their head stands for a name there."""

from __future__ import annotations

import re

_LEANS = re.compile(
    r"^['\"“‘]?(?:(?:but|and|so|yet|however|meanwhile|later|then|also),? )?"
    r"(?:he|she|it|they|this|that|these|those|his|her|its|their|such|both|another|the (?:latter|former))\b",
    re.IGNORECASE,
)


def leans(text: str) -> bool:
    """Whether the sentence begins with a pronoun, so that it is not understood alone."""
    return _LEANS.match(text) is not None
