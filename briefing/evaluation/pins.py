"""The file of pinned floors, `eval/baseline.json`: read with clear errors, written the same each time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import inf, isfinite
from pathlib import Path
from typing import Literal

from briefing.errors import UsageError
from briefing.evaluation.baseline import Baseline, Pin
from briefing.evaluation.scores import COSTS
from briefing.schema import misfits

FORMAT: Literal["briefing-baseline/1"] = "briefing-baseline/1"


@dataclass(frozen=True, slots=True)
class BaselineFile:
    """The file as it stands."""

    format: Literal["briefing-baseline/1"]
    suites: Mapping[str, Mapping[str, Pin]]


def read_baseline(path: Path) -> Baseline:
    """The floors in this file; raises UsageError naming what is wrong in it."""
    try:
        return parsed(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({error}): pin floors first") from error


def parsed(text: str, name: str = "the baseline") -> Baseline:
    """The floors in the text of a file of this name."""
    from pydantic import TypeAdapter, ValidationError

    try:
        suites = TypeAdapter(BaselineFile).validate_json(text, strict=True).suites
    except ValidationError as error:
        raise UsageError(f"{name}: {misfits(error, 'the file')}") from None
    for suite, pins in suites.items():
        for model, pin in pins.items():
            if unfit := COSTS & pin.floors.keys():
                raise UsageError(f"{name}: {suite}, {model}: {min(unfit)} is a cost, and has no floor")
            for score, floor in pin.floors.items():
                if not (isfinite(floor.value) and 0 <= floor.margin < inf):
                    raise UsageError(f"{name}: {suite}, {model}: {score}: no floor can be {floor}")
    return Baseline(suites)


def written(baseline: Baseline) -> str:
    """The text of the file: sorted and indented, so that a change is seen line by line."""
    file = BaselineFile(FORMAT, baseline.suites)
    return json.dumps(asdict(file), indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n"
