"""No shape of input makes an exception, and none that is not a brief's passes."""

from __future__ import annotations

from typing import Any

from faultless import faultless, put
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.checking import check

JSON = Any


def test_another_format_is_one_clear_fault() -> None:
    for brief in ({"format": "briefing-plan/1"}, {}, [], None, "brief", 7):
        report = check(brief, {})
        assert [f.kind for f in report.faults] == ["format"]


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def _paths(value: JSON, at: str = "") -> list[str]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [p for k, v in inner for p in (f"{at}/{k}".strip("/"), *_paths(v, f"{at}/{k}"))]


@settings(max_examples=300)
@given(st.sampled_from(_paths(faultless())), JUNK)
def test_no_field_of_the_wrong_type_raises(path: str, junk: JSON) -> None:
    brief = faultless()
    put(path, lambda _: junk)(brief)
    check(brief, {})


@given(st.sampled_from(_paths(faultless())))
def test_no_missing_field_passes(path: str) -> None:
    """`text` of a source is optional, but it is the only text here."""
    brief: JSON = faultless()
    *way, last = [int(p) if p.isdigit() else p for p in path.split("/")]
    holder = brief
    for step in way:
        holder = holder[step]
    del holder[last]
    assert not check(brief, {}).ok
