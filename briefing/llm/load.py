"""What calls of a model come to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Load:
    """Calls, and their tokens in and out."""

    calls: int = 0
    prompt: int = 0
    completion: int = 0

    @property
    def tokens(self) -> int:
        """In and out together."""
        return self.prompt + self.completion

    def __add__(self, other: Load) -> Load:
        return Load(self.calls + other.calls, self.prompt + other.prompt, self.completion + other.completion)

    def __sub__(self, other: Load) -> Load:
        return Load(self.calls - other.calls, self.prompt - other.prompt, self.completion - other.completion)
