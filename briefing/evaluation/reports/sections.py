"""An evaluation as sections: scores by what they are about, what else was tried, what to read first."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.evaluation.baseline import UNPINNED, Baseline, missed
from briefing.evaluation.judges.card import JudgeCard
from briefing.evaluation.reports.attacked import attacked
from briefing.evaluation.reports.groups import GROUPS, SUPPORT, caveat, grouped, judged, trusted
from briefing.evaluation.reports.sheet import (
    LESS,
    NONE,
    Section,
    counted,
    failed,
    figure,
    hits,
    interval,
    more,
    named,
    some,
)
from briefing.evaluation.reports.untried import CONTROLS, TWINS, untried
from briefing.evaluation.reports.worst import worst
from briefing.evaluation.results import Control, Evaluation

_HEAD = ("score", "mean", "95 % interval", "events/cases", "counts")
_ABREAST = 6  # suites
_READ = 10  # flags told, the rest counted
_LEGEND = f"Means are over events; the interval is a bootstrap over them. {LESS}: less is more."


def sections(evaluation: Evaluation, baseline: Baseline = UNPINNED) -> tuple[Section, ...]:
    """All of the report, in reading order."""
    parts = (
        _title(evaluation),
        *_scores(evaluation),
        _idle(evaluation),
        *_by_suite(evaluation),
        attacked(evaluation),
        _controls(evaluation),
        _seeding(evaluation),
        _twins(evaluation),
        _card(evaluation.judge),
        _misses(evaluation, baseline),
        *worst(evaluation),
    )
    return tuple(part for part in parts if part.rows or part.notes)


def _scores(evaluation: Evaluation) -> Iterator[Section]:
    """A section a group of scores; those of support name the judge and its floor in every row."""
    for group, means in grouped(evaluation.means()).items():
        rows = [(named(n), figure(m.value), interval(m), counted(m), hits(m)) for n, m in means.items()]
        if group == SUPPORT:
            judge = trusted(evaluation.judge)
            told = tuple((*row, judge) for row in rows)
            yield Section(GROUPS[group], (*_HEAD, "judge"), told, means=means)
        else:
            yield Section(GROUPS[group], _HEAD, tuple(rows), means=means)


def _title(evaluation: Evaluation) -> Section:
    suites = [f"{name} (digest {digest[:12]})" for name, digest in evaluation.suites.items()]
    cases = len(evaluation.cases)
    events = len({case.event for case in evaluation.cases})
    said = f"{cases} cases of {events} events, {len(evaluation.errors)} in error; {', '.join(suites)}."
    return Section(f"Evaluation of {evaluation.model}", notes=(said, _LEGEND))


def _idle(evaluation: Evaluation) -> Section:
    """Flags that the gold does not bear out: to be read, since no gold is complete."""
    rows = [
        (case.case, line)
        for case in evaluation.cases
        for name in ("flags_true", "false_conflicts")
        if name in case.scores
        for line in case.scores[name].explanation
    ]
    head = ("case", "flag")
    return Section("Flags that the gold does not bear out", head, tuple(rows[:_READ]), more(rows, _READ))


def _by_suite(evaluation: Evaluation) -> Iterator[Section]:
    """The means of each suite where there are several, so many beside each other as a page is wide."""
    suites = tuple(evaluation.suites)
    for first in range(0, len(suites) if len(suites) > 1 else 0, _ABREAST):
        found = {suite: evaluation.means(suite) for suite in suites[first : first + _ABREAST]}
        rows = (
            (named(name), *(figure(m[name].value) if name in m else NONE for m in found.values()))
            for means in grouped(evaluation.means()).values()
            for name in means
        )
        yield Section("Means by suite", ("score", *found), tuple(rows), (judged(evaluation.judge),))


def _controls(evaluation: Evaluation) -> Section:
    rows = (
        (c.name, c.score, figure(c.before), figure(c.after), "yes" if c.behaves else "NO", _must(c))
        for c in evaluation.controls
    )
    head = ("control", "score", "before", "after", "behaves", "what must happen")
    return Section("Controls", head, tuple(rows), _untried(evaluation, CONTROLS))


def _must(control: Control) -> str:
    return f"{control.must}; {failed(control.error)}" if control.error else control.must


def _untried(evaluation: Evaluation, trial: str) -> tuple[str, ...]:
    told = untried(evaluation)
    return (told[trial],) if trial in told else ()


def _seeding(evaluation: Evaluation) -> Section:
    rows = (
        (
            s.kind,
            figure(s.rate),
            f"{s.detected}/{s.seeded}",
            "; ".join(some(s.missed, 2)),
        )
        for s in evaluation.seeding
    )
    return Section("Fault seeding", ("fault", "rate", "detected", "to be read"), tuple(rows))


def _twins(evaluation: Evaluation) -> Section:
    trials = [t for t in evaluation.twins if t.holds is not None]
    broken = [(t.name, t.case, failed(t.error) if t.error else t.detail) for t in trials if not t.holds]
    idle = len(evaluation.twins) - len(trials)
    held = (f"{len(trials) - len(broken)} of {len(trials)} hold.",) if trials else ()
    same = (f"{idle} more change nothing in their case, and are no trial.",) if idle else ()
    notes = held + same + _untried(evaluation, TWINS)
    return Section("Twins", ("does not hold", "case", "why"), tuple(broken), notes)


def _misses(evaluation: Evaluation, baseline: Baseline) -> Section:
    rows = (
        (m.suite, m.subject, m.detail + caveat(m.subject, evaluation.judge))
        for m in missed(evaluation, baseline)
    )
    return Section("Errors and missed floors", ("suite", "what", "how"), tuple(rows))


def _card(card: JudgeCard | None) -> Section:
    if card is None:
        return Section("Judge")
    rows = (
        (
            r.data,
            str(r.rows),
            figure(r.balanced_accuracy),
            figure(r.floor),
            "recorded" if r.recorded else "here",
        )
        for r in card.rows
    )
    head = ("data", "rows", "balanced accuracy", "floor", "measured")
    notes = (f"Measured no further, {failed(card.error)}",) if card.error else ()
    return Section(f"Judge: {card.judge}", head, tuple(rows), notes)
