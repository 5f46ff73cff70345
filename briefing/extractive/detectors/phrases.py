"""Lists of phrases as patterns that are compiled, and tried, only where one of them can begin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

_LETTERS = 5
_LITERAL = re.compile(r"[a-z]*")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Phrases:
    """Alternatives of a regular expression, whole words in either case; `openings` are how they begin."""

    source: str
    openings: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "openings", frozenset(_openings(self.source)))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(rf"\b(?:{self.source})(?!\w)", re.IGNORECASE)

    def may_stand_in(self, openings: frozenset[str]) -> bool:
        """Whether a text whose words begin so can have one of the phrases."""
        return not self.openings.isdisjoint(openings)


def openings(text: str) -> frozenset[str]:
    """The first letters of the text's words, one to five of each, and "" for any phrase at all."""
    words = set(_WORD.findall(text.lower()))
    return frozenset(word[:length] for word in words for length in range(1, _LETTERS + 1)) | {""}


def _openings(source: str) -> set[str]:
    return {opening for part in _alternatives(source) for opening in _first(part)}


def _first(part: str) -> set[str]:
    """How one alternative begins: its literal letters, or those of the group that it begins with."""
    if part.startswith("("):
        end = _closing(part)
        group, rest = part[: end + 1], part[end + 1 :]
        if not group.startswith("(?:"):
            return _first(rest)
        found = _openings(group[3:-1])
        return found | _first(rest[1:]) if rest.startswith("?") else found
    literal = _LITERAL.match(part.lower())
    letters = literal[0] if literal else ""
    if part[len(letters) : len(letters) + 1] in ("?", "*"):
        letters = letters[:-1]
    return {letters[:_LETTERS]}


def _alternatives(source: str) -> list[str]:
    parts, depth, start, bracket = [], 0, 0, False
    for i, char in enumerate(source):
        if char in "[]":
            bracket = char == "["
        elif not bracket:
            depth += (char == "(") - (char == ")")
            if char == "|" and not depth:
                parts.append(source[start:i])
                start = i + 1
    return [*parts, source[start:]]


def _closing(source: str) -> int:
    depth, bracket = 0, False
    for i, char in enumerate(source):
        if char in "[]":
            bracket = char == "["
        elif not bracket:
            depth += (char == "(") - (char == ")")
            if not depth:
                return i
    return len(source) - 1
