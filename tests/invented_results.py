"""An evaluation of invented cases, whole enough for every report."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from briefing.evaluation.baseline import Baseline, updated
from briefing.evaluation.judges.card import CardRow, JudgeCard
from briefing.evaluation.results import CaseResult, Control, Evaluation, Seeding, Twin
from briefing.evaluation.score import Score

QUAY = CaseResult(
    "quay",
    "harbours",
    "storm",
    {
        "citation_coverage": Score.ratio(10, 10),
        "supported_recall": Score.ratio(9, 10, ["T1.4: not carried by what it cites: The crane <fell> at 9"]),
        "core_fact_recall": Score.ratio(3, 4, ["F2 is not told: The quay was closed for two days."]),
        "contradictions_found": Score(None, (), 0, 0),
        "false_conflicts": Score.ratio(
            1, 4, ["D1 takes N1 for a disagreement (rounding): How long? | 90 or 92 m"]
        ),
        "words": Score(240.0),
        "cost_usd": Score(None),
    },
    {},
)
PIER = CaseResult(
    "pier",
    "harbours",
    "fire",
    {
        "citation_coverage": Score.ratio(8, 8),
        "supported_recall": Score.ratio(8, 10, ["T1.1: a", "T1.2: b"]),
        "core_fact_recall": Score.ratio(4, 4),
        "contradictions_found": Score(None, (), 0, 0),
        "false_conflicts": Score.ratio(0, 4),
        "words": Score(180.0),
        "cost_usd": Score(None),
    },
    {},
)
MILL = CaseResult(
    "mill",
    "mills",
    "flood",
    {
        "citation_coverage": Score.ratio(5, 5),
        "contradictions_found": Score.ratio(1, 2, ["X1 is not found (number): twelve / nine"]),
        "flags_true": Score.ratio(1, 2, ["D2 matches nothing: Was the sluice open?"]),
        "words": Score(90.0),
    },
    {},
)
RUN = Evaluation(
    "extractive",
    {"harbours": "d1", "mills": "d2"},
    (QUAY, PIER, MILL),
    controls=(
        Control("shuffled", "supported_recall", 0.85, 0.2, True, "support collapses to half or less"),
        Control("lead-3", "source_coverage", 0.6, 0.7, False, "coverage falls"),
        Control("lead-3", "contradictions_found", 0.5, None, True, "nothing is found"),
    ),
    seeding=(
        Seeding("number", 10, 9, ("T1.1: 12 for 21",)),
        Seeding("hedge", 0, 0),
        Seeding("untouched", 20, 1),
    ),
    twins=(Twin("renamed", "quay", True, ""), Twin("one side deleted", "mill", False, "the flag stays")),
    judge=JudgeCard("rules", (CardRow("summedits", 40, 0.71, 0.568), CardRow("wice", 30, 0.7, 0.66, True))),
)


def changed(run: Evaluation, case: str, **scores: Score) -> Evaluation:
    """The run with these scores of one case."""
    cases = (replace(c, scores={**c.scores, **scores}) if c.case == case else c for c in run.cases)
    return replace(run, cases=tuple(cases))


FAILED = replace(RUN, cases=(*RUN.cases, CaseResult("weir", "mills", "weir", {}, {}, "fell silent, 100%")))
PINNED = updated(Baseline(), RUN)
HOSTILE = "</title><script>alert(1)</script>\x00\x1b[31m\u202e\ud800 | `x` http://a.example\r\n::error::no"


def xml(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text.encode())  # noqa: S314 - our own


def spoilt(*texts: str) -> Evaluation:
    """The run with a text of another's making in each of twelve places."""
    a, b, c, d, e, f, g, h, i, j, k, m = texts
    scores = {"supported_recall": Score.ratio(0, 9, [d, e])}
    return replace(
        FAILED,
        model=a,
        suites={**RUN.suites, b: b},
        cases=(*FAILED.cases, CaseResult(c, b, c, scores, {}), CaseResult(f, b, f, {}, {}, g)),
        controls=(Control(h, "supported_recall", 0.5, 0.5, False, i),),
        twins=(Twin(j, c, False, k),),
        judge=JudgeCard(m, (CardRow(m, 1, 0.5, 0.5),)),
    )
