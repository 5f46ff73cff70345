"""The configuration's files, and the templates of prompts that they name."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.cli.configured import configured
from briefing.cli.diagnosis import Diagnosis
from briefing.errors import UsageError
from briefing.render.wording import count, listed
from briefing.settings import Settings
from briefing.settings.files import found
from briefing.templates import Templates, names
from briefing.templates import default_folder as own_prompts


def configuration(config: Path | None) -> tuple[Diagnosis, Settings | None]:
    """The files that are used, and what they say; no settings where one of them is wrong."""
    try:
        settings = configured(config)
    except UsageError as error:
        return Diagnosis(
            "fault", "configuration", str(error), "mend it, and run this again for the rest"
        ), None
    files = [
        f"{origin.name} (found here)" if origin.found else origin.name
        for _, origin in found(os.environ, Path.cwd(), config)
    ]
    return Diagnosis("ok", "configuration", ", before ".join(files) or "no file: the defaults"), settings


def prompts(settings: Settings) -> Diagnosis:
    """The templates that a model would be told by: whether each can be read."""
    folder, own = settings.prompts, names(own_prompts())
    if folder and not folder.is_dir():
        return Diagnosis("fault", "prompts", f"{folder} is not a folder", "make it, or take prompts out")
    templates = Templates(folder)
    try:
        stages = Templates().stages()
        for name in stages:
            templates.fingerprint(name)
    except UsageError as error:
        return Diagnosis(
            "fault", "prompts", str(error), "mend the template, or delete it: the program has its own"
        )
    if not folder:
        return Diagnosis("ok", "prompts", f"the program's own {count(len(stages), 'prompt')}")
    mine = names(folder)
    if strange := [name for name in mine if name not in own]:
        detail = f"{folder}: no stage is called {listed(strange)}; used only where another template names it"
        return Diagnosis("warn", "prompts", detail, f"the names are {listed(own)}")
    detail = f"{listed(mine) or 'none'} from {folder}, the others are the program's own"
    return Diagnosis("ok", "prompts", detail)
