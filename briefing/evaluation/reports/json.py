"""The evaluation as JSON, `briefing-eval/1` (docs/formats.md), and read again for a comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from briefing.errors import UsageError
from briefing.evaluation.judges.card import JudgeCard
from briefing.evaluation.reports.untried import untried
from briefing.evaluation.results import CaseResult, Control, Evaluation, Seeding, Twin
from briefing.evaluation.score import Score
from briefing.render.encoding import encode
from briefing.schema import misfits

FORMAT: Literal["briefing-eval/1"] = "briefing-eval/1"


def json(evaluation: Evaluation) -> str:
    """The whole evaluation except its briefs, which are larger than all the rest."""
    return encode(
        {
            "format": FORMAT,
            "model": evaluation.model,
            "suites": dict(evaluation.suites),
            "cases": [_case(case) for case in evaluation.cases],
            "means": {name: asdict(mean) for name, mean in evaluation.means().items()},
            "controls": _controls(evaluation.controls),
            "seeding": [asdict(seeding) for seeding in evaluation.seeding],
            "clean": [_case(case) for case in evaluation.clean],
            "twins": [asdict(twin) for twin in evaluation.twins],
            "untried": dict(untried(evaluation)),
            "judge": asdict(evaluation.judge) if evaluation.judge else {},
        }
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A case in the file; of an earlier version's some fields may be absent."""

    case: str
    scores: Mapping[str, Score]
    suite: str = ""
    event: str = ""
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """A control in the file, under its name and its score's."""

    before: float | None
    after: float | None
    behaves: bool
    must: str
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Nothing:
    """No judge card."""


@dataclass(frozen=True, slots=True)
class EvaluationFile:
    """The file as it stands, its means left out: they follow from the cases."""

    format: Literal["briefing-eval/1"]
    model: str
    cases: tuple[Row, ...]
    suites: Mapping[str, str] = field(default_factory=dict)
    controls: Mapping[str, Mapping[str, Effect]] = field(default_factory=dict)
    seeding: tuple[Seeding, ...] = ()
    twins: tuple[Twin, ...] = ()
    clean: tuple[Row, ...] = ()
    judge: JudgeCard | Nothing = field(default_factory=Nothing)


def read(text: str, name: str = "the earlier run") -> Evaluation:
    """The evaluation of a file of this name, without its briefs; raises UsageError where it is none."""
    from pydantic import TypeAdapter, ValidationError

    try:
        file = TypeAdapter(EvaluationFile).validate_json(text, strict=True)
    except ValidationError as error:
        told = misfits(error, "the file")
        raise UsageError(
            f"{name} is not an evaluation; make one with: briefing eval -f json ({told})"
        ) from None
    return Evaluation(
        file.model,
        file.suites,
        _results(file.cases),
        tuple(
            Control(control, score, e.before, e.after, e.behaves, e.must, e.error)
            for control, effects in file.controls.items()
            for score, e in effects.items()
        ),
        file.seeding,
        file.twins,
        file.judge if isinstance(file.judge, JudgeCard) else None,
        _results(file.clean),
    )


def _results(rows: tuple[Row, ...]) -> tuple[CaseResult, ...]:
    return tuple(CaseResult(r.case, r.suite, r.event or r.case, r.scores, {}, r.error) for r in rows)


def _case(case: CaseResult) -> dict[str, Any]:
    return {
        "case": case.case,
        "suite": case.suite,
        "event": case.event,
        "scores": {name: asdict(score) for name, score in case.scores.items()},
        "error": case.error,
    }


def _controls(controls: tuple[Control, ...]) -> dict[str, dict[str, Any]]:
    """By name and score: a control may be read on several scores."""
    told: dict[str, dict[str, Any]] = {}
    for c in controls:
        told.setdefault(c.name, {})[c.score] = asdict(Effect(c.before, c.after, c.behaves, c.must, c.error))
    return told
