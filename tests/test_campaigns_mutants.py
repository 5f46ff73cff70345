"""Mutation testing itself: each change is small, is made, and is noticed by tests that come by its line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from campaigns.laboratory import Room, laboratory
from campaigns.mutants import ROOMS, ROOT, drawn, equivalents, key, trials
from campaigns.mutating import mutants

MODULE = '''"""Tides."""

from functools import cache

HIGH = 3


def flood(level, shut):
    """Whether it comes over the wall."""
    if not shut and level > HIGH:
        return True
    return False


@cache
def moon():
    return "full"


def unheard(level):
    return level + 1
'''
TEST = """
import pytest
from briefing.tide import HIGH, flood, moon

if HIGH != 3:
    raise ImportError

@pytest.mark.parametrize("sign", ["a|b"])
def test_flood(sign):
    assert flood(4, False) and not flood(3, False) and not flood(4, True)

def test_moon_is_there():
    moon()

@pytest.mark.parametrize("night", range(3))
def test_moon_is_full(night):  # of the tests that do not come by, half are run: here one of these at least
    assert moon() == "full"
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


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A program of one module, with its tests."""
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing" / "__init__.py").touch()
    (tmp_path / "briefing" / "tide.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_tide.py").write_text(TEST, encoding="utf-8")
    return tmp_path


ROOM = Room(("briefing/tide.py",), ("tests/test_tide.py",))
FORKS = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # no thread of ours is at work


@FORKS
def test_a_mutant_is_killed_where_a_test_notices_it_and_lives_where_none_does(tree: Path) -> None:
    with laboratory(ROOM, tree) as lab:
        found = {one.mutant.told: (one.reached, one.end) for one in trials(lab, drawn(lab, 99, 1), 5)}
    assert found == {
        "3 -> 4": (1, "not loaded"),
        "not shut and level > HIGH -> not shut or level > HIGH": (1, "failed"),
        "not shut -> shut": (1, "failed"),
        "level > HIGH -> level >= HIGH": (1, "failed"),
        "True -> False": (1, "failed"),
        "False -> True": (1, "failed"),
        "'full' -> ''": (1, "failed"),  # by the test that finds it in the cache
        "return level + 1 -> return None": (0, "lived"),
        "level + 1 -> level - 1": (0, "lived"),
        "1 -> 2": (0, "lived"),
    }
    assert (tree / "briefing" / "tide.py").read_text(encoding="utf-8") == MODULE


@FORKS
def test_a_test_that_goes_by_another_name_notices_nothing(tree: Path) -> None:
    test = (
        "import pytest\nfrom briefing.tide import unheard\n"
        "@pytest.mark.parametrize('a', [str(unheard(1))])\ndef test_a(a):\n    assert unheard(0)\n"
    )
    (tree / "tests" / "test_tide.py").write_text(test, encoding="utf-8")
    with laboratory(ROOM, tree) as lab:
        chosen = [(file, one) for file, one in drawn(lab, 99, 1) if one.told == "1 -> 2"]
        assert [trial.end for trial in trials(lab, chosen, 5)] == ["lived"]


@FORKS
def test_nothing_is_tried_where_a_test_fails_already(tree: Path) -> None:
    (tree / "tests" / "test_tide.py").write_text("def test_a():\n    assert False\n", encoding="utf-8")
    with laboratory(ROOM, tree) as lab, pytest.raises(SystemExit, match="before anything is changed"):
        lab.prepare()


def test_a_seed_draws_the_same_mutants_again(tree: Path) -> None:
    with laboratory(ROOM, tree) as lab:
        first, again, other = ([m.told for _, m in drawn(lab, 5, seed)] for seed in (1, 1, 2))
    assert first == again != other


def test_each_mutant_that_is_called_equivalent_is_one_of_the_program_today() -> None:
    files = {
        str(path.relative_to(ROOT))
        for room in ROOMS.values()
        for glob in room.files
        for path in ROOT.glob(glob)
    }
    texts = {file: (ROOT / file).read_text(encoding="utf-8") for file in files}
    all_of_them = {key(file, one, text) for file, text in texts.items() for one in mutants(ast.parse(text))}
    assert equivalents().keys() <= all_of_them, "mend or strike these entries of equivalent.toml"
    assert all(len(reason) > 20 for reason in equivalents().values())
