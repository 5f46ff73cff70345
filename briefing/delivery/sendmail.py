"""The post by the program that the machine itself sends mail with."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from typing import IO, Self

from briefing.errors import PostError
from briefing.render.escape import clean
from briefing.types import Letter, Receipt

_FOLDERS = ("/usr/sbin", "/usr/lib")
"""Where it lies, though the search path of cron does not say so."""
_SECONDS = 600.0
_READ, _SHOWN = 10_000, 200


def program() -> str | None:
    """The path of the program, or None where there is none."""
    return shutil.which("sendmail", path=os.pathsep.join((os.environ.get("PATH", ""), *_FOLDERS)))


class SendmailPost:
    """Each letter starts the program once."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds

    def send(self, letter: Letter, committing: Callable[[], None]) -> Receipt:
        """See Post."""
        command = [_found(), "-i", "-f", letter.sender, "--", letter.recipient]
        # In and out by files: of a pipe that ends because we are killed, half a letter would be sent.
        with tempfile.TemporaryFile() as content, tempfile.TemporaryFile() as said:
            try:
                content.write(letter.content.replace(b"\r\n", b"\n"))
                content.seek(0)
            except OSError as error:
                return Receipt(
                    "later", f"no room for the letter in {tempfile.gettempdir()}: {error.strerror}"
                )
            committing()
            return self._run(command, content, said)

    def _run(self, command: list[str], content: IO[bytes], said: IO[bytes]) -> Receipt:
        try:
            done = subprocess.run(  # noqa: S603 - an address is never an option: it comes after "--"
                command, stdin=content, stdout=said, stderr=said, timeout=self._seconds, check=False
            )
        except subprocess.TimeoutExpired:
            return Receipt("unknown", f"sendmail did not end within {self._seconds:g} s")
        except OSError as error:
            return Receipt("later", f"sendmail could not be started: {error.strerror}")
        said.seek(0)
        words = clean(said.read(_READ).decode("utf-8", "replace")).strip()[:_SHOWN]
        return _receipt(done.returncode, f": {words}" if words else "")

    def trial(self) -> str:
        """See Post."""
        return f"the program {_found()}, which is not asked"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return


def _receipt(code: int, said: str) -> Receipt:
    if code == 0:
        return Receipt("accepted", f"queued by sendmail{said}")
    if code < 0:
        return Receipt("unknown", f"sendmail was ended by signal {-code}{said}")
    return Receipt("later" if code == os.EX_TEMPFAIL else "refused", f"sendmail ended with {code}{said}")


def _found() -> str:
    if path := program():
        return path
    raise PostError(
        "no sendmail program was found: install one (Postfix, msmtp, nullmailer), or name an smtp server"
    )
