"""Citations as such: are they there, do they resolve, are they exact; each counts once for its statement."""

from __future__ import annotations

from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject


def citation_coverage(subject: Subject) -> Score:
    """Statements with at least one citation that resolves to a source's text / all statements."""
    statements = subject.account.statements
    bare = [f"{s.where}: no citation resolves: {s.text}" for s in statements if not s.citations]
    return subject.ratio(len(statements) - len(bare), len(statements), bare)


def citation_validity(subject: Subject) -> Score:
    """Citations that resolve / citations given; an invented id counts in the denominator."""
    lost = _lost(subject)
    given = _given(subject)
    return Score.ratio(given - len(lost), given, lost)


def quote_fidelity(subject: Subject) -> Score:
    """Citations whose quote equals the slice of its span / citations given, invented ones among them."""
    cited = [(s.where, c) for s in subject.account.statements for c in s.citations]
    altered = [
        f"{where}: {c.id} does not quote its span in {c.span.source}" for where, c in cited if not c.exact
    ]
    wrong = [*_lost(subject), *altered]
    given = _given(subject)
    return Score.ratio(given - len(wrong), given, wrong)


def _given(subject: Subject) -> int:
    return sum(len(s.given) for s in subject.account.statements)


def _lost(subject: Subject) -> list[str]:
    return [
        f"{s.where}: {name} resolves to no source's text"
        for s in subject.account.statements
        for name in s.given
        if name not in {c.id for c in s.citations}
    ]
