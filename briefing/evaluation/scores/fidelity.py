"""Numbers, names and quotations of the statements: each must occur in what the statement cites."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.evaluation.account import Line
from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject
from briefing.grounding import names, quantities, quotations
from briefing.grounding.carried import missing_moments, missing_names, missing_numbers, missing_quotations
from briefing.grounding.dates import moments
from briefing.types import unquoted
from briefing.words import matching_key

_MARKS = str.maketrans(dict.fromkeys('"“”', " "))


def number_fidelity(subject: Subject) -> Score:
    """Numbers and dates that occur in the cited text, in any written form / all of them."""
    return _fidelity(subject, _counted_numbers, _missing_numbers)


def name_fidelity(subject: Subject) -> Score:
    """Names that occur in the cited text / all names."""
    return _fidelity(subject, lambda text: len(names(_plain(text))), _missing_names)


def quotation_fidelity(subject: Subject) -> Score:
    """Quoted strings that are verbatim in the cited text / all of them."""
    return _fidelity(subject, lambda text: len(quotations(text)), _missing_quotations)


def _fidelity(
    subject: Subject, count: Callable[[str], int], missing: Callable[[Line], Sequence[str]]
) -> Score:
    lines = subject.account.lines
    lost = [(line, words) for line in lines for words in missing(line)]
    total = sum(count(line.text) for line in lines)
    told = [f"{line.where}: {words!r} is not in what it cites" for line, words in lost]
    return Score.ratio(total - len(lost), total, told)


def _plain(text: str) -> str:
    """The text without double quotation marks: what is quoted counts too."""
    return text.translate(_MARKS)


def _counted_numbers(text: str) -> int:
    return len(quantities(_plain(text))) + len(moments(_plain(text)))


def _missing_numbers(line: Line) -> list[str]:
    text = _plain(line.text)
    lost = [quantity.text for quantity in missing_numbers(text, line.evidence)]
    return lost + [moment.text for moment in missing_moments(text, line.evidence, line.published)]


def _missing_names(line: Line) -> list[str]:
    return [name.text for name in missing_names(_plain(line.text), line.evidence)]


def _missing_quotations(line: Line) -> list[str]:
    if line.quoted and any(matching_key(unquoted(line.text)) in matching_key(e) for e in line.evidence):
        return []  # verbatim as a whole, whatever marks stand within
    return [quotation.text for quotation in missing_quotations(line.text, line.evidence)]
