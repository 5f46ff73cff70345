"""One morning of a series: what is waiting is posted, a brief is made of what is new, and posted once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from briefing import pipeline, render
from briefing.cli.console import Console, say
from briefing.cli.lacking import lacking
from briefing.cli.run import Run, prune, texts
from briefing.cli.undelivered import Again, counted, reasons
from briefing.delivery.dispatch import dispatch, exit_code
from briefing.delivery.mailing import Mailing
from briefing.delivery.post import open_post
from briefing.errors import BriefingError, DeliveryError, NothingNew, NothingToBrief
from briefing.exits import Exit
from briefing.printable import numbered
from briefing.settings import MailSetting, Settings, mailbox, window
from briefing.state import REMEMBERED, Fate, Posted, State
from briefing.types import FAILURES, Brief, Document, Edition, Letter, Outcome, Unread, Window

_GRAVITY = (Exit.DONE, Exit.NOTHING_NEW, Exit.INCOMPLETE, Exit.LATER, Exit.FAILED)
"""Exit codes by how much their owner must hear of them, the gravest last."""
NAMED = 5
_TOLD: dict[Outcome, str] = {
    "later": "not sent yet ({}): run this again, and it goes out",
    "refused": "refused for good ({}): {again.if_refused}",
    "unknown": "may have arrived or not ({}): held, until {again.resume} sends it again",
}


@dataclass(frozen=True, slots=True)
class Morning:
    """What one run of `send` works with; only one at a time has the lock of the series."""

    name: str
    sources: Sequence[str]
    settings: Settings
    mail: MailSetting
    password: str | None = field(repr=False)
    console: Console
    state: State
    as_of: datetime
    again: Again

    def send(self, start: float) -> Exit:
        """Posts what waits from an earlier run, then today's brief if that is not it; the exit code."""
        self.state.outbox.hold(self.name)
        self._tell_held()
        waiting, series = self._letters("queued"), self.state.series(self.name)
        before = self._post(one.letter for one in waiting)
        last = series.last()
        if waiting and last and last.astimezone(self.as_of.tzinfo).date() == self.as_of.date():
            complete = all(brief.complete for _, brief in self._past() if brief.as_of == last)
            return max(before, Exit.DONE if complete else Exit.INCOMPLETE, key=_GRAVITY.index)
        made, edition = self._edition(start)
        series.record(edition)
        if waiting and made is Exit.NOTHING_NEW:
            made = Exit.DONE  # the brief that waited went out, or `before` says why not
        # A notice of today that was sent already is not queued again.
        new = {mail.id for mail in edition.letters}
        queued = [one.letter for one in self._letters("queued") if one.letter.id in new]
        posted = self._post(queued)
        prune(self.state, self.settings, self.as_of)
        return max(before, made, posted, key=_GRAVITY.index)

    def resume(self) -> Exit:
        """Posts again, with the same ids, what was refused, what waits, and what nobody knows of."""
        self.state.outbox.hold(self.name)
        waiting = self._letters("queued", "refused", "unknown")
        if not waiting:
            self.console.note("nothing to resume: every mail of this series was sent")
        return self._post(one.letter for one in waiting)

    def plan(self) -> str:
        """What would be done; no model is asked, nothing is recorded."""
        return self._run().plan(as_json=False)

    def preview(self, start: float) -> tuple[Exit, bytes]:
        """The exit code, and the whole message that the first recipient would be sent, if any.

        Nothing is recorded, nothing sent.
        """
        code, edition = self._edition(start)
        return code, edition.letters[0].content if edition.letters else b""

    def _edition(self, start: float) -> tuple[Exit, Edition]:
        """Today's edition, and how complete it is (an exit code)."""
        record = self.state.series(self.name)
        run = self._run()
        items, channels = pipeline.settled(run.items, record.channels(), self.as_of)
        read = tuple(item.id for item in items if isinstance(item, Document))
        edition = Edition(self.as_of, read=read, channels=channels)
        if not pipeline.answered(items):
            return Exit.FAILED, replace(edition, letters=self._failure(items))
        try:
            made = replace(run, items=items).made(start, self.state, self._past())
        except (NothingNew, NothingToBrief) as error:
            return self._without_news(error, _failed(items)), replace(
                edition, letters=self._mailing().nothing_new()
            )
        if not made.brief.complete:
            self.console.note(lacking(made.brief))
        edition = replace(
            edition,
            brief=render.json(made.brief),
            texts=texts(made.brief),
            record=made.record,
            letters=self._mailing().brief(made.brief),
        )
        return Exit.DONE if made.brief.complete else Exit.INCOMPLETE, edition

    def _without_news(self, error: NothingNew | NothingToBrief, failed: Sequence[str]) -> Exit:
        """Says why there is no brief, and which sources failed; the exit code."""
        if not failed:
            self.console.aside(str(error))
            return Exit.NOTHING_NEW
        named = ""
        if isinstance(error, NothingNew):  # the other names them itself
            named = f"; {'; '.join(failed[:NAMED])} (exit code {Exit.INCOMPLETE:d})"
        self.console.note(f"{error}{named}")
        return Exit.INCOMPLETE

    def _failure(self, items: Sequence[Document | Unread]) -> tuple[Letter, ...]:
        """Says that no source answered; the mail that tells the owner so."""
        told = [f"{one.source.name}: {one.detail}" for one in items if isinstance(one, Unread)]
        say(f"briefing: no source answered, so no brief was made: {'; '.join(told[:NAMED])}")
        return self._mailing().failure(told)

    def _mailing(self) -> Mailing:
        last = self.state.series(self.name).last()
        return Mailing(self.name, self.settings.title, self.mail, self.as_of, last)

    def _post(self, waiting: Iterable[Letter]) -> Exit:
        """Posts these, and tells what did not go out; the exit code."""
        mails = tuple(waiting)
        if not mails:
            return Exit.DONE
        try:
            done = dispatch(mails, open_post(self.mail, self.password), self.state.outbox)
        except DeliveryError as error:
            say(f"briefing: {error}; what was not sent waits for the next run")
            return Exit.FAILED
        for letter, receipt in done:
            if receipt.outcome != "accepted":
                told = _TOLD[receipt.outcome].format(receipt.reason, again=self.again)
                say(f"briefing: {letter.recipient}: {told}")
        if sent := [letter.recipient for letter, receipt in done if receipt.outcome == "accepted"]:
            others = ", …" if len(sent) > NAMED else ""
            self.console.aside(f"{numbered(len(sent), 'mail')} sent: {', '.join(sent[:NAMED])}{others}")
        return exit_code([receipt.outcome for _, receipt in done])

    def _tell_held(self) -> None:
        """Says which earlier mails nobody knows of, and which an address refused that still stands."""
        for held in self._letters("unknown"):
            say(
                f"briefing: nobody knows whether the mail of {held.as_of:%Y-%m-%d %H:%M} to "
                f"{held.letter.recipient} arrived ({held.reason}): {self.again.resume} sends it again"
            )
        readers = {mailbox(one).address for one in (*self.mail.to, self.mail.on_failure) if one}
        if refused := [one for one in self._letters("refused") if one.letter.recipient in readers]:
            say(f"briefing: {counted(refused)} refused{reasons(refused)}: {self.again.if_refused}")

    def _letters(self, *fates: Fate) -> tuple[Posted, ...]:
        return self.state.outbox.letters(self.name, fates)

    def _past(self) -> tuple[tuple[int, Brief], ...]:
        """The last runs of the series and their briefs, the newest first."""
        found = []
        for run, brief in self.state.series(self.name).briefs(REMEMBERED):
            try:
                found.append((run, render.read_brief(brief, self.state.archive.texts_of(run))))
            except BriefingError as error:  # the morning is worth more than one damaged page of the past
                say(f"briefing: run {run} cannot be read back: {error}")
        return tuple(found)

    def _run(self) -> Run:
        return Run.of(self.sources, self.settings, self.console, self.as_of, self._window())

    def _window(self) -> Window:
        record = self.state.series(self.name)
        if self.settings.send_since != "last":
            since = window(self.settings.send_since, self.as_of, self.settings.timezone)
            return Window(since, None, record.first_seen())
        return record.window(self.as_of)


def _failed(items: Sequence[Document | Unread]) -> list[str]:
    """The sources that failed, and why: they are heard of where there is nothing new, too."""
    return [
        f"{one.source.name}: {one.detail}"
        for one in items
        if isinstance(one, Unread) and one.why in FAILURES and not one.repeated
    ]
