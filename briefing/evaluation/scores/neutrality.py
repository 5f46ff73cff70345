"""Neutrality: loaded words, parties' claims without their speaker, hedges hardened, a share for each side."""

from __future__ import annotations

from collections import Counter

from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject
from briefing.grounding import loaded
from briefing.grounding.hedges import hardened
from briefing.grounding.partisan import bare


def loaded_terms(subject: Subject) -> Score:
    """Loaded terms outside quotation marks per 100 statements."""
    statements = subject.account.statements
    found = [f"{s.where}: “{term}”: {s.text}" for s in statements for term in loaded(s.text)]
    return Score(
        100 * len(found) / len(statements) if statements else None, tuple(found), len(found), len(statements)
    )


def party_claims_unattributed(subject: Subject) -> Score:
    """Statements that print a party's claim as fact, without its speaker / all statements.

    A party's claim is what all evidence for it gives as somebody's word by a verb of taking sides, such as
    claim, accuse, insist or deny (all are in `grounding.partisan`). What somebody "said" is none: reports
    give what the police or a court found in that way too, and it may be told as fact.
    """
    statements = subject.account.statements
    found = [
        f"{s.where}: {party} says so, the statement does not say who: {s.text}"
        for s in statements
        if not s.quoted and not s.attributed_to and (party := bare(s.text, s.evidence))
    ]
    return Score.ratio(len(found), len(statements), found)


def hedges_hardened(subject: Subject) -> Score:
    """Statements that say plainly what their evidence hedges / all statements."""
    statements = subject.account.statements
    found = [
        f"{s.where}: {s.text}"
        for s in statements
        if not s.quoted and s.evidence and hardened(s.text, s.evidence)
    ]
    return Score.ratio(len(found), len(statements), found)


def side_balance(subject: Subject) -> Score:
    """The statements citing the least cited origin / those citing the most cited one; 1 is even."""
    account = subject.account
    cited = Counter(
        origin
        for s in account.statements
        for origin in {account.origins.get(c.span.source) for c in s.citations} - {None}
    )
    shares = [cited[origin] for origin in dict.fromkeys(account.origins.values())]
    told = tuple(f"{origin}: {count} statements" for origin, count in sorted(cited.items(), key=str))
    return Score(min(shares) / max(shares) if any(shares) else None, told)
