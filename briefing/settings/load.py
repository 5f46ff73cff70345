"""Precedence: flag, environment, the file named, the file found here, the user's file, default."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.settings import files
from briefing.settings.checks import Base
from briefing.settings.keys import SETTINGS
from briefing.settings.model import EXTRACTIVE, gguf_file
from briefing.settings.secret import Secret
from briefing.settings.table import value_of
from briefing.settings.values import Settings

Layer = Mapping[str, Any]


def load(
    flags: Mapping[str, object], environment: Mapping[str, str], cwd: Path, config: Path | None = None
) -> Settings:
    """The settings of a run.

    `flags` goes by the keys of the configuration ("max_calls"); None is a flag not given, and what is no
    key is left alone. An empty variable is unset. Raises UsageError naming the place and the key.
    """
    present = {name: value for name, value in environment.items() if value.strip()}
    asked = (_flags(flags, Base(cwd)), *_environment(present, Base(cwd)))
    layers = (*asked, *files.layers(present, cwd, config))
    values = _strongest(layers)
    base_url, key = _endpoint(layers)
    named = "model" in values
    if "since" in values:
        values["send_since"] = values["since"]
    values["since"] = _strongest(asked).get("since")
    values["raised"] = values.pop("raise", ())
    values["base_url"] = base_url
    used = key if _is_served(values.get("model")) else None
    values["api_key"], values["api_key_place"] = used.fetch(present) if used else None, used
    values["idle_key"] = not named and bool(base_url or key)
    return Settings(**values)


def _strongest(layers: Sequence[Layer]) -> dict[str, Any]:
    """Every key with the value of the first layer that has it."""
    return {key: value for layer in reversed(layers) for key, value in layer.items()}


def _endpoint(layers: Sequence[Layer]) -> tuple[str | None, Secret | None]:
    """The address of the model, and the key set beside it: no key goes to an address set elsewhere.

    Without any address it is OpenAI's, and the strongest key set without one is for it.
    """
    for layer in layers:
        if "base_url" in layer:
            return layer["base_url"], layer.get("api_key")
    return None, next((layer["api_key"] for layer in layers if "api_key" in layer), None)


def _is_served(model: str | None) -> bool:
    """Whether the model is one behind an address, where a key may be needed."""
    return model not in (None, EXTRACTIVE) and not gguf_file(model)


def _flags(flags: Mapping[str, object], base: Base) -> Layer:
    return {
        name: value_of(key, flags[name], "--" + name.replace("_", "-"), base)
        for name, key in SETTINGS.items()
        if flags.get(name) is not None
    }


def _environment(present: Mapping[str, str], base: Base) -> tuple[Layer, Layer]:
    """BRIEFING_… before OPENAI_…; each prefix is a place of its own, with its own address and key."""
    ours = {
        name: value_of(key, key.parse(present[variable]), variable, base)
        for name, key in SETTINGS.items()
        if (variable := f"BRIEFING_{name.upper()}") in present and not name.startswith("api_key")
    }
    theirs: dict[str, Any] = {}
    if "OPENAI_BASE_URL" in present:
        theirs["base_url"] = value_of(
            SETTINGS["base_url"], present["OPENAI_BASE_URL"], "OPENAI_BASE_URL", base
        )
    for layer, variable in ((ours, "BRIEFING_API_KEY"), (theirs, "OPENAI_API_KEY")):
        if (secret := Secret(env=variable)).is_set(present):
            layer["api_key"] = secret
    return ours, theirs
