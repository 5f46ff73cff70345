"""`briefing eval`: makes and scores briefs for the cases of suites, or tries a judge on labelled rows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli import options
from briefing.cli.configured import configured
from briefing.cli.console import Console
from briefing.errors import UsageError
from briefing.exits import Exit

if TYPE_CHECKING:
    from briefing.cli.bench import Bench
    from briefing.evaluation import Evaluation
    from briefing.evaluation.baseline import Baseline
    from briefing.settings import Settings


@click.command("eval")
@click.argument("suites", nargs=-1, metavar="SUITE...")
@click.option(
    "-m",
    "--model",
    metavar="NAME",
    help='What writes the briefs: as in make; "recorded" plays each case\'s recorded replies back; '
    "single:NAME asks that model everything in one prompt, to compare the chain with.",
)
@click.option("--judge", default="rules", metavar="NAME", help='"rules" (the default), or a model\'s name.')
@click.option(
    "--card", metavar="FOLDER", help="Measure the judge itself on the public data sets in FOLDER first."
)
@click.option("--pairs", metavar="FILE", help="Try the judge on rows of evidence, claim, label instead.")
@click.option("--neutrality", metavar="FILE", help="Try the judge of wording on rows of text, label instead.")
@click.option("--against", metavar="RUN", help="Compare with an earlier run: a file written by -f json.")
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FILE",
    help="Also write FILE, once or more: .json, .xml (JUnit), .md or .html.",
)
@click.option(
    "--baseline", metavar="FILE", help="Hold the scores against these floors (default: eval/baseline.json)."
)
@click.option("--update-baseline", is_flag=True, help="Pin what was measured; refuses to lower a floor.")
@click.option("--lower", is_flag=True, help="With --update-baseline: lower floors too.")
@click.option("--record", is_flag=True, help="Keep the model's replies in each case, for -m recorded.")
@click.option(
    "--twins",
    is_flag=True,
    help="Also brief rewritten twins of the cases: some fifty calls of a model for each case.",
)
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", help="The output format."
)
@options.common
def evaluate(
    suites: tuple[str, ...],
    model: str | None,
    judge: str,
    pairs: str | None,
    neutrality: str | None,
    form: str,
    config: Path | None,
    quiet: bool,
    verbose: bool,
    **asked: Any,
) -> int:
    """Make and score the briefs of the cases in each SUITE, a folder.

    Every score is explained; means are over events, with a 95 % interval. Briefs broken on purpose
    (controls, seeded faults) show in every run whether the scores see anything.

    \b
    Examples:
      briefing eval eval/accounts
      briefing eval eval/accounts eval/plain --report report.html
      briefing eval eval/accounts -m gpt-4.1-mini --against before.json
      briefing eval --judge rules --pairs rows.jsonl -f json

    Exit codes: 0 all is well; 1 no case gave a brief; 2 a wrong command line, suite or file; 5 a floor
    was missed, a control did not behave, a case or a twin gave no brief, or a judge no verdict.
    """
    from briefing.cli.bench import bench

    tried = {"--pairs": bool(pairs), "--neutrality": bool(neutrality)}
    one = options.at_most_one({"SUITE": bool(suites)} | tried)
    if one is None:
        raise UsageError("name SUITEs, such as eval/accounts; or --pairs FILE; or --neutrality FILE")
    if one in tried:
        given = {_option(name): bool(value) for name, value in {"model": model, **asked}.items()}
        options.at_most_one({one: True, "--judge": bool(neutrality) and judge != "rules"} | given)

    def settings(name: str | None) -> Settings:
        return configured(config, {"model": name})

    with bench(settings, Console(quiet, verbose)) as work:
        if pairs:
            return _measured(work.pairs(Path(pairs), judge), form)
        if neutrality:
            return _measured(work.neutrality(Path(neutrality)), form)
        return _evaluated(work, suites, model or settings(None).model, judge, _Asked(form, **asked))


def _option(name: str) -> str:
    return "--report" if name == "reports" else f"--{name.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of an evaluation besides its suites, model and judge: the options of these names."""

    form: str
    record: bool
    twins: bool
    card: str | None
    against: str | None
    reports: tuple[str, ...]
    baseline: str | None
    update_baseline: bool
    lower: bool


def _evaluated(work: Bench, paths: tuple[str, ...], model: str, judge: str, asked: _Asked) -> int:
    """Evaluates, and writes what was found; whatever can be wrong with a file is found before."""
    from briefing.cli.floors import Floors
    from briefing.delivery import check_writable
    from briefing.evaluation import reports as shapes

    reports = [Path(file) for file in asked.reports]
    for file in reports:
        if file.suffix not in shapes.FORMS:
            raise UsageError(f"{file}: a report ends in one of {', '.join(shapes.FORMS)}")
        check_writable(file)
    earlier = shapes.read(_text(asked.against), asked.against) if asked.against else None
    floors = Floors.of(Path(asked.baseline) if asked.baseline else None, asked.update_baseline)
    card = Path(asked.card) if asked.card else None
    evaluation = work.evaluate(paths, model, judge, asked.record, asked.twins, card)
    if asked.update_baseline:
        floors = floors.updated(evaluation, asked.lower)
    _write(evaluation, earlier, floors.baseline, reports, asked.form)
    if not any(case.brief for case in evaluation.cases):
        return Exit.FAILED
    return Exit.DONE if evaluation.sound and not floors.missed(evaluation) else Exit.FAULTY


def _write(
    evaluation: Evaluation, earlier: Evaluation | None, baseline: Baseline, reports: list[Path], form: str
) -> None:
    """The reports, then the evaluation, or what became of the earlier one; on GitHub what fails."""
    from briefing.delivery import deliver
    from briefing.evaluation import reports as shapes
    from briefing.evaluation.comparing import compare

    for file in reports:
        deliver(shapes.render(evaluation, file.suffix, baseline), file)
    if earlier:
        compared = shapes.compared_json if form == "json" else shapes.compared
        deliver(compared(compare(earlier, evaluation)), None)
    else:
        deliver(shapes.render(evaluation, ".json" if form == "json" else ".txt", baseline), None)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        click.echo(shapes.github(evaluation, baseline), err=True, nl=False)


def _text(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{file} cannot be read ({error}): name the file of briefing eval -f json"
        ) from error


def _measured(figures: dict[str, object], form: str) -> int:
    from briefing.delivery import deliver
    from briefing.render.encoding import encode

    lines = [f"{name}: {round(v, 4) if isinstance(v, float) else v}" for name, v in figures.items()]
    deliver(encode(figures) if form == "json" else "\n".join(lines) + "\n", None)
    return Exit.DONE
