"""What a run of `briefing send` needs that nobody watches: found out here, where somebody does."""

from __future__ import annotations

import getpass
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from briefing.render.escape import clean
from briefing.schedule import Job, Need
from briefing.settings import MailSetting, Settings, mailbox
from briefing.settings.files import NAME, found, user_folder
from briefing.settings.keys import SETTINGS
from briefing.settings.model import GGUF, gguf_file
from briefing.state import state_folder

CARRIED = frozenset(
    {f"BRIEFING_{name.upper()}" for name in SETTINGS if not name.startswith("api_key")}
    | {"OPENAI_BASE_URL", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "SSL_CERT_FILE", "SSL_CERT_DIR"}
)
"""Variables that change what a run does and are no secrets: addresses with a password in them are refused."""
PROXIES = frozenset({"HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"})
_PATHS = frozenset({"BRIEFING_STATE", "BRIEFING_PROMPTS"})
TEMPORARY = ("/tmp", "/var/tmp")  # noqa: S108 - looked for, not written
_CLOCK = Path("/etc/localtime")
_DAYS = 2 * 366


def job(settings: Settings, mail: MailSetting, config: Path | None) -> Job:
    """`briefing send` with this configuration, as it would run here and now."""
    files = list(found(os.environ, Path.cwd(), config))
    here, mark = any(origin.found for _, origin in files), run_by(config)
    # A briefing.toml that is found here counts only here; any other folder might have one of its own.
    named = [] if mark.is_dir() else ["-c", str(mark)]
    state = state_folder(settings.state).absolute()
    return Job(
        name=unit_name(files[0][0]),
        title=clean(settings.title),
        command=(*program(), "send", "-q", *named),
        folder=Path.cwd() if here else Path("/"),
        user=getpass.getuser(),
        state=state,
        credentials=user_folder(os.environ) / "credentials",
        owner=mailbox(mail.on_failure).address if mail.on_failure else None,
        environment=dict(_environment(os.environ, settings, mail)),
        secrets=_secrets(settings, mail),
        needs=frozenset(_needs(settings, mail, state, [path for path, _ in files])),
    )


def run_by(config: Path | None) -> Path:
    """The path that a schedule of this configuration has in it: its file, or the folder where it is found."""
    path, origin = next(found(os.environ, Path.cwd(), config))
    return Path.cwd() if origin.found else Path(os.path.abspath(path))


def program() -> tuple[str, ...]:
    """The program's absolute path: as it was started, else beside its interpreter, else by that."""
    started = shutil.which(sys.argv[0]) if Path(sys.argv[0]).name == "briefing" else None
    beside = shutil.which("briefing", path=os.path.dirname(sys.executable))
    if path := started or beside:
        return (os.path.abspath(path),)
    return (os.path.abspath(sys.executable), "-m", "briefing")


def is_elsewhere(zone: ZoneInfo | None, machine: Path = _CLOCK) -> bool:
    """Whether a zone's clocks ever differ from the machine's in the next two years."""
    if zone is None:
        return False
    own: tzinfo = UTC
    if machine.is_file():
        with machine.open("rb") as file:
            own = ZoneInfo.from_file(file)
    now = datetime.now(UTC)
    days = (now + timedelta(days=day) for day in range(_DAYS))
    return any(day.astimezone(zone).utcoffset() != day.astimezone(own).utcoffset() for day in days)


def unit_name(config: Path) -> str:
    """What its units are called: two configurations have two names."""
    stem = re.sub(r"[^a-z0-9]+", "-", config.stem.lower()).strip("-")
    return "briefing" if config.name == NAME or not stem else f"briefing-{stem}"


def _environment(
    environment: Mapping[str, str], settings: Settings, mail: MailSetting
) -> Iterator[tuple[str, str]]:
    for name in sorted(CARRIED | PROXIES):
        value = environment.get(name, "").strip()
        if value and not (name in PROXIES and "@" in value):  # before an @ stands a password
            yield name, _absolute(name, value)
    if any(place and place.command for place in (settings.api_key_place, mail.password)):
        yield "PATH", environment.get("PATH", os.defpath)


def _absolute(name: str, value: str) -> str:
    if name == "BRIEFING_MODEL" and value.startswith(GGUF):
        return GGUF + os.path.abspath(os.path.expanduser(value.removeprefix(GGUF).strip()))
    return os.path.abspath(os.path.expanduser(value)) if name in _PATHS else value


def _secrets(settings: Settings, mail: MailSetting) -> tuple[str, ...]:
    """The variables that hold a secret, each once."""
    places = (settings.api_key_place, mail.password)
    return tuple(dict.fromkeys(place.env for place in places if place and place.env))


def _needs(settings: Settings, mail: MailSetting, state: Path, files: list[Path]) -> Iterator[Need]:
    if mail.smtp == "sendmail:":
        yield "sendmail"
    if any(place and place.command for place in (settings.api_key_place, mail.password)):
        yield "command"
    if gguf_file(settings.model):
        yield "device"
    named = [*files, *(Path(one.path) for one in settings.sources if one.path)]
    paths = [state, *(Path(os.path.abspath(path)) for path in named)]
    if any(path.is_relative_to(folder) for path in paths for folder in TEMPORARY):
        yield "temporary"
