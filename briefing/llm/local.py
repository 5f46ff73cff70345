"""A GGUF model, run by llama.cpp in this process behind a loopback port of its own."""

from __future__ import annotations

import os
import secrets
import threading
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from briefing.errors import UsageError
from briefing.llm.bounded import bounded
from briefing.llm.dialect import Format
from briefing.llm.gguf import window
from briefing.llm.openai import OpenAIModel
from briefing.types import Completion, Request

_PENALTY = 1.1
"""On tokens that are among the last 64. Swept on a model of 135M and one invented story: at 1.0 it says a
fragment of a sentence, at 1.1 it copies whole ones; on the last 256, or with DRY, it invents instead."""
_SILENT = -1
"""Verbosity at which llama.cpp prints nothing to either stream."""


class LocalModel:
    """The model in a GGUF file; calls wait for each other, so that `timeout` is for each alone.

    `identity` tells this file from others, without its path. Raises UsageError where the file is no model
    or the extra is not installed.
    """

    def __init__(self, path: Path, timeout: float) -> None:
        size = window(path)
        self.identity = _identity(path)
        self._turn = threading.Lock()
        key = secrets.token_hex()
        self._server, address = _serve(path, size, key)
        self._model = OpenAIModel(path.name, f"{address}/v1", key, timeout)

    @property
    def form(self) -> Format:
        """How it is asked for JSON."""
        return self._model.form

    def complete(self, request: Request) -> Completion:
        """The model's reply."""
        with self._turn:
            return self._model.complete(replace(request, schema=bounded(request.schema, request.max_tokens)))


def _serve(path: Path, size: int, key: str) -> tuple[object, str]:
    """A server that lives as long as it is held, and its address; only who has the key may ask it."""
    try:
        import xllamacpp
    except ImportError as error:
        raise UsageError(f"gguf:{path} needs an extra: pip install 'briefing[local]'") from error
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(path)
    parameters.n_ctx = size
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = _threads()
    parameters.cpuparams_batch.n_threads = os.cpu_count() or 1
    # Measured after 1,900 tokens of prompt on one core: 23 to 34 tokens/s without it, 13 to 24 with it.
    parameters.flash_attn_type = xllamacpp.llama_flash_attn_type.LLAMA_FLASH_ATTN_TYPE_DISABLED
    parameters.sampling.penalty_repeat = _PENALTY
    parameters.port = 0
    parameters.api_keys = [key]
    parameters.ui = False
    parameters.verbosity = _SILENT
    try:
        server = xllamacpp.Server(parameters)
    except RuntimeError as error:
        raise UsageError(f"llama.cpp cannot run {path}: {error}; is it a whole model of text?") from error
    return server, server.listening_address


def _threads() -> int:
    """Threads that write: one core is left to others, as a thread that waits for its core stops them all.

    Measured on two cores with a load of six: 9 to 32 tokens/s by one thread, 1.5 to 4 by two.
    """
    return max(1, (os.cpu_count() or 1) - 1)


def _identity(path: Path) -> str:
    """The file's size and the digest of its first and last MiB: gigabytes are not read for a key."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(1 << 20)
        file.seek(max(0, size - (1 << 20)))
        return f"gguf:{size}:{sha256(head + file.read()).hexdigest()}"
