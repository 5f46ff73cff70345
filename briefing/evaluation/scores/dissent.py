"""Disagreements: those of the gold that the brief flags, and the flags that the gold does not bear out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from briefing.evaluation.assertion import Assertion, Flag
from briefing.evaluation.gold import Difference, LookAlike
from briefing.evaluation.score import Score
from briefing.evaluation.subject import Subject
from briefing.types import Span, same_sides


def contradictions_found(subject: Subject) -> Score:
    """Gold contradictions, found in both readings, that a flag matches / all of those."""
    return _found(subject, "contradiction")


def tensions_found(subject: Subject) -> Score:
    """Gold tensions, found in both readings, that a flag matches / all of those."""
    return _found(subject, "tension")


def flags_true(subject: Subject) -> Score:
    """Flags that match the gold / flags; one that matches only what a single reading found is left out."""
    counted = _counted(subject)
    idle = [flag for flag in counted if not _matching(flag, subject.gold.differences)]
    told = (f"{flag.where} matches nothing: {flag.question}" for flag in idle)
    return Score.ratio(len(counted) - len(idle), len(counted), told)


def flag_f1(subject: Subject) -> Score:
    """Harmonic mean of `flags_true` and of the recall of both strengths together: 2 tp / (2 tp + fp + fn)."""
    agreed = [d for d in subject.gold.differences if d.agreed]
    missed = sum(not any(matches(f, d) for f in subject.account.flags) for d in agreed)
    idle = sum(not _matching(f, subject.gold.differences) for f in _counted(subject))
    found = len(agreed) - missed
    return Score.ratio(
        2 * found, 2 * found + idle + missed, (f"{found} found, {missed} missed, {idle} idle",)
    )


def false_conflicts(subject: Subject) -> Score:
    """Uncontested look-alikes that a flag takes for a disagreement / all of those."""
    stand = [c for c in subject.gold.look_alikes if not c.contested]
    loose = [f for f in subject.account.flags if not _matching(f, subject.gold.differences)]
    taken = [(c, f) for c in stand for f in loose if _takes(f, c)]
    told = [f"{flag.where} takes {c.id} for a disagreement ({c.why}): {flag.question}" for c, flag in taken]
    return Score.ratio(len({c.id for c, _ in taken}), len(stand), told)


def strength_right(subject: Subject) -> Score:
    """Flags with the strength of what they match in both readings of the gold / flags that match there."""
    matched = _matched(subject)
    wrong = [
        f"{flag.where} is a {found[0].strength}, not a {flag.strength}"
        for flag, found in matched
        if flag.strength not in {d.strength for d in found}
    ]
    return Score.ratio(len(matched) - len(wrong), len(matched), wrong)


def kind_right(subject: Subject) -> Score:
    """Flags with the kind of what they match in both readings of the gold / flags that match there."""
    matched = _matched(subject)
    wrong = [
        f"{flag.where} is of kind {found[0].kind}, not {flag.kind}"
        for flag, found in matched
        if flag.kind not in {d.kind for d in found}
    ]
    return Score.ratio(len(matched) - len(wrong), len(matched), wrong)


def matches(flag: Flag, difference: Difference) -> bool:
    """Whether two positions of the flag hit two sides of the gold disagreement."""
    return same_sides(flag.positions, [side.spans for side in difference.sides], _hits)


def _takes(flag: Flag, look_alike: LookAlike) -> bool:
    """Whether two positions hit two spans of the look-alike in different documents."""
    return any(
        same_sides(flag.positions, [(a,), (b,)], _hits)
        for a, b in combinations(look_alike.spans, 2)
        if a.source != b.source
    )


def _hits(position: Assertion, side: Sequence[Span]) -> bool:
    return any(citation.span.hits(span) for citation in position.citations for span in side)


def _matching(flag: Flag, differences: Sequence[Difference]) -> bool:
    return any(matches(flag, difference) for difference in differences)


def _matched(subject: Subject) -> list[tuple[Flag, list[Difference]]]:
    """Each flag that matches what both readings found, with all of it; one reader's word settles nothing."""
    agreed = [d for d in subject.gold.differences if d.agreed]
    found = [(flag, [d for d in agreed if matches(flag, d)]) for flag in subject.account.flags]
    return [(flag, matched) for flag, matched in found if matched]


def _counted(subject: Subject) -> list[Flag]:
    """The flags that count: all but those that match only what a single reading found."""
    agreed = [d for d in subject.gold.differences if d.agreed]
    single = [d for d in subject.gold.differences if not d.agreed]
    return [f for f in subject.account.flags if _matching(f, agreed) or not _matching(f, single)]


def _found(subject: Subject, strength: str) -> Score:
    wanted = [d for d in subject.gold.differences if d.agreed and d.strength == strength]
    missed = [d for d in wanted if not any(matches(flag, d) for flag in subject.account.flags)]
    told = [f"{d.id} is not found ({d.kind}): " + " / ".join(s.position for s in d.sides) for d in missed]
    return Score.ratio(len(wanted) - len(missed), len(wanted), told)
