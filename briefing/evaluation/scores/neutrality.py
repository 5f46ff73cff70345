"""Neutrality: loaded words, parties' claims without their speaker, hedges hardened, a share for each side."""

from __future__ import annotations

from collections import Counter

from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject
from briefing.grounding import loaded
from briefing.grounding.attribution import bare
from briefing.grounding.hedges import hardened


def loaded_terms(subject: Subject) -> Score:
    """Loaded terms outside quotation marks per 100 statements."""
    lines = subject.account.lines
    found = [f"{line.where}: “{term}”: {line.text}" for line in lines for term in loaded(line.text)]
    return Score(100 * len(found) / len(lines) if lines else None, tuple(found), len(found), len(lines))


def party_claims_unattributed(subject: Subject) -> Score:
    """Statements that print a party's claim as fact, without its speaker / all statements."""
    lines = subject.account.lines
    found = [
        f"{line.where}: {party} says so, the statement does not say who: {line.text}"
        for line in lines
        if not line.quoted and not line.attributed_to and (party := bare(line.text, line.evidence))
    ]
    return Score.ratio(len(found), len(lines), found)


def hedges_hardened(subject: Subject) -> Score:
    """Statements that say plainly what their evidence hedges / all statements."""
    lines = subject.account.lines
    found = [
        f"{line.where}: {line.text}"
        for line in lines
        if not line.quoted and line.evidence and hardened(line.text, line.evidence)
    ]
    return Score.ratio(len(found), len(lines), found)


def side_balance(subject: Subject) -> Score:
    """The statements citing the least cited origin / those citing the most cited one; 1 is even."""
    account = subject.account
    cited = Counter(
        origin
        for line in account.lines
        for origin in {account.origins.get(c.span.source) for c in line.citations} - {None}
    )
    shares = [cited[origin] for origin in dict.fromkeys(account.origins.values())]
    told = tuple(f"{origin}: {count} statements" for origin, count in sorted(cited.items(), key=str))
    return Score(min(shares) / max(shares) if any(shares) else None, told)
