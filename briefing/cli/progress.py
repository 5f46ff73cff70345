"""How far a run has come: one live line on a terminal, nothing elsewhere."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Self

from briefing.cli.console import Console
from briefing.printable import numbered
from briefing.render.escape import clean
from briefing.sources.shown import shown
from briefing.types import Usage

if TYPE_CHECKING:
    from rich.status import Status

    from briefing.pipeline import Progress


class _LiveLine:
    """A line that is written over on a terminal; elsewhere nothing."""

    def __init__(self, console: Console) -> None:
        self._status = _status() if is_shown(console) else None

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def _start(self) -> None:
        if self._status:
            self._status.start()

    def _stop(self) -> None:
        if self._status:
            self._status.stop()

    def _write(self, text: str) -> None:
        if self._status:
            self._status.update(text)


class RunLine(_LiveLine):
    """Stage, done of total, calls, tokens, money. With -v each change of stage is a line of its own.

    `host` is named first: it is where the text goes. May be told from many threads.
    """

    def __init__(self, console: Console, host: str | None) -> None:
        super().__init__(console)
        self._console = console
        self._place = _place(host)
        self._stage = "reading"
        self._usage = Usage()

    def __enter__(self) -> Self:
        self._start()
        self._show()
        self._console.detail(self._place)
        return self

    def progress(self, progress: Progress) -> None:
        """A stage has come further."""
        self._stage = f"{progress.stage} {progress.done} of {progress.total}"
        self._console.detail(self._stage)
        if progress.note:
            self._console.detail(progress.note)
        self._show()

    def usage(self, usage: Usage) -> None:
        """The model was asked, or its reply was there already."""
        self._usage = usage
        self._show()

    def warn(self, text: str) -> None:
        """As a console's; the live line makes way for it."""
        self._stop()
        self._console.warn(text)
        self._start()

    def _show(self) -> None:
        self._write(" · ".join((self._place, self._stage, *spent(self._usage))))


class AddressLine(_LiveLine):
    """The address that is read just now; `host` as in a RunLine."""

    def __init__(self, console: Console, host: str | None) -> None:
        super().__init__(console)
        self._place = _place(host)
        self._count = 0

    def __call__(self, url: str) -> None:
        """The address is waited for, and read."""
        self._count += 1
        self._write(clean(f"{self._place} · reading {self._count:,}: {shown(url)}"))


def spent(usage: Usage) -> tuple[str, ...]:
    """Calls, tokens and money, as far as there are any."""
    if not usage.calls and not usage.cached_calls:
        return ()
    tokens = f"{usage.prompt_tokens + usage.completion_tokens:,} tokens"
    money = "price unknown" if usage.cost_usd is None else f"${usage.cost_usd:.4f}"
    return f"{numbered(usage.calls, 'call')}, {usage.cached_calls:,} cached", tokens, money


def is_shown(console: Console) -> bool:
    """Whether the live line is shown: on a terminal, unless -q, -v or NO_COLOR is set or it is a dumb one."""
    told = console.quiet or console.verbose or os.environ.get("NO_COLOR")
    return not told and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _place(host: str | None) -> str:
    return f"text goes to {host}" if host else "no model, no text leaves this machine"


def _status() -> Status:
    from rich.console import Console as Terminal

    return Terminal(stderr=True, markup=False, highlight=False).status("")
