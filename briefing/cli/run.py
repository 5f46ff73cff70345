"""One run: what the settings ask for becomes a brief, or a plan of one."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from briefing import pipeline, render
from briefing.cli.console import Console
from briefing.cli.door import Door
from briefing.cli.progress import Line
from briefing.errors import UsageError
from briefing.pipeline import Options
from briefing.settings import Settings
from briefing.settings import window as moment
from briefing.sources import read
from briefing.state import State, StateError, default_folder, open_state
from briefing.types import Brief, Document, Unread, Window


@dataclass(frozen=True, slots=True)
class Run:
    """The sources as read, and what is asked of them; `as_of` is this run's only look at the clock."""

    settings: Settings
    console: Console
    as_of: datetime
    items: tuple[Document | Unread, ...]
    options: Options

    @classmethod
    def of(cls, sources: Sequence[str], settings: Settings, console: Console) -> Self:
        """Reads the sources; raises UsageError where there are none."""
        as_of = datetime.now().astimezone(settings.timezone).replace(microsecond=0)
        options = Options(
            title=settings.title,
            window=Window(moment(settings.since, as_of, settings.timezone) if settings.since else None),
            stories=settings.stories,
            words=settings.words,
            raised=settings.raised,
            muted=settings.mute,
            concurrency=settings.concurrency,
        )
        return cls(settings, console, as_of, _read(sources, settings, console, options.window), options)

    def plan(self, as_json: bool) -> str:
        """What would be done; nothing is asked of a model."""
        seat = None
        if self._names_model:
            from briefing.cli.seat import plan_seat

            seat = plan_seat(self.settings)
        plan = pipeline.plan(self.items, self.options, seat=seat)
        return render.plan_json(plan) if as_json else render.plan_text(plan)

    def make(self, start: float) -> Brief:
        """The brief, filed in the archive; `start` is when the command began, by the monotonic clock."""
        state = open_state(self.settings.state or default_folder(), self.console.note)
        try:
            brief = self._written(state)
            brief = replace(brief, usage=replace(brief.usage, seconds=round(time.monotonic() - start, 3)))
            if state and not state.failed:  # else it was told, in one line
                self._file(brief, state)
            return brief
        finally:
            if state:
                state.close()

    @property
    def _names_model(self) -> bool:
        return self.settings.model != "extractive"

    def _written(self, state: State | None) -> Brief:
        if not self._names_model:
            with Line(self.console, None) as line:
                self._tell_sources()
                return pipeline.make(self.items, self.options, as_of=self.as_of, progress=line.progress)
        from briefing.cli.seat import open_seat, text_host

        with Line(self.console, text_host(self.settings)) as line:
            self._tell_sources()
            seat = open_seat(self.settings, state, line.note, line.usage)
            return pipeline.make(
                self.items, self.options, as_of=self.as_of, seat=seat, progress=line.progress
            )

    def _tell_sources(self) -> None:
        """With -v a line for each source, after the one that says where its text goes."""
        for item in self.items:
            self.console.detail(_told(item))

    def _file(self, brief: Brief, state: State) -> None:
        documents = [entry.document for entry in brief.sources if entry.document]
        try:
            state.archive.file(render.json(brief), {document.id: document.text for document in documents})
        except StateError as error:
            self.console.note(str(error))


def _read(
    sources: Sequence[str], settings: Settings, console: Console, window: Window
) -> tuple[Document | Unread, ...]:
    if not sources and not settings.sources:
        raise UsageError(
            "nothing to read: name a file, a folder, an address or - (standard input), or list sources in a "
            "briefing.toml, which `briefing init` writes"
        )
    stdin = sys.stdin.buffer if sys.stdin else None
    with Door(settings, console) as door:
        return read(
            sources,
            stdin=stdin,
            configured=settings.sources,
            max_bytes=settings.max_bytes,
            fetch=door.fetch,
            each=door.each,
            since=window.fetched_since,
        )


def _told(item: Document | Unread) -> str:
    """A source in one line."""
    source = item.source
    about = f"{source.id} {source.name}" + (f": {source.title}" if source.title else "")
    if isinstance(item, Document):
        return f"{about} ({len(item.text):,} characters)"
    return f"{about} ({item.why}: {item.detail})"
