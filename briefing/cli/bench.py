"""Where an evaluation works: models by their names, cases made into briefs, judges tried."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from briefing import evaluation, pipeline
from briefing.cli.clock import now
from briefing.cli.console import Console
from briefing.cli.progress import RunLine
from briefing.cli.seat import open_seat, text_host
from briefing.errors import UsageError
from briefing.evaluation import Case, Evaluation, Judge, Made, Maker, Suite
from briefing.llm.meter import Meter
from briefing.llm.scripted import Recorder, Scripted
from briefing.pipeline import Options, Progress, Seat
from briefing.settings import Settings
from briefing.settings.model import EXTRACTIVE
from briefing.state import State, open_state, state_folder
from briefing.templates import Templates
from briefing.types import Completion, Model, Request, Usage

RECORDED = "recorded"
RULES = "rules"
_SINGLE = "single:"
_PLAYED = "a capable model"
"""What the model of a recording is called: its own name is not kept."""


@dataclass(frozen=True, slots=True)
class Bench:
    """`settings` gives those of a model by its name (None: as configured); `state` is where it opens."""

    settings: Callable[[str | None], Settings]
    console: Console
    state: State | None

    def evaluate(
        self,
        paths: Sequence[str],
        model: str,
        judge: str,
        record: bool,
        twins: bool,
        public: Path | None = None,
    ) -> Evaluation:
        """The suites in these folders, briefed by the model and scored with the judge.

        `record` keeps the model's replies in each case; with `twins` rewritten cases are briefed as well;
        `public` is a folder of public sets on which the judge itself is measured.
        """
        if model == RECORDED and twins:
            raise UsageError("recorded replies answer no rewritten case: name a model that can be asked")
        suites = evaluation.read_suites(paths)
        if model == RECORDED:
            suites = _with_recordings(suites, self.console)
        played = model in (EXTRACTIVE, RECORDED)
        settings = self.settings(EXTRACTIVE if played else model.removeprefix(_SINGLE))
        with RunLine(self.console, None if played else text_host(settings)) as line:
            seat = None if played else self._seat(settings, line)
            if seat and model.startswith(_SINGLE):
                seat = replace(seat, single=True)
            make = _maker(model, seat, settings, record)
            judging = self.judge(judge)
            results = []
            total = sum(len(suite.cases) for suite in suites)
            for result in evaluation.run(suites, make, judging):
                results.append(result)
                line.progress(Progress(f"scoring {result.case}:", len(results), total))
            again = _maker(model, seat, settings, False) if twins or model == EXTRACTIVE else None
            return evaluation.whole(model, suites, results, judging, make, again, public)

    def pairs(self, path: Path, judge: str) -> dict[str, object]:
        """How well the judge tells supported claims from others, on the rows of this file."""
        return asdict(evaluation.measure(self.judge(judge), evaluation.read_pairs(path)))

    def neutrality(self, path: Path) -> dict[str, object]:
        """How well coloured wording is told from plain, on the rows of this file."""
        return asdict(evaluation.measure_neutrality(path))

    def judge(self, name: str) -> Judge:
        """The judge of this name."""
        if name == RULES:
            return evaluation.RulesJudge()
        seat = self._seat(self.settings(name), None)
        return evaluation.ModelJudge(name, seat.model, seat.templates)

    def _seat(self, settings: Settings, line: RunLine | None) -> Seat:
        note = line.warn if line else self.console.warn
        store = self.state.replies(now(settings)) if self.state else None
        return open_seat(settings, store, note, line.usage if line else lambda _: None)


@contextmanager
def bench(settings: Callable[[str | None], Settings], console: Console) -> Iterator[Bench]:
    """A bench whose state is closed at the end."""
    state = open_state(state_folder(settings(None).state), console.warn)
    try:
        yield Bench(settings, console, state)
    finally:
        if state:
            state.close()


def _maker(model: str, live: Seat | None, settings: Settings, record: bool) -> Maker:
    """Makes a case's brief, with what this one brief cost."""
    as_of = now(settings)

    def make(case: Case) -> Made:
        start, before = time.monotonic(), live.usage() if live else Usage()
        seat, asked = _played(case) if model == RECORDED else live, list[Request]()
        if live and record:
            command = f"briefing eval {case.folder.parent} -m MODEL --record"
            seat = replace(live, model=Recorder(live.model, case.recording, command))
        if seat:
            seat = replace(seat, model=_Noting(seat.model, asked))
        options = Options(title=case.name, concurrency=settings.concurrency)
        brief = pipeline.make(case.documents, options, as_of=as_of, seat=seat)
        usage = replace(brief.usage - before, seconds=round(time.monotonic() - start, 3))
        return Made(replace(brief, usage=usage), tuple(asked))

    return make


class _Noting:
    """Notes what a model is asked, in the order of the asking."""

    def __init__(self, model: Model, asked: list[Request]) -> None:
        self._model = model
        self._asked = asked

    def complete(self, request: Request) -> Completion:
        """The model's reply."""
        self._asked.append(request)
        return self._model.complete(request)


def _played(case: Case) -> Seat:
    meter = Meter(Scripted(case.recording), None)
    return Seat(meter, Templates(), meter.usage, _PLAYED, "127.0.0.1")


def _with_recordings(suites: Sequence[Suite], console: Console) -> tuple[Suite, ...]:
    """The cases that have recorded replies; those that have none are counted, and left out."""
    kept = []
    for suite in suites:
        cases = tuple(_playable(case) for case in suite.cases if case.recording.exists())
        if len(cases) < len(suite.cases):
            console.note(
                f"{suite.name}: {len(suite.cases) - len(cases)} cases without recorded replies left out"
            )
        if cases:
            kept.append(replace(suite, cases=cases))
    for case in (case for suite in kept for case in suite.cases):
        if case.clean is None and any(case.folder.glob("*.clean.txt")):
            console.note(f"{case.name}: its clean twin has no recorded replies, and is left out")
    if not kept:
        raise UsageError("no case has recorded replies: make them with briefing eval SUITE -m NAME --record")
    return tuple(kept)


def _playable(case: Case) -> Case:
    """The case, without a clean twin that has no recorded replies."""
    return case if case.clean is None or case.clean.recording.exists() else replace(case, clean=None)
