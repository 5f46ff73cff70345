"""One run: what the settings ask for becomes a brief, or a plan of one."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from briefing import pipeline, render
from briefing.cli.console import Console
from briefing.cli.door import Door
from briefing.cli.progress import AddressLine, RunLine
from briefing.cli.record import record
from briefing.errors import UsageError
from briefing.llm.exchanges import Listener
from briefing.pipeline import Options, Seat
from briefing.settings import Settings
from briefing.settings.model import EXTRACTIVE
from briefing.sources import read
from briefing.state import TRUSTED, State, StateError, open_state, state_folder
from briefing.types import Brief, Document, Texts, Unread, Window


@dataclass(frozen=True, slots=True)
class RecordedBrief:
    """A brief, and the record of what made it."""

    brief: Brief
    record: str


@dataclass(frozen=True, slots=True)
class Run:
    """The sources as read, and what is asked of them; `as_of` is when it began."""

    settings: Settings
    console: Console
    as_of: datetime
    items: tuple[Document | Unread, ...]
    options: Options

    @classmethod
    def of(
        cls,
        sources: Sequence[str],
        settings: Settings,
        console: Console,
        as_of: datetime,
        window: Window,
        written: Path | None = None,
    ) -> Self:
        """Reads the sources, except the file that is `written`; raises UsageError where there are none."""
        options = Options(
            title=settings.title,
            window=window,
            stories=settings.stories,
            words=settings.words,
            raised=settings.raised,
            muted=settings.mute,
            concurrency=settings.concurrency,
        )
        items = _read(sources, settings, console, as_of, window, written)
        return cls(settings, console, as_of, items, options)

    def plan(self, as_json: bool) -> str:
        """What would be done; nothing is asked of a model."""
        seat = None
        if self._names_model:
            from briefing.cli.seat import plan_seat

            seat = plan_seat(self.settings)
        plan = pipeline.plan(self.items, self.options, seat=seat)
        return render.plan_json(plan) if as_json else render.plan_text(plan)

    def filed(self, start: float) -> Brief:
        """The brief, filed in the archive; `start` is when the command began, by the monotonic clock."""
        state = open_state(state_folder(self.settings.state), self.console.warn)
        try:
            made = self.made(start, state)
            if state and not state.failed:  # else it was told, in one line
                self._file(made, state)
            return made.brief
        finally:
            if state:
                state.close()

    def made(
        self, start: float, state: State | None, past: Sequence[tuple[int, Brief]] = ()
    ) -> RecordedBrief:
        """The brief and what made it; `past` are the last runs and their briefs, the newest first.

        Of the state only the cache is used.
        """
        earlier = [brief for _, brief in past]
        private = all(item.source.private for item in self.items if isinstance(item, Document))
        with RunLine(self.console, _host(self.settings, private)) as line:
            for item in self.items:
                self.console.detail(_described(item))
            seat, heard = self._seat(state, line)
            brief = pipeline.make(
                self.items,
                self.options,
                as_of=self.as_of,
                seat=seat,
                progress=line.progress,
                earlier=earlier,
            )
        usage = replace(brief.usage, seconds=round(time.monotonic() - start, 3))
        kept = record(self.items, self.options, seat, heard, [run for run, _ in past])
        return RecordedBrief(replace(brief, usage=usage), kept)

    @property
    def _names_model(self) -> bool:
        return self.settings.model != EXTRACTIVE

    def _seat(self, state: State | None, line: RunLine) -> tuple[Seat | None, Listener | None]:
        if not self._names_model:
            return None, None
        from briefing.cli.seat import open_seat

        store = state.replies(self.as_of) if state else None
        seat = open_seat(self.settings, store, line.warn, line.usage)
        heard = Listener(seat.model)
        return replace(seat, model=heard), heard

    def _file(self, made: RecordedBrief, state: State) -> None:
        try:
            state.archive.file(render.json(made.brief), texts(made.brief), made.record)
            prune(state, self.settings, self.as_of)
        except StateError as error:
            self.console.warn(str(error))


def texts(brief: Brief) -> Texts:
    """The texts of the brief's sources, by their SHA-256."""
    return Texts(entry.document for entry in brief.sources if entry.document)


def prune(state: State, settings: Settings, as_of: datetime) -> None:
    """Makes room in the state, as far as the settings want it; a clock that is ahead once empties nothing."""
    as_of = min([as_of, *state.archive.moments(TRUSTED)])
    state.prune(as_of - timedelta(days=settings.keep_days), settings.keep_megabytes * 1_000_000)


def _host(settings: Settings, private: bool = False) -> str | None:
    """The host that will receive text; where all is `private`, none but this machine."""
    if settings.model == EXTRACTIVE:
        return None
    from briefing.cli.seat import text_host
    from briefing.llm.endpoint import is_loopback

    place = text_host(settings)
    return place if not private or is_loopback(place) else None


def _read(
    sources: Sequence[str],
    settings: Settings,
    console: Console,
    as_of: datetime,
    window: Window,
    written: Path | None,
) -> tuple[Document | Unread, ...]:
    if not sources and not settings.sources:
        raise UsageError(
            "nothing to read: name a file, a folder, an address or - (standard input), or list sources in a "
            "briefing.toml, which `briefing init` writes"
        )
    stdin = sys.stdin.buffer if sys.stdin else None
    with AddressLine(console, _host(settings)) as line, Door(settings, as_of, line) as door:
        return read(
            sources,
            stdin=stdin,
            configured=settings.sources,
            max_bytes=settings.max_bytes,
            max_text_bytes=settings.max_text_bytes,
            fetch=door.fetch,
            each=door.each,
            since=window.fetched_since,
            written=written,
        )


def _described(item: Document | Unread) -> str:
    """A source in one line."""
    source = item.source
    group = f" [{source.group}]" if source.group else ""
    about = f"{source.id} {source.name}{group}" + (f": {source.title}" if source.title else "")
    if isinstance(item, Document):
        return f"{about} ({len(item.text):,} characters)"
    return f"{about} ({item.why}: {item.detail})"
