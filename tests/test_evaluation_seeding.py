"""Seeded faults are seen, and what nobody touched is counted whole, its alarms included."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from evaluated import Overlap
from tried import Unread, told

from briefing.evaluation.assertion import Assertion, CitedText
from briefing.evaluation.running import account
from briefing.evaluation.seeding import Good, alarmed, seed, stated_plainly
from briefing.types import Span

SAID = "“I will see you tomorrow,” she said."
HAPPY = Unread()


def stated(text: str, evidence: str, quoted: bool = False) -> Assertion:
    cited = CitedText("C1", Span("S1", 0, len(evidence)), evidence, True, datetime(2031, 3, 5, tzinfo=UTC))
    return Assertion("T1.1", text, ("C1",), (cited,), quoted=quoted)


def test_seeded_faults_are_seen_and_whole_statements_are_not_accused() -> None:
    rows = {row.kind: row for row in seed(told("plain"), Overlap())}
    assert rows["untouched"].seeded > 20
    assert rows["untouched"].detected == 0
    for kind in ("number changed", "citation moved", "wire copy counted twice"):
        assert rows[kind].seeded >= 5, kind
        assert rows[kind].rate == pytest.approx(1, abs=0.07), kind


def test_every_statement_is_counted_among_the_untouched() -> None:
    """One that the rules object to is a false alarm, not left out."""
    cases = told("plain")
    statements = sum(len(account(case, one.brief).statements) for case, one in cases)
    (row,) = (row for row in seed(cases, Overlap()) if row.kind == "untouched")
    assert row.seeded == statements
    none = Unread(lambda claim: False)
    (row,) = (row for row in seed(cases, none) if row.kind == "untouched")
    assert (row.detected, row.seeded) == (statements, statements)


def test_a_verbatim_sentence_is_judged_as_one_whatever_its_words() -> None:
    """What a pair of marks around it settles is no alarm; a word that its evidence lacks is one."""
    assert not alarmed(stated(f"“{SAID}”", SAID, quoted=True), HAPPY)
    assert alarmed(stated(f"“{SAID.replace('see', 'meet')}”", SAID, quoted=True), HAPPY)
    assert alarmed(stated("I will see you tomorrow, she said.", SAID), HAPPY)


def test_a_day_that_follows_from_its_source_is_no_alarm() -> None:
    evidence = "The drivers walked out this morning."
    assert not alarmed(stated("The drivers walked out on Wednesday.", evidence), HAPPY)
    assert alarmed(stated("The drivers walked out on Friday.", evidence), HAPPY)


def test_no_hedge_is_hardened_that_the_evidence_does_not_need() -> None:
    """What one sentence says plainly may be said plainly."""
    text = "The ferry reportedly sank."
    hedged, plain = "The ferry reportedly sank off Velden.", "The ferry sank."
    assert not stated_plainly(Good("", text, (hedged,), (), None))
    assert stated_plainly(Good("", text, (hedged, plain), (), None))
