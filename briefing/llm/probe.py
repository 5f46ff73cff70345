"""One small question, to learn whether a server keeps a reply to the schema that it is given."""

from __future__ import annotations

import json
from typing import Literal, Protocol

from briefing.llm.dialect import Format
from briefing.llm.errors import CutOff, SteppedDown
from briefing.types import Completion, Message, Request

SchemaSupport = Literal["kept", "ignored", "refused", "unknown"]
"""A schema was kept; taken and not kept; refused, and so put in words. Unknown: the reply was cut off."""

# The words ask for something else than the schema: a model that is only told would not guess it.
QUESTION = Request(
    "probe",
    (Message("user", "Reply with the one word: hello"),),
    {
        "type": "object",
        "properties": {"tide": {"type": "integer"}},
        "required": ["tide"],
        "additionalProperties": False,
    },
    max_tokens=200,
)
_REFUSALS = 4
"""A schema, JSON, a temperature, the name of the limit: all that a server may refuse, one a call."""


class Formal(Protocol):
    """A model that says in which form it asks for JSON."""

    @property
    def form(self) -> Format:
        """The form, after what was refused."""
        ...  # pragma: no cover - a protocol

    def complete(self, request: Request) -> Completion:
        """The reply; raises as a model does."""
        ...  # pragma: no cover - a protocol


def schema_support(model: Formal) -> SchemaSupport:
    """How a model's server takes a schema; raises ModelError where the model cannot be used at all."""
    for left in reversed(range(_REFUSALS + 1)):
        try:
            text = model.complete(QUESTION).text
        except SteppedDown:
            if not left:
                raise
            continue
        except CutOff:
            return "unknown"
        if model.form != "json_schema":
            return "refused"
        return "kept" if _fits(text) else "ignored"
    raise AssertionError("the last refusal is raised")


def _fits(text: str) -> bool:
    try:
        reply = json.loads(text)
    except ValueError:
        return False
    return isinstance(reply, dict) and list(reply) == ["tide"] and type(reply["tide"]) is int
