"""A model whose replies were recorded, and the recorder.

A recording is a JSON Lines file. Its first line is `{"command": …}`, the command that records it anew;
each other line is `{"key", "stage", "request", "reply", "prompt_tokens", "completion_tokens"}`.
"""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.llm.digest import asked, digest
from briefing.types import Completion, Model, Request


class StaleRecording(BriefingError):
    """A request that the recording does not answer; no model error, so that no fallback hides it."""


class Scripted:
    """Plays a recording back: a reply is found by the request it answers, never by its position."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._command = "(the recording names no command)"
        self._replies: dict[str, Completion] = {}
        with path.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    self._read(json.loads(line))
                except (ValueError, KeyError, TypeError) as error:
                    raise StaleRecording(f"{path}:{number}: not a line of a recording: {error!r}") from error

    def complete(self, request: Request) -> Completion:
        """The recorded reply to this request; StaleRecording where there is none."""
        try:
            return self._replies[digest(asked(request))]
        except KeyError:
            raise StaleRecording(
                f"{self._path} has no reply to this request of stage {request.stage!r}: the prompt, the "
                "schema or what goes into them has changed since they were recorded. "
                f"Record them anew: {self._command}"
            ) from None

    def _read(self, line: dict[str, Any]) -> None:
        if "command" in line:
            self._command = line["command"]
        else:
            self._replies[line["key"]] = Completion(
                line["reply"], line["prompt_tokens"], line["completion_tokens"]
            )


class Recorder:
    """Passes calls on and writes a recording: one run's exchanges, sorted, whole after each reply."""

    def __init__(self, model: Model, path: Path, command: str) -> None:
        self._model = model
        self._path = path
        self._command = command
        self._lines: dict[tuple[str, str], str] = {}
        self._lock = threading.Lock()

    def complete(self, request: Request) -> Completion:
        """The model's reply, recorded."""
        completion = self._model.complete(request)
        question = asked(request)
        key = digest(question)
        line = {
            "key": key,
            "stage": request.stage,
            "request": question,
            "reply": completion.text,
            "prompt_tokens": completion.prompt_tokens,
            "completion_tokens": completion.completion_tokens,
        }
        with self._lock:
            self._lines[request.stage, key] = json.dumps(line, ensure_ascii=False)
            self._write()
        return completion

    def _write(self) -> None:
        lines = [json.dumps({"command": self._command}), *(self._lines[k] for k in sorted(self._lines))]
        whole = self._path.with_name(self._path.name + ".new")
        whole.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        os.replace(whole, self._path)
