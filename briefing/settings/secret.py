"""Where a secret is kept, and the one place that fetches it."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import UsageError

_COMMAND_SECONDS = 30
_ABSENT = "{0} that api_key_{0} or password_{0} names does not exist: is it a {0}, and not the secret itself?"
"""What does not exist is not repeated: it may be the secret, written in the wrong place."""


@dataclass(frozen=True, slots=True)
class Secret:
    """The place of a secret, one of three: an environment variable, a file, a command that prints it.

    A variable that is not set may be a file of its name in $CREDENTIALS_DIRECTORY, as systemd keeps them.
    """

    env: str | None = None
    file: Path | None = None
    command: str | None = None

    def is_set(self, environment: Mapping[str, str]) -> bool:
        """Whether there is something to fetch, as far as can be said without fetching it."""
        if not self.env:
            return True
        return bool(environment.get(self.env, "").strip() or _credential(self.env, environment))

    def fetch(self, environment: Mapping[str, str]) -> str | None:
        """The secret, or None where its variable is not set.

        Raises UsageError where the file or the command fails, or gives no line that can be sent.
        """
        if self.env:
            found = environment.get(self.env, "").strip()
            if found:
                return _sendable(found, f"${self.env}")
            credential = _credential(self.env, environment)
            return _sendable(_content(credential), str(credential)) if credential else None
        if self.file:
            return _sendable(_content(self.file), str(self.file))
        return _sendable(_output(self.command or ""), f"the command {self.command!r}")


def _credential(name: str, environment: Mapping[str, str]) -> Path | None:
    """The file of this credential, where one was handed over."""
    folder = environment.get("CREDENTIALS_DIRECTORY", "").strip()
    file = Path(folder, name)
    return file if folder and "/" not in name and os.path.isfile(file) else None


def _sendable(secret: str, place: str) -> str:
    """A header takes one printable line of ASCII; anything else is a mistake, or an injection."""
    if not (secret and secret.isascii() and secret.isprintable()):
        raise UsageError(f"{place} gives no key: it must be one line of printable ASCII")
    return secret


def _content(file: Path) -> str:
    try:
        return file.read_text("utf-8").strip()
    except FileNotFoundError:
        where = f"in {file.parent} the " if file.parent.is_dir() else "the "
        raise UsageError(where + _ABSENT.format("file")) from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{file}: the key cannot be read from this file: {error}") from error


def _output(command: str) -> str:
    import subprocess  # 10 ms, for the few who keep keys in a program

    try:
        return subprocess.run(  # noqa: S603 - the user's own command, from a file that was named
            shlex.split(command), stdout=subprocess.PIPE, check=True, timeout=_COMMAND_SECONDS, text=True
        ).stdout.strip()
    except FileNotFoundError:
        raise UsageError("the program of the " + _ABSENT.format("command")) from None
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise UsageError(f"the command {command!r} gave no key: {error}") from error
