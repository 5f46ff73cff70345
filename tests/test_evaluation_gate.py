"""The gate is a gate: without what is checked after a stage, the scores of a careless model fall."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from careless import Careless

from briefing import pipeline, verification
from briefing.evaluation import Made, RulesJudge, read_suites, run
from briefing.evaluation.case import Case
from briefing.evaluation.results import means
from briefing.material import Material
from briefing.pipeline import Options, Seat
from briefing.templates import Templates
from briefing.types import Usage

EVAL = Path(__file__).resolve().parents[1] / "eval"
WHOLE = ("number_fidelity", "name_fidelity", "quotation_fidelity", "citation_validity", "quote_fidelity")


def made(case: Case) -> Made:
    seat = Seat(Careless(), Templates(), Usage, "careless", "127.0.0.1")
    return Made(pipeline.make(case.documents, Options(), as_of=datetime(2031, 1, 1, tzinfo=UTC), seat=seat))


def figures() -> dict[str, float | None]:
    """The means of the shipped suite of plain cases, briefed by a careless model."""
    results = list(run(read_suites([str(EVAL / "plain")]), made, RulesJudge()))
    assert not [r.error for r in results if r.error]
    assert all(r.brief["engine"]["kind"] == "model" for r in results)
    refused = sum(r.brief["checks"]["dropped"] + r.brief["checks"]["replaced_by_quotation"] for r in results)
    return {name: mean.value for name, mean in means(results).items()} | {"refused": refused}


@pytest.fixture(scope="module")
def kept() -> dict[str, float | None]:
    return figures()


def test_a_careless_model_gets_nothing_false_into_a_brief(kept: dict[str, float | None]) -> None:
    assert {name: kept[name] for name in WHOLE} == dict.fromkeys(WHOLE, 1.0)


def _no_fault(*_args: object, **_given: object) -> tuple[()]:
    return ()


def test_without_the_rules_after_each_stage_faults_come_through(
    kept: dict[str, float | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Material, "faults", _no_fault)
    loose = figures()
    fallen = [name for name in WHOLE if (loose[name] or 0) < 1]
    assert {"number_fidelity", "name_fidelity"} <= set(fallen)


def test_without_the_verifying_stage_what_it_would_refuse_is_printed(
    kept: dict[str, float | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def trusting(*given: object) -> tuple[verification.Printed, ...]:
        return tuple(cast("list[verification.Printed]", given[3]))

    monkeypatch.setattr(verification, "supported", trusting)
    assert (figures()["refused"] or 0) < (kept["refused"] or 0)
