"""Numbers, names and quotations of the statements: each must occur in what the statement cites."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.evaluation.assertion import Assertion
from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject
from briefing.grounding import names, quantities, quotations
from briefing.grounding.carried import missing_moments, missing_names, missing_numbers, missing_quotations
from briefing.grounding.dates import moments
from briefing.grounding.quotations import unmarked


def number_fidelity(subject: Subject) -> Score:
    """Numbers and dates that occur in the cited text, in any written form / all of them."""
    return _fidelity(subject, _counted_numbers, _missing_numbers)


def name_fidelity(subject: Subject) -> Score:
    """Names that occur in the cited text / all names."""
    return _fidelity(subject, lambda text: len(names(unmarked(text))), _missing_names)


def quotation_fidelity(subject: Subject) -> Score:
    """Quoted strings that are verbatim in the cited text / all of them."""
    return _fidelity(subject, lambda text: len(quotations(text)), _missing_quotations)


def _fidelity(
    subject: Subject, count: Callable[[str], int], missing: Callable[[Assertion], Sequence[str]]
) -> Score:
    statements = subject.account.statements
    lost = [(s, words) for s in statements for words in missing(s)]
    total = sum(count(s.text) for s in statements)
    told = [f"{s.where}: {words!r} is not in what it cites" for s, words in lost]
    return Score.ratio(total - len(lost), total, told)


def _counted_numbers(text: str) -> int:
    return len(quantities(unmarked(text))) + len(moments(unmarked(text)))


def _missing_numbers(statement: Assertion) -> list[str]:
    text = unmarked(statement.text)
    lost = [quantity.text for quantity in missing_numbers(text, statement.evidence)]
    return lost + [moment.text for moment in missing_moments(text, statement.evidence, statement.published)]


def _missing_names(statement: Assertion) -> list[str]:
    return [name.text for name in missing_names(unmarked(statement.text), statement.evidence)]


def _missing_quotations(statement: Assertion) -> list[str]:
    if statement.verbatim:
        return []
    return [quotation.text for quotation in missing_quotations(statement.text, statement.evidence)]
