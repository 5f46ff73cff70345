"""Eight planted secrets through whole runs that go well and badly: none comes out anywhere.

    python -m tests.campaigns.secrets [--place env] [--scene feed_not_found]

The model's key and the mail's password by environment, file and command; a user and a password in a source's
address, a feed's, the model's, the mail server's and a proxy's; a token in a feed's query. After each run
every byte is looked through that it printed, kept or mailed: plain, in Base64, as in an address, unpacked.
"""

from __future__ import annotations

import argparse
import sqlite3
import stat
import sys
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from urllib.parse import quote

from briefing.state.database import NAME

from .houses import KEPT, PLACES, SECRETS, House, house


def found(house: House) -> Iterator[str]:
    """Where a secret came out, and what others may read."""
    for where, raw in _everything(house):
        for secret in SECRETS:
            if any(form in raw for form in _forms(secret)):
                yield f"{secret} in {where}"
    for path in (house.folder / "state").rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        if stat.S_IMODE(path.stat().st_mode) != wanted:
            yield f"{path.name} has the mode {stat.S_IMODE(path.stat().st_mode):o}"


def _forms(secret: str) -> Iterable[bytes]:
    """The secret as it is, as in an address, and in Base64 at each of three places."""
    yield secret.encode()
    yield quote(secret, safe="").encode()
    for lead in range(3):  # the ends of a run depend on what stands beside it
        yield b64encode(b"\0" * lead + secret.encode())[4:-4]


def _everything(house: House) -> Iterator[tuple[str, bytes]]:
    yield from ((f"what run {n // 2 + 1} printed ({n % 2 + 1})", raw) for n, raw in enumerate(house.said))
    yield from (("a mail", line.encode()) for line in house.mails)
    for path in house.folder.rglob("*"):
        if path.is_file() and KEPT not in path.parts:
            yield path.name, path.read_bytes()
    database = house.folder / "state" / NAME
    if database.exists():
        with closing(sqlite3.connect(database)) as connection:
            for (table,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            ).fetchall():
                for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - a name of its own
                    yield from ((f"the table {table}", raw) for raw in _values(row))


def _values(row: Sequence[object]) -> Iterator[bytes]:
    for value in row:
        raw = value if isinstance(value, bytes) else str(value).encode()
        yield raw
        with suppress(zlib.error):
            yield zlib.decompress(raw)


def main() -> int:
    """Exit code 5 where a secret came out."""
    from .leaks import SCENES

    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--place", choices=PLACES, action="append", help="default: each")
    options.add_argument("--scene", choices=SCENES, action="append", help="default: each")
    given = options.parse_args()
    faults = scenes = 0
    for place in given.place or PLACES:
        for name in given.scene or SCENES:
            with ExitStack() as opened:
                here = opened.enter_context(house(place))
                SCENES[name](here)
                told = list(found(here))
            scenes += 1
            faults += len(told)
            print(f"{place} {name}: {here.codes} {'; '.join(told) or 'nothing'}", flush=True)  # noqa: T201
    print(f"{scenes} scenes, {faults} secrets in the open")  # noqa: T201
    return 5 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
