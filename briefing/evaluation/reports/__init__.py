"""An evaluation, or a comparison of two, as text for its readers: people, other programs, build servers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.errors import UsageError
from briefing.evaluation.baseline import UNPINNED, Baseline
from briefing.evaluation.reports.chart import chart
from briefing.evaluation.reports.comparison import compared, compared_json
from briefing.evaluation.reports.github import github
from briefing.evaluation.reports.html import html
from briefing.evaluation.reports.json import json, read
from briefing.evaluation.reports.junit import junit
from briefing.evaluation.reports.markdown import markdown
from briefing.evaluation.reports.table import table
from briefing.evaluation.results import Evaluation

__all__ = [
    "FORMS",
    "chart",
    "compared",
    "compared_json",
    "github",
    "html",
    "json",
    "junit",
    "markdown",
    "read",
    "render",
    "table",
]

FORMS: Mapping[str, Callable[[Evaluation, Baseline], str]] = {
    ".json": lambda evaluation, _: json(evaluation),
    ".xml": junit,
    ".md": markdown,
    ".html": html,
    ".txt": table,
}
"""The reports by the ending of their file."""


def render(evaluation: Evaluation, suffix: str, baseline: Baseline = UNPINNED) -> str:
    """The report of a file that ends so; raises UsageError where none does."""
    if suffix not in FORMS:
        raise UsageError(f"no report is called {suffix or 'that'}: use one of {', '.join(FORMS)}")
    return FORMS[suffix](evaluation, baseline)
