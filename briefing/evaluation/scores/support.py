"""Support: does what a statement cites entail it, by the judge; and every citation's own part in it.

`supported_recall` is the citation recall of ALCE (Gao et al. 2023) and `citation_precision` its precision;
`citation_precision_strict` is that of Liu et al. (2023), who evaluated generative search engines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing.evaluation.account import Account
from briefing.evaluation.assertion import Assertion, CitedText
from briefing.evaluation.judges import Judge, Ruling
from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject

Precise = Callable[[Judge, Assertion, CitedText], bool]
"""Whether this citation of the statement is precise."""


def supported_recall(subject: Subject) -> Score:
    """Statements that their cited text supports / all statements; an uncited one is not supported."""
    statements = subject.account.statements
    rulings = [(s, rule(subject.judge, s)) for s in statements]
    failed = [f"{s.where}: {_reasons(r)}: {s.text}" for s, r in rulings if r is None or not r.supported]
    return subject.ratio(len(statements) - len(failed), len(statements), failed)


def contradiction_rate(subject: Subject) -> Score:
    """Statements that their cited text refutes / all statements: apart from merely unsupported ones."""
    statements = subject.account.statements
    rulings = [(s, rule(subject.judge, s)) for s in statements]
    refuted = [f"{s.where}: {_reasons(r)}: {s.text}" for s, r in rulings if r and r.contradicted]
    return Score.ratio(len(refuted), len(statements), refuted)


def citation_precision(subject: Subject) -> Score:
    """Precise citations / citations given.

    A citation is irrelevant where it does not support its statement alone and the others do without it;
    it is precise where the statement is supported and it is not irrelevant. "The others" are those of another
    text: two spans of one sentence show the judge the same, so they stand or fall together, else each would
    make the other needless.
    """
    return _precision(subject, _precise)


def citation_precision_strict(subject: Subject) -> Score:
    """Citations that support their statement / citations given.

    One does where it supports it fully alone, or where no single one does, all do together, and it adds
    to what the others carry: those of another text, as in `citation_precision`.
    """
    return _precision(subject, _strictly_precise)


def pairs(account: Account, judge: Judge) -> Iterator[tuple[str, str]]:
    """Every pair of evidence and claim that these scores ask the judge about."""
    for statement in account.statements:
        asked = [statement.citations]
        if len(statement.evidence) > 1:
            asked += [some for c in statement.citations for some in ((c,), _without(statement, c))]
        for cited in asked:
            if cited:
                yield _evidence(judge, cited), _claim(judge, statement)


def rule(judge: Judge, statement: Assertion, cited: tuple[CitedText, ...] | None = None) -> Ruling | None:
    """What the judge says of a statement on these citations (None: all); None where there is none."""
    cited = statement.citations if cited is None else cited
    return judge.judge(_evidence(judge, cited), _claim(judge, statement)) if cited else None


def _claim(judge: Judge, statement: Assertion) -> str:
    return statement.printed if judge.as_printed else statement.text


def _evidence(judge: Judge, cited: Sequence[CitedText]) -> str:
    return "\n".join(dict.fromkeys(_dated(c) if judge.as_printed else c.text for c in cited))


def _dated(cited: CitedText) -> str:
    """The text behind the day on which it was published, where that is known."""
    day = f"({cited.published.day} {cited.published:%B %Y}) " if cited.published else ""
    return f"{day}{cited.text}"


def _precision(subject: Subject, precise: Precise) -> Score:
    statements = subject.account.statements
    given = [(s.where, name) for s in statements for name in s.given]
    good = [(s.where, c.id) for s in statements for c in s.citations if precise(subject.judge, s, c)]
    told = [f"{where}: {name} does not support it" for where, name in given if (where, name) not in good]
    return subject.ratio(len(good), len(given), told)


def _precise(judge: Judge, statement: Assertion, cited: CitedText) -> bool:
    if not _holds(judge, statement, statement.citations):
        return False
    others = _without(statement, cited)
    return not others or _holds(judge, statement, (cited,)) or not _holds(judge, statement, others)


def _strictly_precise(judge: Judge, statement: Assertion, cited: CitedText) -> bool:
    if _holds(judge, statement, (cited,)):
        return True
    if not _holds(judge, statement, statement.citations) or any(
        _holds(judge, statement, (c,)) for c in statement.citations
    ):
        return False
    whole, rest = rule(judge, statement), rule(judge, statement, _without(statement, cited))
    return whole is not None and (rest is None or whole.probability > rest.probability)


def _without(statement: Assertion, cited: CitedText) -> tuple[CitedText, ...]:
    return tuple(c for c in statement.citations if c.text != cited.text)


def _holds(judge: Judge, statement: Assertion, cited: tuple[CitedText, ...]) -> bool:
    ruling = rule(judge, statement, cited)
    return ruling is not None and ruling.supported


def _reasons(ruling: Ruling | None) -> str:
    if ruling is None:
        return "no citation resolves"
    return "; ".join(ruling.reasons) or "not carried by what it cites"
