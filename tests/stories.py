"""An invented event told by two invented outlets, and a model that answers by stage."""

from __future__ import annotations

import json
from collections.abc import Mapping
from threading import Lock

from briefing.pipeline import Seat
from briefing.templates import Templates
from briefing.types import Completion, Document, Request, Source, Usage

COURIER = """Dam at Orrin holds after night of rain

The dam above Orrin held on Monday after a night of rain, the river authority said.

Water rose to 41 metres, engineer Lena Marsh said at a press conference in Orrin.

About 300 people left their homes. The mine company has not responded to questions.
"""

HERALD = """Orrin dam holds

The Orrin dam held on Monday, the river authority said in a statement.

Water rose to 44 metres, engineer Lena Marsh said.

The mine company's spokesman Ivo Kant said: "We opened no gates that night."
"""


def documents() -> tuple[Document, ...]:
    """The two sources, as the door in gives them."""
    return (
        Document(Source("S1", "courier", language="en"), COURIER),
        Document(Source("S2", "herald", language="en"), HERALD),
    )


class ByStage:
    """A model that gives each stage its reply, or raises the error that stands there; thread-safe."""

    def __init__(self, replies: Mapping[str, object]) -> None:
        self.replies = replies
        self.requests: list[Request] = []
        self._lock = Lock()

    def complete(self, request: Request) -> Completion:
        with self._lock:
            self.requests.append(request)
        reply = self.replies[request.stage]
        if isinstance(reply, Exception):
            raise reply
        return Completion(reply if isinstance(reply, str) else json.dumps(reply), 100, 50)

    def stages(self) -> list[str]:
        """The stages asked, in order."""
        return [request.stage for request in self.requests]

    def seat(self, host: str = "127.0.0.1") -> Seat:
        """The model at its seat, on this machine or at another host."""
        return Seat(self, Templates(), lambda: Usage(calls=len(self.requests)), "fake", host)
