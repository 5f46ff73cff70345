"""What `doctor` looks at, one thing a function; nothing is paid for, and no text is sent."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from briefing.cli.console import Console
from briefing.cli.diagnosis import Diagnosis, Level, of_trial
from briefing.cli.door import Door
from briefing.cli.seat import open_seat, text_host
from briefing.errors import ModelError, PostError, UsageError
from briefing.llm.endpoint import GGUF, is_loopback
from briefing.render.wording import count, listed
from briefing.settings import MailSetting, Settings, load
from briefing.settings.files import found
from briefing.sources.trial import attempt
from briefing.state import State, StateError, default_folder, is_kept
from briefing.state.health import exposed, size
from briefing.templates import Templates, names
from briefing.templates import default_folder as own_prompts

LISTING_SECONDS = 10.0
"""How long a model's server may take to list its models."""
_SHOWN = 5


def configuration(config: Path | None) -> tuple[Diagnosis, Settings | None]:
    """The files that are used, and what they say; no settings where one of them is wrong."""
    try:
        settings = load({}, os.environ, Path.cwd(), config)
    except UsageError as error:
        return Diagnosis(
            "fault", "configuration", str(error), "mend it, and run this again for the rest"
        ), None
    files = [
        f"{origin.name} (found here)" if origin.found else origin.name
        for _, origin in found(os.environ, Path.cwd(), config)
    ]
    return Diagnosis("ok", "configuration", ", before ".join(files) or "no file: the defaults"), settings


def sources(settings: Settings, console: Console) -> Iterator[Diagnosis]:
    """Each configured source, tried; nothing that is fetched is kept."""
    if not settings.sources:
        yield Diagnosis("warn", "sources", "none is configured", "write some down: briefing init SOURCE...")
        return
    with Door(replace(settings, cache=False), console) as door:
        trials = attempt(settings.sources, door.fetch, door.each, max_bytes=settings.max_bytes)
        for number, trial in enumerate(trials, start=1):
            yield of_trial(trial, number, settings.language)


def model(settings: Settings) -> Iterator[Diagnosis]:
    """The model that is named: whether it is there, and where text goes."""
    if settings.model == "extractive":
        yield Diagnosis("ok", "model", "none (extractive): no text leaves this machine")
        if settings.idle_key:
            detail = "a key or an address of a model is set, but no model is named: none is used"
            yield Diagnosis("warn", "model", detail, "name it where it is to be used: model = … or make -m")
        return
    try:
        yield _local(settings) if settings.model.startswith(GGUF) else _served(settings)
        host = text_host(settings)
    except (UsageError, ModelError) as error:
        yield Diagnosis(
            "fault", "model", f"{settings.model}: {error}", "mend it, or leave it out: none is needed"
        )
        return
    private = sum(source.private for source in settings.sources)
    if private and not is_loopback(host):
        detail = f"{count(private, 'source')} not sent to {host}: their stories are told without a model"
        yield Diagnosis("ok", "private", detail)


def _local(settings: Settings) -> Diagnosis:
    from briefing.llm.gguf import window

    size = window(Path(settings.model.removeprefix(GGUF)).expanduser())
    if find_spec("xllamacpp") is None:
        return Diagnosis(
            "fault", "model", f"{settings.model} needs an extra", "pip install 'briefing[local]'"
        )
    return Diagnosis("ok", "model", f"{settings.model}: runs in this process, window {size:,} tokens")


def _served(settings: Settings) -> Diagnosis:
    from briefing.llm.openai import OpenAIModel

    name, host = settings.model, text_host(settings)
    open_seat(settings, None, lambda _: None, lambda _: None)  # raises where a run would
    seconds = min(settings.timeout, LISTING_SECONDS)
    served = OpenAIModel(name, settings.base_url, settings.api_key, seconds).served()
    if name in served:
        return Diagnosis("ok", "model", f"{name}: served; text goes to {host}")
    detail = f"{name}: text goes to {host}, which answers and lists "
    if not served:
        return Diagnosis("warn", "model", f"{detail}no models", "see that its address ends in /v1")
    more = [f"{len(served) - _SHOWN:,} more"] if len(served) > _SHOWN else []
    return Diagnosis("warn", "model", detail + listed([*served[:_SHOWN], *more]), "name one of those")


def prompts(settings: Settings) -> Diagnosis:
    """The templates that a model would be told by: whether each can be read."""
    folder, own = settings.prompts, names(own_prompts())
    if folder and not folder.is_dir():
        return Diagnosis("fault", "prompts", f"{folder} is no folder", "make it, or take prompts out")
    templates = Templates(folder)
    try:
        for name in own:
            templates.fingerprint(name)
    except UsageError as error:
        return Diagnosis(
            "fault", "prompts", str(error), "mend the template, or delete it: the program has its own"
        )
    if not folder:
        return Diagnosis("ok", "prompts", f"the program's own {count(len(own), 'template')}")
    mine = names(folder)
    if strange := [name for name in mine if name not in own]:
        detail = f"{folder}: no stage is called {listed(strange)}; used only where another template names it"
        return Diagnosis("warn", "prompts", detail, f"the names are {listed(own)}")
    return Diagnosis("ok", "prompts", f"{len(mine)} of {count(len(own), 'template')} from {folder}")


def state(settings: Settings) -> Iterator[Diagnosis]:
    """The database: whether it is whole and nobody else's; and the newest brief in it."""
    folder = settings.state or default_folder()
    if not is_kept(folder):
        yield _future(folder)
        return
    try:
        before = exposed(folder)
        with State(folder) as opened:
            faults, newest, left = opened.faults(), opened.archive.filed(1), exposed(folder)
            megabytes = f"{size(folder) / 1e6:,.1f} MB in {folder}"
    except StateError as error:
        yield Diagnosis("fault", "state", str(error))
        return
    if faults:
        yield Diagnosis("fault", "state", f"{megabytes}, damaged: {faults[0]}", "move it away")
    elif left:
        level: Level = (
            "warn" if left == (folder,) else "fault"
        )  # in a folder of more things the files are shut
        modes = "; ".join(f"chmod {700 if path.is_dir() else 600} {path}" for path in left)
        yield Diagnosis(
            level, "state", f"{megabytes}: others may use {listed([p.name for p in left])}", modes
        )
    elif before:
        yield Diagnosis(
            "warn", "state", f"{megabytes}: others could use it until now", "nothing: it is closed"
        )
    else:
        yield Diagnosis("ok", "state", f"{megabytes}, whole, only its owner's")
    if newest:
        last = newest[0]
        told = f"{count(last.stories, 'story', 'stories')} of {count(last.sources, 'source')}"
        yield Diagnosis("ok", "last run", f"{last.run}, {last.as_of:%Y-%m-%d %H:%M}: {told}")
    else:
        yield Diagnosis("ok", "last run", "none yet")


def _future(folder: Path) -> Diagnosis:
    """Whether a state could be made there."""
    nearest = next(path for path in (folder, *folder.absolute().parents) if os.path.exists(path))
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return Diagnosis("ok", "state", f"none yet; the first brief makes it in {folder}")
    return Diagnosis(
        "fault",
        "state",
        f"none can be made in {folder}",
        "set BRIEFING_STATE to a folder that can be written",
    )


def mail(setting: MailSetting) -> Diagnosis:
    """The way of the mail, gone as far as where a message would begin: connected, in TLS, logged in."""
    from briefing.delivery.post import open_post

    try:
        password = setting.password.fetch(os.environ) if setting.password else None
    except UsageError as error:
        return Diagnosis("fault", "mail", str(error), "mend where the password is kept")
    if password is None and setting.password:
        return Diagnosis("fault", "mail", f"${setting.password.env} is not set", "set it to the password")
    try:
        with open_post(setting, password) as post:
            stands = post.trial()
    except (PostError, UsageError) as error:
        return Diagnosis("fault", "mail", str(error))
    return Diagnosis("ok", "mail", f"to {listed(setting.to)} by {stands}")
