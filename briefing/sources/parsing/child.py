"""The process in which untrusted documents are parsed: `python -m briefing.sources.parsing.child SECONDS`.

It reads a line of JSON ({"kind", "name", "size"}) and so many bytes, answers with one line of JSON
({"entries", "spent"}), and waits for the next. It is poor: little memory, little time, no files to write.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from briefing.sources.entry import Entry
from briefing.sources.limits import ENTRIES, MEMORY, TEXT
from briefing.sources.parsing.parsers import Parser, parser
from briefing.sources.parsing.wire import to_wire
from briefing.sources.refusal import Refusal, unreadable

_SPENT = 192 << 20
"""Bytes in use between two documents from which this process has kept too much for the next one."""


def serve(inward: BinaryIO, outward: BinaryIO, seconds: float) -> None:
    """Parses until there is nothing more to read."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _answer(outward, [], spent=False)
    while line := inward.readline():
        head = json.loads(line)
        raw = inward.read(head["size"])
        parse = parser(head["kind"])
        _allow(seconds)
        found = _parsed(parse, raw, head["name"])
        del raw
        if found is None:
            _answer(outward, [Entry(unreadable(f"parsing it takes more than {MEMORY >> 20} MB"))], spent=True)
        else:
            _answer(outward, found, spent=_memory()[1] > _SPENT)


def _parsed(parse: Parser, raw: bytes, name: str) -> list[Entry] | None:
    """The entries, a last one that tells why there are no more; None where the memory was not enough."""
    found: list[Entry] = []
    try:
        found += _bounded(parse(raw, name))
    except MemoryError:
        return None
    except RecursionError:
        return [*found, Entry(unreadable("it is nested too deeply"))]
    except Exception as error:  # noqa: BLE001 - a parser's own fault costs its document, not the run
        return [*found, Entry(unreadable(f"it cannot be parsed ({type(error).__name__})"))]
    return found


def _bounded(entries: Iterator[Entry]) -> Iterator[Entry]:
    """The entries up to where they are too many or too long."""
    characters = 0
    for number, entry in enumerate(entries):
        if number == ENTRIES:
            yield Entry(unreadable(f"more than {ENTRIES:,} documents in one file: the rest is left"))
            return
        characters += len(entry.content) if isinstance(entry.content, str) else 0
        if characters > TEXT:
            yield Entry(Refusal("too_large", f"more than {TEXT:,} characters in one file: the rest is left"))
            return
        yield entry


def _memory() -> tuple[int, int]:
    """Bytes of address space that this process has mapped, and of memory that it holds."""
    try:
        mapped, held = Path("/proc/self/statm").read_text().split()[:2]
        return int(mapped) * resource.getpagesize(), int(held) * resource.getpagesize()
    except OSError:  # where there is no /proc: as measured where there is one, all libraries loaded
        return 192 << 20, 64 << 20


def _allow(seconds: float) -> None:
    """So much memory, and so many seconds of processor from now on; then the kernel ends this process."""
    mapped, held = _memory()
    _limit(resource.RLIMIT_AS, mapped + MEMORY - held)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds) + 1)


def _limit(which: int, most: int) -> None:
    """So much, or what the system allows where that is less; what it allows stays, for the next document."""
    allowed = resource.getrlimit(which)[1]
    resource.setrlimit(which, (most if allowed == resource.RLIM_INFINITY else min(most, allowed), allowed))


def _answer(outward: BinaryIO, entries: list[Entry], *, spent: bool) -> None:
    reply = {"entries": [to_wire(entry) for entry in entries], "spent": spent}
    outward.write(json.dumps(reply).encode() + b"\n")
    outward.flush()


if __name__ == "__main__":
    sys.setrecursionlimit(2_000)
    serve(sys.stdin.buffer, sys.stdout.buffer, float(sys.argv[1]))
