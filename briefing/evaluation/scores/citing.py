"""Citations as such: are they there, do they resolve, are they exact."""

from __future__ import annotations

from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject


def citation_coverage(subject: Subject) -> Score:
    """Statements with at least one citation that resolves to a source's text / all statements."""
    statements = subject.account.statements
    bare = [f"{s.where}: no citation resolves: {s.text}" for s in statements if not s.citations]
    return Score.ratio(len(statements) - len(bare), len(statements), bare)


def citation_validity(subject: Subject) -> Score:
    """Citations that resolve / citations given; an invented id counts in the denominator."""
    statements = subject.account.statements
    given = [(s.where, name) for s in statements for name in s.given]
    known = {(s.where, c.id) for s in statements for c in s.citations}
    lost = [
        f"{where}: {name} resolves to no source's text" for where, name in given if (where, name) not in known
    ]
    return Score.ratio(len(given) - len(lost), len(given), lost)


def quote_fidelity(subject: Subject) -> Score:
    """Citations whose quote equals the slice of its span / citations that resolve."""
    cited = [(s.where, c) for s in subject.account.statements for c in s.citations]
    altered = [
        f"{where}: {c.id} does not quote its span in {c.span.source}" for where, c in cited if not c.exact
    ]
    return Score.ratio(len(cited) - len(altered), len(cited), altered)
