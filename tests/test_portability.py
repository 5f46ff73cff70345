"""The oldest Python that is promised reads the code as the newest does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "briefing"
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[\d,{}]+\})\+|\(\?>")


def patterns() -> Iterator[tuple[str, str]]:
    """The strings of every file that compiles expressions, with their places."""
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "import re\n" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield f"{path.name}:{node.lineno}", node.value


def test_no_expression_repeats_a_group_possessively() -> None:
    """Python before 3.11.5, Debian 12's for one, loses matches where the group repeats something itself."""
    assert [place for place, pattern in patterns() if POSSESSIVE_GROUP.search(pattern)] == []
    assert POSSESSIVE_GROUP.search(r"(?:\w+,)*+")
    assert not POSSESSIVE_GROUP.search(r"(?:\w++,)*")
