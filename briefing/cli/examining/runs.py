"""The runs of a series: one at work, the last brief and its age, mails that did not go out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from briefing.cli.diagnosis import Diagnosis
from briefing.cli.undelivered import Again, counted, reasons
from briefing.errors import TryLater
from briefing.render.wording import count
from briefing.state import State, StateError
from briefing.state.lock import alone
from briefing.state.outbox import Posted

STALE = timedelta(days=4)
"""A brief on working days alone is silent for three over a weekend, and four with a holiday."""
_SLACK = timedelta(minutes=5)
_HOURS = 48


def runs(folder: Path, series: str, now: datetime, again: Again) -> Iterator[Diagnosis]:
    """How the series in this state stands; it is locked for the moment of a look, as no run waits for it."""
    try:
        with State(folder) as state:
            busy = _is_busy(folder, series)
            record, outbox = state.series(series), state.outbox
            if busy:
                yield Diagnosis("ok", "lock", "a run is under way")
            yield _last(record.last(), record.last_run(), now)
            yield from _waiting(outbox.letters(series, ("queued",)))
            # What a run that is over was sending, the next one will take for unknown.
            unknown = outbox.letters(series, ("unknown",) if busy else ("unknown", "sending"))
            yield from _held(unknown, again)
            yield from _refused(outbox.letters(series, ("refused",)), again)
    except StateError as error:
        yield Diagnosis("fault", "runs", str(error))


def age(span: timedelta) -> str:
    """How long ago, in hours or days."""
    hours = round(span.total_seconds() / 3600)
    if hours < 1:
        return "less than an hour ago"
    return f"{count(hours, 'hour')} ago" if hours < _HOURS else f"{count(hours // 24, 'day')} ago"


def _is_busy(folder: Path, series: str) -> bool:
    try:
        with alone(folder, series):
            return False
    except TryLater:
        return True


def _last(brief: datetime | None, run: datetime | None, now: datetime) -> Diagnosis:
    """The last run and the last brief: on a morning without news there is no brief, and all is well."""
    if run is None:
        return Diagnosis("ok", "last send", "none yet with this configuration")
    told = _moment(run, now) + (f"; last brief {_moment(brief, now)}" if brief and brief != run else "")
    if run > now + _SLACK:
        return Diagnosis("warn", "last send", f"{told}: in the future, the clock is or was wrong", "set it")
    if now - run > STALE:
        return Diagnosis("warn", "last send", told, "see whether a next run is found, and what its log says")
    return Diagnosis("ok", "last send", told)


def _moment(moment: datetime, now: datetime) -> str:
    return f"{moment.astimezone(now.tzinfo):%Y-%m-%d %H:%M} ({age(max(now - moment, timedelta()))})"


def _waiting(mails: tuple[Posted, ...]) -> Iterator[Diagnosis]:
    if mails:
        detail = f"{counted(mails)} waiting{reasons(mails)}"
        yield Diagnosis("warn", "outbox", detail, "the next `briefing send` posts them")


def _held(mails: tuple[Posted, ...], again: Again) -> Iterator[Diagnosis]:
    if mails:
        detail = f"{counted(mails)} held: nobody knows whether it arrived{reasons(mails)}"
        yield Diagnosis("fault", "outbox", detail, f"ask the reader; if not, {again.resume} sends it again")


def _refused(mails: tuple[Posted, ...], again: Again) -> Iterator[Diagnosis]:
    if mails:
        detail = f"{counted(mails)} refused{reasons(mails)}"
        yield Diagnosis("fault", "outbox", detail, again.if_refused)
