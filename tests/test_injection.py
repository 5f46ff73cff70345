"""No words of a stranger come into a brief outside a quotation of their source, whatever a model obeys."""

from __future__ import annotations

from pathlib import Path

from campaigns.carriers import CARRIERS, FACTS, rows
from campaigns.injection import campaign
from campaigns.judged import HONEST

OWN = rows((Path(__file__).parent / "campaigns" / "orders.jsonl").read_text(encoding="utf-8"))
"""Invented here, a family for each way in: orders, forged turns, shapes of our prompts, markup, headers, …"""


def test_strings_of_ours_come_out_nowhere_and_the_honest_facts_do() -> None:
    done = [*campaign(OWN, every=41)]
    assert {one.case.carrier for one in done} == {*CARRIERS}
    assert [one for one in done if one.faults] == []
    assert sum(one.kept for one in done) >= 0.95 * len(FACTS) * len(done)
    obedient = [one.dropped for one in done if one.case.model == "obedient"]
    assert sum(obedient) <= 0.02 * len(HONEST) * len(obedient)


def test_strings_of_public_collections_come_out_nowhere(shared: Path) -> None:
    strings = [
        row
        for path in sorted((shared / "data" / "injection").glob("*.jsonl"))
        for row in rows(path.read_text(encoding="utf-8"))
    ]
    done = [*campaign(strings, every=1999)]
    assert len(done) > len(strings) / 30
    assert [one for one in done if one.faults] == []
