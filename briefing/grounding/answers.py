"""Answers: a question and the "Yes." or "No." after it say one thing together."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ANSWER = re.compile(
    r"\W*(?:(?:yes|yep|right|true)|(?P<no>no|nope|never|wrong|false|not (?:really|quite|at all|exactly)))\W*",
    re.IGNORECASE,
)


def is_answer(text: str) -> bool:
    """Whether a sentence is no more than a yes or a no."""
    return _ANSWER.fullmatch(text) is not None


def answered(evidence: Sequence[str]) -> tuple[str, ...]:
    """The evidence, each question with the yes or no that stands after it."""
    following = [*evidence, ""][1:]
    return tuple(
        f"{text} {after}" if text.rstrip().endswith("?") and is_answer(after) else text
        for text, after in zip(evidence, following, strict=True)
    )


def refused(text: str) -> bool:
    """Whether the text is a question with a no behind it."""
    question, _, after = text.rpartition("?")
    answer = _ANSWER.fullmatch(after)
    return bool(question and answer and answer["no"])
