"""Fault seeding: good statements are broken on purpose, one fault each, and those seen are counted.

Good statements are the briefs' own, their quotation marks taken off, and the gold's facts, which people
wrote in words of their own. A fault is seen where the rules of grounding or the judge object. A false alarm
is any statement of a brief that is objected to as it stands; only those that pass the rules are broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.checking import check
from briefing.checking.facsimile import Item, items
from briefing.evaluation.account import Account
from briefing.evaluation.assertion import Assertion
from briefing.evaluation.case import Case
from briefing.evaluation.judges import Judge
from briefing.evaluation.mutations import HEDGE, MUTATIONS
from briefing.evaluation.results import CaseResult, Seeding
from briefing.evaluation.running import account
from briefing.grounding import faults, names
from briefing.grounding.hedges import hedges
from briefing.grounding.scope import content
from briefing.types import Texts, unquoted

_SHOWN = 20
"""Faults of a kind that are kept, to be read."""
_SURELY = 0.4
"""Probability of support below which the judge objects. On 403 statements of readers, at .5, .45, .4, .35:
false alarms 16, 9, 3, 1; of 126 speakers exchanged 116, 114, 114, 112 are seen, of 243 denials added or
dropped 229, 226, 223, 223, of 389 citations moved 388, 386, 386, 386."""
_FAR = 5  # sentences between a citation and where it is moved to


@dataclass(frozen=True, slots=True)
class Good:
    """A statement that its evidence carries, with names and sentences of its source that it does not have."""

    where: str
    text: str
    evidence: tuple[str, ...]
    names: tuple[str, ...]
    elsewhere: str | None


def seed(told: Sequence[tuple[Case, CaseResult]], judge: Judge) -> tuple[Seeding, ...]:
    """A row for each kind of fault, and two for the untouched: the briefs' own words, and people's."""
    briefs = [(case, account(case, r.brief), r.brief) for case, r in told if not r.error]
    whole = [(case, s) for case, known, _ in briefs for s in known.statements if s.citations]
    own = [good for case, known, _ in briefs for good in _own(case, known)]
    facts = [good for case, known, _ in briefs for good in _facts(case, known)]
    rows = [
        _untouched("untouched", ((f"{c.name} {s.where}: {s.text}", alarmed(s, judge)) for c, s in whole)),
        _untouched(
            "untouched, people's words",
            ((f"{fact.where}: {fact.text}", seen(fact.text, fact.evidence, judge)) for fact in facts),
        ),
    ]
    for kind, mutate in MUTATIONS.items():
        fit = (g for g in (*own, *facts) if kind != HEDGE or not stated_plainly(g))
        broken = ((g.where, mutate(g.text, g.names), g.evidence) for g in fit)
        rows.append(_broken(kind, ((w, text, e) for w, text, e in broken if text), judge))
    moved = ((g.where, g.text, (g.elsewhere,)) for g in own if g.elsewhere)
    rows.append(_broken("citation moved", moved, judge))
    return (*rows, *_structural(briefs))


def _untouched(kind: str, statements: Iterable[tuple[str, bool]]) -> Seeding:
    """How many of these are found wrong, though nothing is; these false alarms are kept, to be read."""
    told = list(statements)
    alarms = [text for text, wrong in told if wrong]
    return Seeding(kind, len(told), len(alarms), tuple(alarms[:_SHOWN]))


def _broken(kind: str, statements: Iterable[tuple[str, str, tuple[str, ...]]], judge: Judge) -> Seeding:
    """How many of these (where, text, evidence) are found wrong; those that are not are kept, to be read."""
    told = [(f"{where}: {text}", seen(text, evidence, judge)) for where, text, evidence in statements]
    missed = [text for text, wrong in told if not wrong]
    return Seeding(kind, len(told), len(told) - len(missed), tuple(missed[:_SHOWN]))


def seen(text: str, evidence: Sequence[str], judge: Judge) -> bool:
    """Whether anything is found wrong with the statement."""
    return bool(faults(text, evidence)) or _doubted(text, evidence, judge)


def alarmed(statement: Assertion, judge: Judge) -> bool:
    """Whether anything is found wrong with a statement as it is printed, by the rules that `check` goes by.

    What is `quoted` has to be verbatim, whatever its words; all else is read with its speaker and the dates
    of its sources.
    """
    text, evidence, speaker = statement.text, statement.evidence, statement.attributed_to
    if statement.quoted:
        return not statement.verbatim or _doubted(unquoted(text), evidence, judge)
    wrong = faults(text, evidence, attributed_to=speaker, published=statement.published)
    return bool(wrong) or _doubted(text, evidence, judge)


def _doubted(text: str, evidence: Sequence[str], judge: Judge) -> bool:
    return judge.judge("\n".join(evidence), text).probability < _SURELY


def _own(case: Case, known: Account) -> Iterator[Good]:
    """The statements that can be broken: a fault that the rules see before proves nothing."""
    for statement in known.statements:
        text = unquoted(statement.text) if statement.quoted else statement.text
        if statement.citations and not faults(text, statement.evidence):
            yield _good(f"{case.name} {statement.where}", text, statement.evidence, known, statement)


def _facts(case: Case, known: Account) -> Iterator[Good]:
    for fact in case.gold.facts:
        evidence = tuple(known.texts[s.source][s.start : s.end] for s in fact.spans)
        yield Good(f"{case.name} {fact.id}", fact.statement, evidence, (), None)


def stated_plainly(good: Good) -> bool:
    """Whether a sentence of its evidence has half of the statement's words and no hedge.

    The source itself then says it plainly, so that to harden the statement's hedge is no fault.

    In five rounds of readers' statements this leaves out 13 of 52; on reading, ten of them rest on it.
    """
    said = set(content(good.text))
    return any(2 * len(said & set(content(e))) >= len(said) and not hedges(e) for e in good.evidence)


def _good(where: str, text: str, evidence: tuple[str, ...], known: Account, statement: Assertion) -> Good:
    source, start = statement.citations[0].span.source, statement.citations[0].span.start
    read = [s for s in known.read(source) if not s.heading]
    here = next((n for n, s in enumerate(read) if s.span.end > start), 0)
    others = [s.text for s in read if s.text not in " ".join(evidence)]
    called = dict.fromkeys(n.text for s in others for n in names(s) if len(n.text.split()) > 1)
    away = read[(here + _FAR) % len(read)].text if len(read) > _FAR else None
    return Good(where, text, evidence, tuple(called), None if away in evidence else away)


def _structural(briefs: Sequence[tuple[Case, Account, Item]]) -> Iterator[Seeding]:
    """Faults of a whole brief, which checking it must find."""
    for kind, breaks in (("side dropped", _side_dropped), ("wire copy counted twice", _counted_twice)):
        broken = [(case, spoilt) for case, _, brief in briefs if (spoilt := breaks(brief)) is not None]
        missed = [case.name for case, spoilt in broken if not _objects(case, spoilt)]
        yield Seeding(kind, len(broken), len(broken) - len(missed), tuple(missed))


def _objects(case: Case, brief: Item) -> bool:
    found = check(dict(brief), Texts(case.documents)).faults
    return any(fault.kind in ("positions", "origins") for fault in found)


def _side_dropped(brief: Item) -> Item | None:
    """The first disagreement of two sides has one."""
    for at, story in enumerate(items(brief, "stories")):
        for n, flag in enumerate(items(story, "disagreements")):
            if len(items(flag, "positions")) == 2:
                one = {**flag, "positions": items(flag, "positions")[:1]}
                return _with(brief, at, {"disagreements": _replaced(items(story, "disagreements"), n, one)})
    return None


def _counted_twice(brief: Item) -> Item | None:
    """The first story counts one voice more than it has."""
    told = items(brief, "stories")
    return _with(brief, 0, {"origins": int(told[0]["origins"]) + 1}) if told else None


def _with(brief: Item, story: int, fields: Item) -> Item:
    told = items(brief, "stories")
    return {**brief, "stories": _replaced(told, story, {**told[story], **fields})}


def _replaced(values: Sequence[Any], at: int, new: Any) -> list[Any]:
    return [new if n == at else value for n, value in enumerate(values)]
