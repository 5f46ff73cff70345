"""What a server understands of a request, learnt from what it refuses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Literal

from briefing.llm.digest import canonical
from briefing.printable import encodable
from briefing.types import Request

Format = Literal["json_schema", "json_object", "prompt"]
_LOWER: dict[Format, Format] = {"json_schema": "json_object", "json_object": "prompt"}
_LOWEST: Format = "prompt"

_ABOUT_FORMAT = re.compile(r"response_format|json_schema|json_object|schema|structured output|grammar", re.I)
_ABOUT_TEMPERATURE = re.compile(r"temperature", re.I)
_ABOUT_LIMIT = re.compile(r"max_tokens|max_completion_tokens", re.I)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a request is put: the strongest form of reply, the name of the limit, a temperature or none.

    Reasoning models refuse `max_tokens` and any temperature; some servers refuse a schema.
    """

    format: Format = "json_schema"
    limit: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    temperature: bool = True

    def body(self, model: str, request: Request) -> dict[str, Any]:
        """The body of a chat completion."""
        body: dict[str, Any] = {
            "model": model,
            "messages": [{"role": m.role, "content": encodable(m.content)} for m in request.messages],
            self.limit: request.max_tokens,
        }
        if self.temperature:
            body["temperature"] = request.temperature
        if self.format == "json_schema":
            schema = {"name": request.stage, "strict": True, "schema": dict(request.schema)}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        else:
            body["messages"][-1]["content"] += (
                "\n\nReply with one JSON value that fits this JSON Schema, and nothing else:\n"
                + canonical(dict(request.schema))
            )
        if self.format == "json_object":
            body["response_format"] = {"type": "json_object"}
        return body

    def without(self, complaint: str) -> Dialect | None:
        """The next lower dialect after a server's complaint; None where nothing left out would help.

        A complaint without words may be about the form of the reply.
        """
        if self.limit == "max_tokens" and _ABOUT_LIMIT.search(complaint):
            return replace(self, limit="max_completion_tokens")
        if self.temperature and _ABOUT_TEMPERATURE.search(complaint):
            return replace(self, temperature=False)
        if self.format != _LOWEST and (not complaint.strip() or _ABOUT_FORMAT.search(complaint)):
            return replace(self, format=_LOWER[self.format])
        return None
