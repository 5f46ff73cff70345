"""What a host asks of robots: a frozen answer of its robots.txt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from protego import Protego

_NAME = "briefing"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for us, else for everybody; the longest that fits decides (RFC 9309)."""

    _rules: Protego

    @classmethod
    def of(cls, raw: bytes) -> Self:
        """The rules in a robots.txt; an empty one allows everything."""
        return cls(Protego.parse(raw.decode("utf-8-sig", "replace")))

    def allows(self, url: str) -> bool:
        """Whether we may read this address."""
        return self._rules.can_fetch(url, _NAME)
