"""What fails as annotations of a GitHub workflow: its "workflow commands", one a line."""

from __future__ import annotations

from briefing.evaluation.baseline import UNPINNED, Baseline, missed
from briefing.evaluation.reports.groups import caveat
from briefing.evaluation.reports.sheet import moved
from briefing.evaluation.reports.untried import CONTROLS, untried
from briefing.evaluation.results import Evaluation
from briefing.render.escape import clean


def github(evaluation: Evaluation, baseline: Baseline = UNPINNED) -> str:
    """Errors: missed floors, cases, twins or a judge in error, controls that misbehave.

    Warnings: controls that could not be tried, twins that do not hold.
    """
    bare = untried(evaluation).get(CONTROLS)
    lines = [
        *(
            _error(f"{m.suite}: {m.subject}", m.detail + caveat(m.subject, evaluation.judge))
            for m in missed(evaluation, baseline)
        ),
        *(_error(f"control {c.name}", moved(c)) for c in evaluation.controls if not c.behaves),
        *(_error(name, error) for name, error in evaluation.failures),
        *([_command("warning", CONTROLS, bare)] if bare else []),
        *(
            _command("warning", f"twin {t.name}: {t.case}", t.detail)
            for t in evaluation.twins
            if t.holds is False and not t.error
        ),
    ]
    return "".join(line + "\n" for line in lines)


def _error(title: str, message: str) -> str:
    return _command("error", title, message)


def _command(level: str, title: str, message: str) -> str:
    lines = "\n".join(clean(line) for line in message.splitlines())
    return f"::{level} title={_property(clean(title))}::{_data(lines)}"


def _data(text: str) -> str:
    """As actions/toolkit's `command.ts` escapes a message; the percent sign first: it escapes the rest."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
