"""The process in which untrusted documents are parsed: `python -m briefing.sources.child SECONDS`.

It reads a line of JSON ({"kind", "name", "size"}) and so many bytes, answers with one line of JSON, a list of
entries, and waits for the next. It is poor by birth: little memory, little time, no files to write.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import BinaryIO

from briefing.sources.entry import Entry
from briefing.sources.limits import ENTRIES, MEMORY
from briefing.sources.parsers import PARSERS
from briefing.sources.refusal import unreadable
from briefing.sources.wire import to_wire

_LIBRARIES = 256 << 20
"""Bytes of address space that the parsers' libraries take before they have read anything."""


def serve(inward: BinaryIO, outward: BinaryIO, seconds: float) -> None:
    """Parses until there is nothing more to read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY + _LIBRARIES, MEMORY + _LIBRARIES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _answer(outward, [])
    while line := inward.readline():
        head = json.loads(line)
        raw = inward.read(head["size"])
        _allow(seconds)
        _answer(outward, _parsed(raw, head["kind"], head["name"]))


def _parsed(raw: bytes, kind: str, name: str) -> list[Entry]:
    found: list[Entry] = []
    try:
        for entry in PARSERS[kind](raw, name):  # type: ignore[index]  # the parent names only kinds it knows
            if len(found) == ENTRIES:
                found.append(
                    Entry(unreadable(f"more than {ENTRIES:,} documents in one file: the rest is left"))
                )
                break
            found.append(entry)
    except MemoryError:
        return [Entry(unreadable(f"parsing it takes more than {MEMORY >> 20} MB of memory"))]
    except RecursionError:
        return [*found, Entry(unreadable("it is nested too deeply"))]
    except Exception as error:  # noqa: BLE001 - a parser's own fault costs its document, not the run
        return [*found, Entry(unreadable(f"it cannot be parsed ({type(error).__name__})"))]
    return found


def _allow(seconds: float) -> None:
    """So many seconds of processor from now on; then the kernel ends this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _answer(outward: BinaryIO, entries: list[Entry]) -> None:
    outward.write(json.dumps([to_wire(entry) for entry in entries]).encode() + b"\n")
    outward.flush()


if __name__ == "__main__":
    sys.setrecursionlimit(2_000)
    serve(sys.stdin.buffer, sys.stdout.buffer, float(sys.argv[1]))
