"""Mutation testing itself: each change is small, is made, and is noticed by tests that come by its line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from campaigns.mutants import Room, laboratory, trials
from campaigns.mutating import mutants

MODULE = '''"""Tides."""

HIGH = 3


def flood(level, shut):
    """Whether it comes over the wall."""
    if not shut and level > HIGH:
        return True
    return False


def unheard(level):
    return level + 1
'''
TEST = """
from tide import flood

def test_flood():
    assert flood(4, False) and not flood(3, False) and not flood(4, True)
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a < b", {"a < b -> a <= b"}),
        ("a == b", {"a == b -> a != b"}),
        ("a in b", {"a in b -> a not in b"}),
        ("not a", {"not a -> a"}),
        ("a and b", {"a and b -> a or b"}),
        ("a + b", {"a + b -> a - b"}),
        ("a * b", set()),
        ("call(7)", {"call(7) -> pass", "7 -> 8"}),
        ("x = True", {"True -> False"}),
        ("x = 'word'", {"'word' -> ''"}),
        ("x = ''", set()),
        ("x += y", {"x += y -> pass"}),
        ("raise error", {"raise error -> pass"}),
        ("x: int", set()),
        ("x = y if z else w", {"y if z else w -> y if not z else w"}),
        ("import os", set()),
        ("'docstring'", set()),
        ("Form = Literal['a', 'b']", set()),
        ("__all__ = ['a']", set()),
        ("TABLE = {1, 2, 3, 4, 5, 6, 7, 8, 9}", set()),
        ("if TYPE_CHECKING:\n    x = 1", set()),
        ("class Door(Protocol):\n    def open(self): return 1 + 1", set()),
        ("def f() -> int:\n    return g()", {"return g() -> return None"}),
        ("for x in y:\n    continue", {"continue -> break"}),
    ],
)
def test_a_mutant_is_one_small_change(text: str, told: set[str]) -> None:
    tree = ast.parse(text)
    found = list(mutants(tree))
    assert {one.told for one in found} == told
    before = ast.unparse(tree)
    assert all(one.source(tree) != before for one in found)
    assert ast.unparse(tree) == before, "the tree itself stays as it is"


def test_what_runs_once_for_all_tests_is_known() -> None:
    shared = {one.told: one.shared for one in mutants(ast.parse(MODULE))}
    assert shared == {
        "3 -> 4": True, "not shut -> shut": False,
        "not shut and level > HIGH -> not shut or level > HIGH": False,
        "level > HIGH -> level >= HIGH": False, "True -> False": False, "False -> True": False,
        "return level + 1 -> return None": False, "level + 1 -> level - 1": False, "1 -> 2": False,
    }  # fmt: skip
    cached = ast.parse("@lru_cache\ndef f():\n    return 1 + 1")
    assert all(one.shared for one in mutants(cached))


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # no thread of ours is at work
def test_mutants_are_killed_by_the_tests_that_reach_them_and_the_others_live(tmp_path: Path) -> None:
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing" / "__init__.py").touch()
    (tmp_path / "briefing" / "tide.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_tide.py").write_text(
        TEST.replace("from tide", "from briefing.tide"), encoding="utf-8"
    )
    room = Room(("briefing/tide.py",), ("tests/test_tide.py",))
    with laboratory(room, tmp_path) as lab:
        found = {one.mutant.told: (one.reached, one.killed) for one in trials(lab, 99, 1, 5)}
    alive = {"return level + 1 -> return None", "level + 1 -> level - 1", "1 -> 2"}
    assert {told for told, (_, killed) in found.items() if not killed} == alive
    assert all(found[told][0] == 0 for told in alive), "no test comes by"
    assert (tmp_path / "briefing" / "tide.py").read_text(encoding="utf-8") == MODULE
