"""Broken documents are read as far as they go, or named; no parser fails on one."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import SAMPLES, mutated

from briefing.sources.entry import finished
from briefing.sources.expand import Input
from briefing.sources.parsers import PARSERS
from briefing.sources.wire import from_wire, to_wire
from briefing.types import Document


@pytest.mark.parametrize("kind", SAMPLES)
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_broken_document_is_read_or_named(kind: str, data: st.DataObject) -> None:
    raw = data.draw(mutated(kind))
    for entry in PARSERS[kind](raw, "https://post.example/a"):  # type: ignore[index]
        assert from_wire(json.loads(json.dumps(to_wire(entry)))) == entry
        item = finished(entry, Input("a"), "S1", 1_000_000)
        assert not isinstance(item, Document) or item.text.strip()
