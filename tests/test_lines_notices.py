"""Notices: what an outlet takes back of its own report."""

from __future__ import annotations

import pytest
from clusters import cluster

from briefing.lines.notices import may_be_notice, standing

OWN = "An earlier version of this article gave another figure."
OTHERS = "The minister was in error, and his office has withdrawn the claim."


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        (OWN, True),
        ("Correction: the ferry holds 200 people.", True),
        ("We wrongly reported that the ferry sank.", True),
        (OTHERS, True),
        ("As we first reported, the ferry sank off Harl.", False),
        ("The ferry sank off Harl on Friday.", False),
    ],
)
def test_a_notice_is_told_by_its_words(text: str, may_be: bool) -> None:
    assert may_be_notice(text) is may_be


def test_only_what_an_outlet_says_of_its_own_report_is_claimed_by_nobody() -> None:
    affirmed = "As\nwe first reported, the ferry sank off Harl; as we reported yesterday, nobody drowned."
    quoted = "“We wrongly reported that it sank,” the master told the harbour court."
    story = cluster(("The ferry sank.", OWN, OTHERS, affirmed, quoted))
    assert [s.text for s in standing(story).sentences] == ["The ferry sank.", OTHERS, affirmed, quoted]
