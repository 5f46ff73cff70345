"""What one attempt may end in, beside a reply: told apart by what to do next.

ModelUnavailable
└── Transient         worth another attempt, after `wait` seconds where the server said so
    ├── Unreachable   nobody listens at the address
    ├── SteppedDown   the server refused a parameter, which is left out from now on
    └── Lost          the reply did not come whole; the server may have charged for it
        └── TimedOut  it did not come in time
            └── Silent  not even its beginning did
ModelRefused
├── Barred            wrong key, empty account, unknown model: no later call fares better
└── Declined          the model would not answer this request; `completion` is what it cost
MalformedReply
└── CutOff            the reply ran into `max_tokens`; `completion` is what it cost
"""

from __future__ import annotations

from briefing.errors import MalformedReply, ModelRefused, ModelUnavailable
from briefing.types import Completion


class Transient(ModelUnavailable):
    """An attempt failed in a way that may pass; `wait` is what the server asks for, in seconds."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class Unreachable(Transient):
    """Nobody listens at the address."""


class SteppedDown(Transient):
    """The server refused a parameter; it is left out from now on, so ask again at once."""

    def __init__(self, message: str) -> None:
        super().__init__(message, wait=0.0)


class Lost(Transient):
    """The connection was cut or what came is no completion; tokens may have been charged."""


class TimedOut(Lost):
    """The reply did not come in time."""


class Silent(TimedOut):
    """Nothing came in time: the server may hang."""


class Barred(ModelRefused):
    """No later call will fare better: wrong key, empty account, unknown model or address."""


class Declined(ModelRefused):
    """The model would not answer this request."""

    def __init__(self, message: str, completion: Completion) -> None:
        super().__init__(message)
        self.completion = completion


class CutOff(MalformedReply):
    """The reply ran into `max_tokens`."""

    def __init__(self, message: str, completion: Completion) -> None:
        super().__init__(message)
        self.completion = completion
