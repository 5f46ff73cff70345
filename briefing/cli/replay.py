"""A brief of the archive, made again offline from what was kept of its run: the same bytes, or where not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from itertools import zip_longest
from json import loads
from typing import Any

from briefing import render
from briefing.cli.record import earlier, made_again
from briefing.errors import BriefingError
from briefing.state import State
from briefing.templates import Templates
from briefing.types import Brief

_SHOWN = 120


def difference(value: Mapping[str, Any], state: State, templates: Templates) -> str | None:
    """Where the brief that is made again first differs from this one (its JSON); None: nowhere.

    What the run cost is left out of the comparison. Raises BriefingError where the archive has no whole
    record of the run.
    """
    run = _run(value, state)
    brief = _brief(run, state)
    kept = state.archive.record(run)
    if kept is None:
        raise BriefingError(f"the archive did not keep what made run {run}: it cannot be made again")
    past = [_brief(number, state) for number in earlier(kept)]
    moment = datetime.fromisoformat(value["as_of"])
    again = made_again(kept, moment, state.archive.texts_of(run), past, templates)
    return _first(render.json(brief), render.json(replace(again, usage=brief.usage)))


def _run(value: Mapping[str, Any], state: State) -> int:
    for run in state.archive.of_moment(str(value.get("as_of"))):
        if _plain(loads(state.archive.brief(run) or "{}")) == _plain(value):
            return run
    raise BriefingError(
        "this brief is not in the archive: only briefs that this program made here can be made again"
    )


def _brief(run: int, state: State) -> Brief:
    kept = state.archive.brief(run)
    if kept is None:
        raise BriefingError(f"run {run}, which this brief looked back on, is no longer in the archive")
    return render.read_brief(kept, state.archive.texts_of(run))


def _plain(value: Mapping[str, Any]) -> dict[str, Any]:
    """The brief without its sources' texts."""
    rows = [{k: v for k, v in row.items() if k != "text"} for row in value.get("sources", [])]
    return {**value, "sources": rows}


def _first(before: str, after: str) -> str | None:
    pairs = zip_longest(before.splitlines(), after.splitlines(), fillvalue="(nothing)")
    for number, (then, now) in enumerate(pairs, 1):
        if then != now:
            return f"line {number} was {then.strip()[:_SHOWN]}, and is {now.strip()[:_SHOWN]}"
    return None
