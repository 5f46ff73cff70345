"""Support: does what a statement cites entail it, by the judge; and every citation's own part in it.

`supported_recall` is the citation recall of ALCE (Gao et al. 2023) and `citation_precision` its precision;
`citation_precision_strict` is that of Liu et al. (2023), who evaluated generative search engines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from briefing.evaluation.account import Account, Cited, Line
from briefing.evaluation.judges import Judge, Ruling
from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject


def supported_recall(subject: Subject) -> Score:
    """Statements that their cited text supports / all statements; an uncited one is not supported."""
    lines = subject.account.lines
    rulings = [(line, rule(subject.judge, line)) for line in lines]
    failed = [
        f"{line.where}: {_reasons(r)}: {line.text}" for line, r in rulings if r is None or not r.supported
    ]
    return Score.ratio(len(lines) - len(failed), len(lines), failed)


def contradiction_rate(subject: Subject) -> Score:
    """Statements that their cited text refutes / all statements: apart from merely unsupported ones."""
    lines = subject.account.lines
    rulings = [(line, rule(subject.judge, line)) for line in lines]
    refuted = [f"{line.where}: {_reasons(r)}: {line.text}" for line, r in rulings if r and r.contradicted]
    return Score.ratio(len(refuted), len(lines), refuted)


def citation_precision(subject: Subject) -> Score:
    """Precise citations / citations given.

    A citation is irrelevant where it does not support its statement alone and the others do without it;
    it is precise where the statement is supported and it is not irrelevant.
    """
    return _precision(subject, _precise)


def citation_precision_strict(subject: Subject) -> Score:
    """Citations that support their statement / citations given.

    One does where it supports it fully alone, or where no single one does, all do together, and it adds
    to what the others carry.
    """
    return _precision(subject, _strictly_precise)


def pairs(account: Account, judge: Judge) -> Iterator[tuple[str, str]]:
    """Every pair of evidence and claim that these scores ask the judge about."""
    for line in account.lines:
        asked = [line.citations]
        if len(line.evidence) > 1:
            asked += [some for c in line.citations for some in ((c,), _without(line, c))]
        for cited in asked:
            if cited:
                yield _evidence(cited), _claim(judge, line)


def rule(judge: Judge, line: Line, cited: tuple[Cited, ...] | None = None) -> Ruling | None:
    """What the judge says of a statement on these citations (None: all); None where there is none."""
    cited = line.citations if cited is None else cited
    return judge.judge(_evidence(cited), _claim(judge, line)) if cited else None


def _claim(judge: Judge, line: Line) -> str:
    return line.printed if judge.as_printed else line.text


def _evidence(cited: Sequence[Cited]) -> str:
    return "\n".join(dict.fromkeys(c.text for c in cited))


def _precision(subject: Subject, precise: _Test) -> Score:
    given = sum(len(line.given) for line in subject.account.lines)
    good: list[tuple[str, str]] = []
    for line in subject.account.lines:
        good += [(line.where, c.id) for c in line.citations if precise(subject.judge, line, c)]
    told = [
        f"{line.where}: {name} does not support it"
        for line in subject.account.lines
        for name in line.given
        if (line.where, name) not in good
    ]
    return Score.ratio(len(good), given, told)


class _Test(Protocol):
    def __call__(self, judge: Judge, line: Line, cited: Cited, /) -> bool: ...


def _precise(judge: Judge, line: Line, cited: Cited) -> bool:
    if not _holds(judge, line, line.citations):
        return False
    others = _without(line, cited)
    return not others or _holds(judge, line, (cited,)) or not _holds(judge, line, others)


def _strictly_precise(judge: Judge, line: Line, cited: Cited) -> bool:
    if _holds(judge, line, (cited,)):
        return True
    if not _holds(judge, line, line.citations) or any(_holds(judge, line, (c,)) for c in line.citations):
        return False
    whole, rest = rule(judge, line), rule(judge, line, _without(line, cited))
    return whole is not None and (rest is None or whole.probability > rest.probability)


def _without(line: Line, cited: Cited) -> tuple[Cited, ...]:
    return tuple(c for c in line.citations if c.text != cited.text)


def _holds(judge: Judge, line: Line, cited: tuple[Cited, ...]) -> bool:
    ruling = rule(judge, line, cited)
    return ruling is not None and ruling.supported


def _reasons(ruling: Ruling | None) -> str:
    return (
        "no citation resolves"
        if ruling is None
        else "; ".join(ruling.reasons) or "not carried by what it cites"
    )
