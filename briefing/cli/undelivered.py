"""Mails that did not go out, in words: how many, to whom, of when, why; and what to do where refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from briefing.cli.configured import command_line
from briefing.printable import numbered
from briefing.state import Posted


@dataclass(frozen=True, slots=True)
class Again:
    """The command lines that serve a series whose mails did not go out, as its owner can type them."""

    resume: str
    show: str

    @classmethod
    def of(cls, config: Path | None, sources: Sequence[str] = (), to: Sequence[str] = ()) -> Self:
        """Those of the series that this configuration, these sources and recipients are (cli.series)."""
        readers = [part for one in to for part in ("--to", one)]
        return cls(command_line(config, "send", *readers, "--resume", *sources), command_line(config, "show"))

    @property
    def if_refused(self) -> str:
        """What to do. The same letter goes to the same address: a mended one serves new letters only."""
        return (
            f"if the address is right, {self.resume} tries it again; if not, mend it under [mail]: "
            f"{self.show} prints the brief"
        )


def counted(mails: Sequence[Posted]) -> str:
    """How many, to whom, of when; at least one is wanted."""
    to = ", ".join(dict.fromkeys(one.letter.recipient for one in mails))
    return f"{numbered(len(mails), 'mail')} to {to} of {mails[0].as_of:%Y-%m-%d %H:%M}"


def reasons(mails: Sequence[Posted]) -> str:
    """Why, in brackets after a space, each reason once; nothing where none is known."""
    known = dict.fromkeys(one.reason for one in mails if one.reason)
    return f" ({'; '.join(known)})" if known else ""
