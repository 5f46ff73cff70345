"""One link of the chain: render, complete, parse; one re-ask that names the fault."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from sys import maxsize
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ConfigDict

from briefing.errors import MalformedReply, ModelError, WindowExceeded
from briefing.schema import parse, strict_schema
from briefing.types import Message, Model, Request

if TYPE_CHECKING:
    from briefing.templates import Templates


class Reply(BaseModel):
    """The form of a stage's reply, or of a part of it: a field that nobody asked for is a fault."""

    model_config = ConfigDict(extra="forbid")


R = TypeVar("R", bound=Reply)

UNLIMITED = maxsize
"""Of a reply, where no window is known: each stage's own limit is the only one."""
_MOST_FAULTS = 20


def _faultless(_: object) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Chain:
    """A model and the prompts of its stages; no reply of any stage may have more than `cap` tokens."""

    model: Model
    templates: Templates
    cap: int = UNLIMITED

    def ask(
        self,
        stage: str,
        values: Mapping[str, object],
        reply: type[R],
        max_tokens: int,
        faults: Callable[[R], Sequence[str]] = _faultless,
    ) -> R:
        """The model's reply to a stage's prompt, as an instance of `reply`.

        A reply that was cut off, that does not fit the schema, or that has `faults` (one line each) is asked
        for once more with the fault named. Of two replies that fit, the one with fewer faults is returned,
        the second where they have as many: what faults it still has are the caller's business.

        Raises MalformedReply where neither reply fits, other kinds of ModelError as the model raises them,
        and UsageError where the template is missing or broken.
        """
        limit = min(max_tokens, self.cap)
        request = Request(stage, self.templates.render(stage, **values), strict_schema(reply), limit)
        said, answer, wrong = "", None, list[str]()
        try:
            said = self.model.complete(request).text
            answer = parse(said, reply)
            wrong = list(faults(answer))
        except MalformedReply as fault:
            wrong = [str(fault)]
        if answer is not None and not wrong:
            return answer
        try:
            second = parse(self.model.complete(_again(request, said, wrong, answer is not None)).text, reply)
            return second if answer is None or len(faults(second)) <= len(wrong) else answer
        except ModelError as error:
            if answer is not None:
                return answer
            if isinstance(error, MalformedReply | WindowExceeded):
                raise MalformedReply(
                    f"no reply of stage {stage!r} fits its schema, asked twice: {wrong[0]}"
                ) from error
            raise


def unanswered(what: str, given: Iterable[int], asked: int) -> list[str]:
    """The faults of a reply that has no verdict on some of the things asked about, numbered from 1."""
    known = set(given)
    return [f"{what} {n} has no verdict" for n in range(1, asked + 1) if n not in known]


def _again(request: Request, said: str, wrong: Sequence[str], fits: bool) -> Request:
    """The request, what came of it, and what is wrong with that.

    A reply that does not fit is told the schema in words: some servers take one and show it to nobody.
    """
    complaint = ["That reply has these faults:", *(f"- {fault}" for fault in wrong[:_MOST_FAULTS])]
    if not fits:
        complaint += ["It must be one JSON value, without a code fence, of this JSON Schema:"]
        complaint += [json.dumps(request.schema, ensure_ascii=False)]
    complaint += [
        "Reply once more, whole, with these faults mended or what has them left out, and nothing else "
        "changed; all the rules still hold."
    ]
    answer = (Message("assistant", said),) if said else ()
    return replace(request, messages=(*request.messages, *answer, Message("user", "\n".join(complaint))))
