"""A GGUF model, run by llama.cpp in this process behind a loopback port of its own."""

from __future__ import annotations

import secrets
import threading
from hashlib import sha256
from pathlib import Path

from briefing.errors import UsageError
from briefing.llm.gguf import window
from briefing.llm.openai import OpenAIModel
from briefing.types import Completion, Request

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

    def complete(self, request: Request) -> Completion:
        """The model's reply."""
        with self._turn:
            return self._model.complete(request)


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
    parameters.port = 0
    parameters.api_keys = [key]
    parameters.ui = False
    parameters.verbosity = _SILENT
    try:
        server = xllamacpp.Server(parameters)
    except RuntimeError as error:
        raise UsageError(f"llama.cpp cannot run {path}: {error}; is it a whole model of text?") from error
    return server, server.listening_address


def _identity(path: Path) -> str:
    """The file's size and the digest of its first and last MiB: gigabytes are not read for a key."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(1 << 20)
        file.seek(max(0, size - (1 << 20)))
        return f"gguf:{size}:{sha256(head + file.read()).hexdigest()}"
