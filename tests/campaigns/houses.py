"""An empty home in which the program runs with planted secrets, and what it said, kept and mailed there."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import partial
from html import escape
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

from mail_servers import Scripted

from briefing.cli.main import main as program
from briefing.sources.web import client as web

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

    def run_all(self, config: str) -> None:
        """Every command on one configuration."""
        for arguments in (
            ("make", "-f", "json", "--with-text", "-o", "brief.json"),
            ("doctor",),
            ("send", "--plan"),
            ("send", "--dry-run"),
            ("send",),
            ("schedule",),
            ("show", "-f", "html"),
            ("show", "--list"),
        ):
            self.run(arguments[0], "-v", "-c", config, *arguments[1:])
        if Path("brief.json").exists():
            self.run("check", "-v", "brief.json")

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

    def listed(self, url: str) -> str:
        """The path of a list of this one feed."""
        path = self.folder / KEPT / "list.opml"
        path.write_text(f'<opml><body><outline text="Varn" xmlUrl="{escape(url)}"/></body></opml>')
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
