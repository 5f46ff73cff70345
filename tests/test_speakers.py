"""An outlet is never told as the speaker, however it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from golden_brief import FERRY

from briefing.pipeline.speakers import without_outlets


@pytest.mark.parametrize(
    ("speaker", "via", "told"),
    [
        ("Ana Roe", None, "Ana Roe"),
        ("The Harbour Post", None, None),
        ("harbour-post", None, None),
        ("Radio Skerry", "Radio Skerry", None),
        ("Radio Skerry", None, "Radio Skerry"),
        (None, None, None),
    ],
)
def test_an_outlet_is_no_speaker(speaker: str | None, via: str | None, told: str | None) -> None:
    said = replace(FERRY.statements[0], attributed_to=speaker, via=via)
    settled = without_outlets(replace(FERRY, statements=(said,)), ["Harbour Post", "Kestrel Wire"])
    assert settled.statements == (replace(said, attributed_to=told),)
