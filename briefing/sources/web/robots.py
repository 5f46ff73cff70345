"""What a host asks of robots: a frozen answer of its robots.txt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self
from urllib.robotparser import RobotFileParser

_NAME = "briefing"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for us, or for everybody where there are none for us."""

    _parser: RobotFileParser

    @classmethod
    def of(cls, raw: bytes) -> Self:
        """The rules in a robots.txt; an empty one allows everything."""
        parser = RobotFileParser()
        parser.parse(raw.decode("utf-8", "replace").splitlines())
        return cls(parser)

    def allows(self, url: str) -> bool:
        """Whether we may read this address."""
        return self._parser.can_fetch(_NAME, url)
