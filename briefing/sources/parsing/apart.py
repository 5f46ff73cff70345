"""Untrusted documents are parsed in a process of its own, with limits: a bomb costs itself and no more."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from briefing.sources.entry import Entry
from briefing.sources.kinds import FileKind
from briefing.sources.limits import MEMORY, SECONDS
from briefing.sources.parsing.wire import from_wire
from briefing.sources.refusal import Refusal, unreadable

_ROOT = str(Path(__file__).resolve().parents[3])
_CHUNK = 1 << 20
_STARTING = 20.0
"""Seconds for a new child to be ready: its libraries are large, and the machine may be busy."""


class Apart:
    """One child that parses document after document; another takes its place when one of them kills it.

    Not for several threads at once.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def parse(self, raw: bytes, kind: FileKind, name: str) -> Iterator[Entry]:
        """The entries of a document of this kind called `name`; one that says why where there are none."""
        late = f"the parser was not ready within {_STARTING:g} s, the machine is busy: try again"
        try:
            child = self._started()
            late = _too_long(self._seconds)
            deadline = time.monotonic() + self._seconds
            feeding = threading.Thread(target=_feed, args=(child, raw, kind, name), daemon=True)
            feeding.start()
            reply = json.loads(_line(child, deadline))
            entries = [from_wire(entry) for entry in reply["entries"]]
        except TimeoutError:
            self._end()
            return iter([Entry(unreadable(late))])
        except (OSError, EOFError, ValueError, TypeError, LookupError):  # no answer, or none that we know
            return iter([Entry(self._killed())])
        if reply["spent"]:
            self._end()
        return iter(entries)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is not None:
            self._end()
        if self._child is None:
            self._child = subprocess.Popen(  # noqa: S603 - this program itself, no word of a document in it
                [sys.executable, "-P", "-s", "-m", "briefing.sources.parsing.child", str(self._seconds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={
                    "PYTHONPATH": _ROOT,
                    "LC_ALL": "C.UTF-8",
                    "OPENBLAS_NUM_THREADS": "1",
                },  # no key, no proxy
                start_new_session=True,  # Ctrl-C is the parent's
            )
            _line(self._child, time.monotonic() + _STARTING)
        return self._child

    def _killed(self) -> Refusal:
        """Why the child is no more."""
        code = self._ended()
        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            return unreadable(_too_long(self._seconds))
        return unreadable(f"it cannot be parsed within {MEMORY >> 20} MB of memory, or the parser failed")

    def _ended(self) -> int:
        """How the child ended; one that is not dead yet is ended."""
        code = None
        if self._child:
            try:
                code = self._child.wait(1)
            except subprocess.TimeoutExpired:  # it is silent, or talks nonsense, and lives
                code = 0
        self._end()
        return code or 0

    def _end(self) -> None:
        if self._child:
            self._child.kill()
            self._child.wait()
            for pipe in (self._child.stdin, self._child.stdout):
                if pipe:
                    try:
                        pipe.close()
                    except OSError:  # what was still to be written has no reader any more
                        continue
            self._child = None


def _too_long(seconds: float) -> str:
    return f"parsing it takes more than {seconds:g} s"


def _feed(child: subprocess.Popen[bytes], raw: bytes, kind: FileKind, name: str) -> None:
    assert child.stdin is not None  # noqa: S101 - opened as a pipe; for the type checker
    head: dict[str, Any] = {"kind": kind, "name": name, "size": len(raw)}
    try:
        child.stdin.write(json.dumps(head).encode() + b"\n")
        for at in range(0, len(raw), _CHUNK):
            child.stdin.write(raw[at : at + _CHUNK])
        child.stdin.flush()
    except (OSError, ValueError):
        return  # the child is gone: its silence is told by whoever reads


def _line(child: subprocess.Popen[bytes], deadline: float) -> bytes:
    """The child's next line; raises TimeoutError at the deadline, EOFError where the child is gone."""
    assert child.stdout is not None  # noqa: S101 - opened as a pipe; for the type checker
    parts: list[bytes] = []
    while True:
        ready, _, _ = select.select([child.stdout], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise TimeoutError
        part = os.read(child.stdout.fileno(), _CHUNK)
        if not part:
            raise EOFError
        parts.append(part)
        if part.endswith(b"\n"):
            return b"".join(parts)
