"""The mails of one run of a series: the same letters, by their ids, whenever they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from briefing.delivery import letters
from briefing.settings import MailSetting
from briefing.types import Brief, Letter


@dataclass(frozen=True, slots=True)
class Mailing:
    """What the readers, or the owner, of a series are sent at `as_of`; `last` is when it was last told."""

    series: str
    title: str
    mail: MailSetting
    as_of: datetime
    last: datetime | None

    def brief(self, brief: Brief) -> tuple[Letter, ...]:
        """The brief, to each reader; in a thread, where the mail is to be in one."""
        return tuple(
            letters.brief_letter(brief, self._run(self.as_of), self.mail, reader, self._previous(reader))
            for reader in self.mail.to
        )

    def nothing_new(self) -> tuple[Letter, ...]:
        """The line to each reader that nothing is new, where they asked for it: one a day."""
        if self.mail.empty != "notice":
            return ()
        day = self._run(self.as_of.date())
        return tuple(
            letters.nothing_new_notice(self.title, self.as_of, day, self.mail, reader, self.last)
            for reader in self.mail.to
        )

    def failure(self, problems: Sequence[str]) -> tuple[Letter, ...]:
        """The mail to the owner, if one is named, that says that no source answered: one a day."""
        owner = self.mail.on_failure
        if owner is None:
            return ()
        day = self._run(self.as_of.date())
        return (letters.failure_notice(self.title, self.as_of, day, self.mail, owner, problems),)

    def _previous(self, reader: str) -> str | None:
        """The Message-ID of this reader's last brief, where this one is to follow it."""
        if self.last is None or not self.mail.thread:
            return None
        return letters.message_id(self._run(self.last), self.mail, reader)

    def _run(self, moment: date) -> str:
        """What a run's Message-IDs are made of."""
        return f"{self.series}\n{moment.isoformat()}"
