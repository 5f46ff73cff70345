"""Breadth: how much of its sources a brief speaks for. It says nothing about support."""

from __future__ import annotations

from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject
from briefing.grounding import points


def source_coverage(subject: Subject) -> Score:
    """Share of the distinct points of all sources in use, near-duplicates collapsed, that a citation hits.

    A source that no story names counts: to leave it out must not pay.
    """
    account = subject.account
    found = points([s for source in account.used for s in account.read(source) if not s.heading])
    cited = account.spans
    missed = [p[0] for p in found if not any(s.span.hits(c) for s in p for c in cited)]
    return subject.ratio(len(found) - len(missed), len(found), (f"{s.id}: {s.text}" for s in missed))


def origin_coverage(subject: Subject) -> Score:
    """Share of the origins that a citation is taken from."""
    account = subject.account
    known = dict.fromkeys(account.origins.values())
    cited = {account.origins.get(span.source) for span in account.spans}
    missed = [f"nothing is cited from {origin}" for origin in known if origin not in cited]
    return Score.ratio(len(known) - len(missed), len(known), missed)
