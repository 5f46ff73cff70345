"""Citations as such: are they there, do they resolve, are they exact."""

from __future__ import annotations

from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject


def citation_coverage(subject: Subject) -> Score:
    """Statements with at least one citation that resolves to a source's text / all statements."""
    lines = subject.account.lines
    bare = [f"{line.where}: no citation resolves: {line.text}" for line in lines if not line.citations]
    return Score.ratio(len(lines) - len(bare), len(lines), bare)


def citation_validity(subject: Subject) -> Score:
    """Citations that resolve / citations given; an invented id counts in the denominator."""
    lines = subject.account.lines
    given = [(line.where, name) for line in lines for name in line.given]
    known = {(line.where, c.id) for line in lines for c in line.citations}
    lost = [
        f"{where}: {name} resolves to no source's text" for where, name in given if (where, name) not in known
    ]
    return Score.ratio(len(given) - len(lost), len(given), lost)


def quote_fidelity(subject: Subject) -> Score:
    """Citations whose quote equals the slice of its span / citations that resolve."""
    cited = [(line.where, c) for line in subject.account.lines for c in line.citations]
    altered = [
        f"{where}: {c.id} does not quote its span in {c.span.source}" for where, c in cited if not c.exact
    ]
    return Score.ratio(len(cited) - len(altered), len(cited), altered)
