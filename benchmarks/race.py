"""The contenders of a job, each in fresh processes, turn by turn; medians and ratios."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.job import Job


@dataclass(frozen=True, slots=True)
class Result:
    """Medians of one contender; `ratio` is its time over ours, the median of the rounds' ratios.

    `effort` is the same of processor time: on a busy machine the steadier figure, but blind to what runs on
    several cores.
    """

    contender: str
    speed: float
    unit: str
    ratio: float
    effort: float
    seconds: float
    processor: float
    peak_mb: float
    rounds: int
    quality: Mapping[str, float]

    def line(self) -> str:
        """The result as one line of a table."""
        told = "  ".join(f"{name} {value:.3g}" for name, value in self.quality.items())
        return (
            f"{self.contender:28} {self.speed:10,.1f} {self.unit}/s  {self.ratio:6.2f} × ours  "
            f"{self.effort:6.2f} × effort  "
            f"{self.peak_mb:6,.0f} MB  {told}"
        )

    def as_dict(self) -> dict[str, object]:
        """The result as JSON has it."""
        return asdict(self)


def race(
    name: str, asked: Job, rows: str, size: int, rounds: int, told: Callable[[str], None]
) -> list[Result]:
    """The result of each contender that is installed, ours first.

    Raises RuntimeError where ours does not run: nothing could be compared with it.
    """
    ran: dict[str, list[dict[str, Any]]] = {contender: [] for contender in asked.CONTENDERS}
    first = next(iter(ran))
    for turn in range(rounds):
        for contender in tuple(ran):
            found = _alone(name, contender, rows, size)
            if "absent" in found and contender == first:
                raise RuntimeError(f"{contender} did not run: {found['absent']}")
            if "absent" in found:
                told(f"left out: {contender} ({found['absent']})")
                del ran[contender]
            else:
                ran[contender].append(found)
        told(f"round {turn + 1} of {rounds}")
    return [_result(contender, asked.UNIT, runs, ran[first]) for contender, runs in ran.items()]


def _alone(name: str, contender: str, rows: str, size: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.worker", name, contender, rows, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own module
    if done.returncode:
        return {"absent": done.stderr.strip().splitlines()[-1][:200]}
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _result(
    contender: str, unit: str, runs: Sequence[Mapping[str, Any]], ours: Sequence[Mapping[str, Any]]
) -> Result:
    def median(key: str) -> float:
        return statistics.median(float(run[key]) for run in runs)

    def over_ours(key: str) -> float:
        return statistics.median(run[key] / own[key] for run, own in zip(runs, ours, strict=True))

    return Result(
        contender=contender,
        speed=statistics.median(float(run["amount"]) / float(run["seconds"]) for run in runs),
        unit=unit,
        ratio=over_ours("seconds"),
        effort=over_ours("processor"),
        seconds=median("seconds"),
        processor=median("processor"),
        peak_mb=median("peak_mb"),
        rounds=len(runs),
        quality={
            name: statistics.median(run["quality"][name] for run in runs) for name in runs[0]["quality"]
        },
    )
