"""docs/morning-mail.md, followed to the letter: each command is run, each piece of configuration is used."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from chaos import Chaos, says, sends
from jobs import script
from mail_servers import PASSWORD, USER, Certificate, Mailroom, obedient

from briefing.cli.main import briefing
from briefing.settings.keys import MAIL, SETTINGS

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "morning-mail.md").read_text(encoding="utf-8")
NEWS = (
    "The ferry Alma ran aground off Skerry Point on Monday. Officials said 14 people were hurt. "
    "The operator, Kestrel Lines, has not responded to questions about the accident.\n"
)
LISTED = {"data": [{"id": "my-model", "meta": {"n_ctx": 8192}}]}
STEP = r"^##(#?) (.+)$"


def steps(*chosen: str) -> Iterator[tuple[str, str, str]]:
    """The blocks of the page in order, as (heading, kind, text); of the sub-sections only those chosen."""
    parts = re.split(STEP, PAGE, flags=re.MULTILINE)[1:]
    for sub, heading, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if not sub or heading in chosen:
            yield from (
                (heading, kind, text) for kind, text in re.findall(r"```(\w+)\n(.*?)```", body, re.DOTALL)
            )


class Machine:
    """A home of its own, with stand-ins for what would change the machine; the program is the real one."""

    def __init__(self, home: Path, changes: Mapping[str, str]) -> None:
        self.home = home
        self.folder = home / "mornings"
        self.units = home / "units"
        self._changes = {"/etc/systemd/system": str(self.units), **changes}
        programs = home / "programs"
        for folder in (programs, self.units):
            folder.mkdir(parents=True)
        briefing_ = f'exec "{sys.executable}" -m briefing "$@"'
        # A new environment has the program in it; the real one would be fetched from the network.
        installed = f"{home}/.local/briefing/bin"
        script(
            programs / "python3",
            f'[ "$*" = "-m venv {home}/.local/briefing" ] && mkdir -p {installed} && '
            f"printf '#!/bin/sh\\n' > {installed}/pip && chmod +x {installed}/pip && "
            f"cp {programs}/kept {installed}/briefing",
        )
        script(programs / "kept", briefing_)
        crontab = (
            f'[ "$1" = -l ] && exec cat {home}/crontab; cat > {home}/new && mv {home}/new {home}/crontab'
        )
        script(programs / "crontab", crontab)
        script(programs / "sudo", 'exec "$@"')
        script(programs / "systemctl", f'[ "$2" = show ] && exit 1; echo "$@" >> {home}/systemctl')
        self._environment = {
            "HOME": str(home),
            "PATH": f"{programs}:/usr/bin:/bin",
            "BRIEFING_STATE": str(home / "state"),
            "TZ": "UTC",
        }

    def environment(self, **more: str) -> None:
        self._environment |= more

    def do(self, kind: str, text: str, typed: str) -> subprocess.CompletedProcess[str]:
        """Does what a block says; the files that it writes by hand are typed."""
        for old, new in self._changes.items():
            text = text.replace(old, new)
        if kind == "toml":
            return self._edit(text)
        path = f"export PATH={self.home}/.local/briefing/bin:$PATH\n"
        there = self.folder if self.folder.exists() else self.home
        return subprocess.run(
            ["/bin/sh", "-c", path + text],
            cwd=there,
            env=self._environment,
            input=typed,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def _edit(self, text: str) -> subprocess.CompletedProcess[str]:
        """A table goes to the end of the file, keys to its top, as the page says."""
        file = self.folder / "briefing.toml"
        before = file.read_text()
        file.write_text(f"{before}\n{text}" if text.startswith("[") else f"{text}\n{before}")
        return subprocess.CompletedProcess([], 0, "", "")


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[tuple[Machine, Mailroom]]:
    """The machine, a mail server with STARTTLS and a login, a model's server; the feed is a folder."""
    certificate, room = Certificate.made(tmp_path), Mailroom()
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "ferry.txt").write_text(NEWS)
    with (
        obedient(room, login=True, tls_context=certificate.context, require_starttls=True) as port,
        Chaos(sends(LISTED), says('{"tide": 3}')) as server,
    ):
        changes = {
            "https://example.org/feed.xml": str(tmp_path / "news"),
            "smtp://brief@mail.example.org:587": f"smtp://{USER}@localhost:{port}",
            "http://127.0.0.1:8080/v1": server.url,
        }
        made = Machine(tmp_path / "home", changes)
        made.environment(SSL_CERT_FILE=str(certificate.file), PYTHONPATH=str(ROOT))
        yield made, room


def followed(machine: Machine, *chosen: str, until: str = "") -> dict[str, str]:
    """What each step printed; a step that fails stops the walk."""
    printed: dict[str, str] = {}
    for heading, kind, text in steps(*chosen):
        if heading == until:
            break
        for line in text.splitlines() if kind == "sh" else [text]:
            done = machine.do(kind, line, f"{PASSWORD}\n")
            # The stand-in of a model knows one answer only, so that its brief is finished without it: 3.
            assert done.returncode in (0, 3 * ("On this machine" in chosen)), f"{line}\n{done}"
            printed[heading] = printed.get(heading, "") + done.stdout
    return printed


def test_by_cron_and_without_a_model_today_and_tomorrow(machine: tuple[Machine, Mailroom]) -> None:
    home, room = machine
    printed = followed(home, "By cron")
    assert "The ferry Alma ran aground" in printed["2. Name your sources"]
    assert "Subject: " in printed["5. Try it"]
    assert [envelope.rcpt_tos for envelope in room.envelopes] == [["you@example.org"]]
    assert "ok: next run: in your crontab: 0 7 * * *" in printed["7. See that it is due"]
    assert (home.folder / "smtp-password").stat().st_mode & 0o077 == 0
    for command in re.findall(r"`(briefing [^`]+)`", PAGE.partition("## When no mail comes")[2]):
        assert home.do("sh", command, "").returncode == 0, command
    # The line, run as cron runs it; the second time there is nothing new.
    line = (home.home / "crontab").read_text().splitlines()[-1].replace(r"\%", "%")
    (home.home.parent / "news" / "bridge.txt").write_text(
        "The council of Varn closed the Long Bridge to lorries on Tuesday, engineers said.\n"
    )
    for _ in range(2):
        done = subprocess.run(
            ["/bin/sh", "-c", line.split(" ", 5)[5]],
            env={"HOME": str(home.home), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert (done.stdout, done.stderr) == ("", "")
    assert len(room.envelopes) == 2
    content = room.envelopes[1].content
    assert isinstance(content, bytes)
    assert b"Long Bridge" in content


def test_by_systemd_and_with_a_model_on_this_machine(machine: tuple[Machine, Mailroom]) -> None:
    home, room = machine
    printed = followed(home, "On this machine", "By systemd", until="7. See that it is due")
    assert "ok: model: my-model: served, window 8,192 tokens; text goes to 127.0.0.1" in printed["5. Try it"]
    assert "ok: schema: " in printed["5. Try it"]
    assert len(room.envelopes) == 1
    assert sorted(path.name for path in home.units.iterdir()) == ["briefing.service", "briefing.timer"]
    assert (home.home / "systemctl").read_text().splitlines() == [
        "daemon-reload",
        "enable --now briefing.timer",
    ]


def test_with_a_hosted_model_a_plan_is_made_and_nobody_is_asked(machine: tuple[Machine, Mailroom]) -> None:
    home, _ = machine
    printed = followed(home, "Hosted", until="5. Try it")
    assert "api.openai.com" in printed["Hosted"]
    schedule = home.do("sh", "briefing schedule -c briefing.toml\n", "")
    assert schedule.returncode == 0
    assert PASSWORD not in schedule.stdout + schedule.stderr


def test_what_is_named_in_passing_is_there() -> None:
    """Options, commands, keys and links in the running text."""
    text = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    options = {name for command in briefing.commands.values() for one in command.params for name in one.opts}
    assert set(re.findall(r"`(--[a-z-]+)", text)) - {"--help"} <= options
    assert set(re.findall(r"`briefing ([a-z]+)", text)) <= set(briefing.commands)
    assert set(re.findall(r"`([a-z]+_[a-z_]+)(?: = [^`]*)?`", text)) <= set(SETTINGS) | set(MAIL)
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", PAGE)
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
