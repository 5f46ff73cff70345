"""The configuration files of a run: the one named, the one found here, the user's."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.settings import table
from briefing.settings.checks import Base
from briefing.settings.table import SettingsFile

NAME = "briefing.toml"


def layers(environment: Mapping[str, str], cwd: Path, config: Path | None) -> Iterator[dict[str, Any]]:
    """The checked values of each file, the strongest first."""
    for path, origin in found(environment, cwd, config):
        yield table.settings(_parsed(path, origin.name), origin)


def found(
    environment: Mapping[str, str], cwd: Path, config: Path | None
) -> Iterator[tuple[Path, SettingsFile]]:
    """Each file and what it is called, the strongest first; a file that is two of them counts once."""
    seen: set[str] = set()
    if config:
        seen.add(os.path.realpath(cwd / config))
        yield cwd / config, SettingsFile(str(config), Base(cwd, config.parent))
    user = user_folder(environment) / NAME
    here = os.path.realpath(cwd / NAME)
    if os.path.lexists(cwd / NAME) and here not in seen and here != os.path.realpath(user):
        yield cwd / NAME, SettingsFile(NAME, Base(cwd), found=True)
    if os.path.isfile(user) and os.path.realpath(user) not in seen:
        yield user, SettingsFile(str(user), Base(cwd, user.parent))


def user_folder(environment: Mapping[str, str]) -> Path:
    """The folder of the user's own configuration."""
    stated = Path(environment.get("XDG_CONFIG_HOME", ""))
    if stated.is_absolute():  # the specification ignores a relative one
        return stated / "briefing"
    from platformdirs import user_config_path  # 20 ms, for those who have not said

    return user_config_path("briefing", appauthor=False)


def _parsed(path: Path, name: str) -> dict[str, Any]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(text.replace("\r\n", "\n"))
    except OSError as error:
        raise UsageError(
            f"{name}: the configuration cannot be read: {error.strerror}; mend it, name another after -c, "
            "or write one with `briefing init`"
        ) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name}: line {line} is not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        end = f"at line {text.count(chr(10)) + 1}, the end"
        fault = str(error).replace("at end of document", end)
        raise UsageError(f"{name} is not TOML: {fault}") from error
    except RecursionError as error:
        raise UsageError(f"{name} is not TOML that can be read: it is nested too deeply") from error
