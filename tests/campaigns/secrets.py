"""Eight planted secrets through whole runs that go well and badly: none comes out anywhere.

    python -m tests.campaigns.secrets [--place env] [--scene feed_not_found]

The model's key and the mail's password by environment, file and command; a user and a password in a source's
address, a feed's, the model's, the mail server's and a proxy's; a token in a feed's query. After each run
every byte is looked through that it printed, kept or mailed: plain, in Base64, as in an address, unpacked.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sqlite3
import stat
import sys
import tempfile
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote

from mail_servers import Scripted

from briefing.cli.main import main as program
from briefing.sources.web import client as web
from briefing.state.database import NAME

KEY, PASSWORD = "sk-planted-4f7c91de03ab", "Mail+pass/7712kelp"
SOURCE, FEED, MODEL, SMTP, PROXY = (
    f"{word}-pw-83c1f0e2" for word in ("src", "feed", "base", "smtp", "proxy")
)
TOKEN = "tok-5b20e7aa91c4"  # noqa: S105 - planted
SECRETS = (KEY, PASSWORD, SOURCE, FEED, MODEL, SMTP, PROXY, TOKEN)
PLACES = ("env", "file", "command")
"""Where the key and the password are kept."""
KEPT = "planted"
"""The folder of what we wrote ourselves: configurations, and the files that hold secrets."""
NEWS = (
    "The ferry Alma ran aground off Skerry Point on Monday. Officials said 14 people were hurt. "
    "The operator, Kestrel Lines, has not responded to questions about the accident.\n"
)
_CLEARED = ("OPENAI_", "BRIEFING_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "CREDENTIALS_")


@dataclass
class House:
    """An empty home with one document, in which the program runs; what it said, and what came by mail."""

    folder: Path
    place: str
    said: list[bytes] = field(default_factory=list)
    mails: list[str] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)

    def run(self, *arguments: str, **environment: str) -> int:
        """The program, with the key and the password in the environment where that is their place."""
        out, err = TextIOWrapper(BytesIO(), "utf-8"), TextIOWrapper(BytesIO(), "utf-8")
        held = {"BRIEFING_API_KEY": KEY, "BRIEFING_SMTP_PASSWORD": PASSWORD} if self.place == "env" else {}
        with patch.dict(os.environ, {**held, **environment}), redirect_stdout(out), redirect_stderr(err):
            code = program(arguments)
        for stream in (out, err):
            stream.flush()
            self.said.append(stream.buffer.getvalue())  # type: ignore[attr-defined]  # the BytesIO within
        self.codes.append(code)
        return code

    def told(self) -> str:
        """All that it printed."""
        return b"\n".join(self.said).decode("utf-8", "replace")

    def configured(self, text: str = "", sources: str = 'path = "../news"', mail: str = "") -> str:
        """The path of a configuration; `text` are settings, `sources` and `mail` lines of their tables."""
        rows = [text, f"[[sources]]\n{sources}\nallow_private_address = true"]
        if mail:
            rows.append(f'[mail]\nfrom = "brief@tide.example"\nto = ["anna@tide.example"]\n{mail}')
        path = self.folder / KEPT / "mine.toml"
        path.write_text("\n".join(rows), encoding="utf-8")
        return str(path)

    def kept(self, what: str, secret: str) -> str:
        """The line of a configuration that says where the secret is."""
        if self.place == "env":
            return f'{what}_env = "{"BRIEFING_API_KEY" if what == "api_key" else "BRIEFING_SMTP_PASSWORD"}"'
        file = self.folder / KEPT / what
        file.write_text(secret, encoding="utf-8")
        value = str(file) if self.place == "file" else f"{sys.executable} -c {shlex.quote(_PRINTS)} {file}"
        return f"{what}_{self.place} = {value!r}"

    def model(self, url: str) -> str:
        """The settings of a model at this address."""
        return f'model = "tide"\nbase_url = "{url}"\ntimeout = 5\n{self.kept("api_key", KEY)}'

    def mail(self, port: int) -> str:
        """The settings of a mail server on loopback, with a login."""
        return f'smtp = "smtp://ada@127.0.0.1:{port}"\n{self.kept("password", PASSWORD)}'


_PRINTS = "import sys;print(open(sys.argv[1]).read())"


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


@contextmanager
def house(place: str) -> Iterator[House]:
    """A house; afterwards it is gone, and the environment as before."""
    folder, before, mask = Path(tempfile.mkdtemp(prefix="campaign-")), os.getcwd(), os.umask(0o022)
    for name in ("news", KEPT, "work"):
        (folder / name).mkdir()
    (folder / "news" / "ferry.txt").write_text(NEWS, encoding="utf-8")
    clean = {k: v for k, v in os.environ.items() if not k.upper().startswith(_CLEARED)}
    ours = {"BRIEFING_STATE": str(folder / "state"), "XDG_CONFIG_HOME": str(folder / "config")}
    os.chdir(folder / "work")
    try:
        with patch.dict(os.environ, clean | ours, clear=True):
            yield House(folder, place)
    finally:
        os.chdir(before)
        os.umask(mask)
        shutil.rmtree(folder)


@contextmanager
def post(house: House, login: str = "235 welcome", **answers: str) -> Iterator[int]:
    """A mail server's port; it answers a login as told, and what it takes is the house's mail."""
    known = {"EHLO": "250-hi\n250 AUTH PLAIN LOGIN", "AUTH": login, **answers}
    with Scripted(known) as server:
        yield server.port
    house.mails += server.content


@contextmanager
def nameless() -> Iterator[None]:
    """A network in which no name is known."""

    def unknown(host: str, _port: int) -> list[str]:
        raise OSError(f"{host}: Name or service not known")

    with patch.object(web, "Web", partial(web.Web, resolve=unknown)):
        yield


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
