"""The model that is named: whether it is there, how long its window is, whether it keeps to a schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.configured import IDLE_KEY
from briefing.cli.diagnosis import Diagnosis, Level
from briefing.cli.seat import open_seat, text_host
from briefing.errors import ModelError, UsageError
from briefing.llm.endpoint import is_loopback
from briefing.llm.errors import TimedOut
from briefing.render.wording import count, listed
from briefing.settings import Settings
from briefing.settings.model import EXTRACTIVE, gguf_file, patience

if TYPE_CHECKING:
    from briefing.llm.openai import OpenAIModel
    from briefing.llm.probe import Formal, SchemaSupport

LISTING_SECONDS = 10.0
"""How long a model's server may take to list its models."""
PROBE_SECONDS = 60.0
"""How long it may take to answer a word: servers load a model when it is first asked."""
_SHOWN = 5
_SCHEMA: Mapping[SchemaSupport, tuple[Level, str, str, str]] = {
    "kept": ("ok", "schema", "its replies keep to the schema that they are given", ""),
    "refused": ("ok", "schema", "it accepts no schema: its replies are asked for in words, and checked", ""),
    "ignored": (
        "warn",
        "schema",
        "it accepts a schema but does not keep to it: more is asked twice, or told by the embedded engine",
        "serve it with a program that has structured output, such as llama.cpp, vLLM or Ollama",
    ),
    "unknown": ("ok", "schema", "unknown: its reply to a one-word question was too long", ""),
}


def model(settings: Settings, probe: bool) -> Iterator[Diagnosis]:
    """The model that is named; asked a word only where nobody is paid for it, or with `probe`."""
    if settings.model == EXTRACTIVE:
        yield Diagnosis("ok", "model", "none (extractive): no text leaves this machine")
        if settings.idle_key:
            yield Diagnosis("warn", "model", IDLE_KEY, "name it where it is to be used: model = … or make -m")
        return
    try:
        host = text_host(settings)
        file = gguf_file(settings.model)
        stands = _local(settings, file) if file else _served(settings)
    except (UsageError, ModelError) as error:
        yield Diagnosis(
            "fault", "model", f"{settings.model}: {error}", "mend it, or leave it out: none is needed"
        )
        return
    yield stands
    if probe or (stands.level == "ok" and is_loopback(host) and not file):
        yield _schema(settings)
    private = sum(source.private for source in settings.sources)
    if private and not is_loopback(host):
        detail = f"{count(private, 'source')} not sent to {host}: their stories are told without a model"
        yield Diagnosis("ok", "private", detail)


def _local(settings: Settings, file: Path) -> Diagnosis:
    from briefing.llm.gguf import window

    size = window(file)
    if find_spec("xllamacpp") is None:
        return Diagnosis(
            "fault", "model", f"{settings.model} needs an extra", "pip install 'briefing[local]'"
        )
    return Diagnosis("ok", "model", f"{settings.model}: runs in this process, window {size:,} tokens")


def _served(settings: Settings) -> Diagnosis:
    name, host = settings.model, text_host(settings)
    open_seat(settings, None, lambda _: None, lambda _: None)  # raises where a run would
    served = _client(settings, LISTING_SECONDS).served()
    if name in served:
        window = served[name]
        told = f"window {window:,} tokens" if window else "its window is not stated"
        return Diagnosis("ok", "model", f"{name}: served, {told}; text goes to {host}")
    detail = f"{name}: text goes to {host}, which answers and lists "
    if not served:
        return Diagnosis("warn", "model", f"{detail}no models", "see that its address ends in /v1")
    names = list(served)
    more = [f"{len(names) - _SHOWN:,} more"] if len(names) > _SHOWN else []
    return Diagnosis("warn", "model", detail + listed([*names[:_SHOWN], *more]), "name one of those")


def _schema(settings: Settings) -> Diagnosis:
    """What becomes of a schema, learnt by one question of a few words; no source text is in it."""
    from briefing.llm.probe import schema_support

    if file := gguf_file(settings.model):
        from briefing.llm.local import LocalModel

        asked: Formal = LocalModel(file, PROBE_SECONDS)
    else:
        asked = _client(settings, PROBE_SECONDS)
    try:
        return Diagnosis(*_SCHEMA[schema_support(asked)])
    except TimedOut as error:
        remedy = "give it time to load its model, and run this again"
        return Diagnosis("warn", "schema", f"{settings.model}: {error}", remedy)
    except (UsageError, ModelError) as error:
        detail = f"{settings.model} does not answer a one-word question: {error}"
        return Diagnosis("fault", "schema", detail, "mend it, or leave the model out")


def _client(settings: Settings, seconds: float) -> OpenAIModel:
    from briefing.llm.openai import OpenAIModel

    most = min(settings.timeout or patience(settings.model), seconds)
    return OpenAIModel(settings.model, settings.base_url, settings.api_key, most)
