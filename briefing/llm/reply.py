"""The body of a 200, read: a completion, or why it is none. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from briefing import tokens
from briefing.llm.errors import CutOff, Declined, Lost
from briefing.llm.size import prompt_tokens
from briefing.llm.status import complaint, line
from briefing.printable import encodable
from briefing.types import Completion, Request

_WINDOWS = ("n_ctx", "max_model_len", "context_length", "context_window", "max_context_length")
"""Where a list of models has the window: llama.cpp (in `meta`), vLLM, OpenRouter and Together, Groq, Mistral.

llama.cpp's `n_ctx_train` is left alone: it is what the model could, not what the server was started with.
"""


def completion(body: bytes, request: Request, where: str) -> Completion:
    """The completion in a chat completion's body; where it tells no usage, tokens are counted here.

    Raises Lost where the body is none, Declined where the model refused, CutOff where it ran into
    `max_tokens`.
    """
    answer = _json(body)
    choice = _first(answer)
    if choice is None or not isinstance(choice.get("message"), dict):
        told = complaint(answer.get("error")) if isinstance(answer, dict) else ""
        raise Lost(
            f"{where} sent no chat completion" + (f": {told}" if told else "; does its address end in /v1?")
        )
    content, refusal, finish = (
        choice["message"].get("content"),
        choice["message"].get("refusal"),
        choice.get("finish_reason"),
    )
    text = encodable(content) if isinstance(content, str) else ""
    usage = answer.get("usage") if isinstance(answer, dict) else None
    prompt, written = _reported(usage, "prompt_tokens"), _reported(usage, "completion_tokens")
    whole = Completion(
        text,
        prompt_tokens(request.messages) if prompt is None else prompt,
        tokens.count(text) if written is None else written,
    )
    if finish == "length":
        raise CutOff(f"the reply was cut off at {request.max_tokens} tokens", whole)
    if refusal or finish == "content_filter" or not isinstance(content, str):
        raise Declined(f"the model at {where} declined to answer: {line(refusal or finish)}", whole)
    return whole


def listed(body: bytes, where: str) -> Mapping[str, int | None]:
    """The names in a list of models, each with its window in tokens where the list has it.

    Raises Lost where the body is no list of models.
    """
    answer = _json(body)
    rows = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(rows, list):
        raise Lost(f"{where} sent no list of models; does its address end in /v1?")
    return {line(row["id"]): _window(row) for row in rows if isinstance(row, dict) and "id" in row}


def _window(row: Mapping[str, Any]) -> int | None:
    meta = row.get("meta")
    told = {**row, "n_ctx": meta.get("n_ctx") if isinstance(meta, dict) else None}
    return next((size for key in _WINDOWS if (size := _reported(told, key))), None)


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _first(answer: Any) -> dict[str, Any] | None:
    choices = answer.get("choices") if isinstance(answer, dict) else None
    return choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else None


def _reported(usage: Any, name: str) -> int | None:
    count = usage.get(name) if isinstance(usage, dict) else None
    return count if isinstance(count, int) and count >= 0 else None
