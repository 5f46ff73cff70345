"""A sentence that needs the one before it is told as dangling."""

from __future__ import annotations

import pytest
from clusters import cluster

from briefing.extractive.dangling import dangling


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry is late.", False),
        ("But the ferry is late.", True),
        ("However, the mayor wants a bridge.", True),
        ("Butter is dear in Halden.", False),
        ("She wants a bridge.", True),
        ("“We wait,” he said.", True),
        ("According to the union they wait.", True),
        ("All of them wait in Halden.", True),
        ("According to the union, the crews wait.", False),
        ("According to the mayor and his aides, the bridge is safe.", False),
        ("In town he is loved.", True),
        ("“The ferry of Halden is late.", True),
        ("Mayor Holm says that she wants a bridge.", False),
        ("The mayor wants a bridge before he goes.", False),
    ],
)
def test_what_begins_with_a_pronoun_or_a_connective_or_has_a_he_without_a_name(
    text: str, expected: bool
) -> None:
    sentences = tuple(cluster((text, "They say that Mayor Holm is loved.")).sentences)
    assert dangling(sentences)[0] is expected
