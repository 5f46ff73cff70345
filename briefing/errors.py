"""The family of errors; each message says what happened, where, and what to do next.

BriefingError             exit code 1
├── UsageError            the command line or the configuration is wrong; exit code 2
├── TryLater              another run holds the lock, or the mail server says later; exit code 75
├── NothingToBrief        no source gave anything to brief from
├── NothingNew            the sources give nothing that an earlier brief has not told; exit code 4
├── DeliveryError         the brief was made, but could not be put where it was asked for
│   └── PostError         no letter can be sent this way: the server refuses us, or is not to be trusted
└── ModelError            a model gave no usable reply; a story survives it
    ├── ModelUnavailable  the server could not be reached, or failed for good
    ├── ModelRefused      wrong key, empty account, unknown model, or the model declined
    ├── MalformedReply    the reply is not JSON of the schema, or was cut off
    ├── WindowExceeded    the prompt is longer than the model's window
    ├── OutOfTime         the deadline passed
    └── BudgetSpent       a limit of calls, tokens or money is reached
"""

from __future__ import annotations

from typing import ClassVar, Literal

from briefing.exits import Exit

ModelReason = Literal["model_unavailable", "refused", "malformed_reply", "time_out", "budget"]


class BriefingError(Exception):
    """Anything that a user may meet; the message is one line for them."""

    exit_code: ClassVar[Exit] = Exit.FAILED


class UsageError(BriefingError):
    """The command line or the configuration is wrong."""

    exit_code: ClassVar[Exit] = Exit.USAGE


class TryLater(BriefingError):
    """Not now: another run holds the lock, or the mail server says later."""

    exit_code: ClassVar[Exit] = Exit.LATER


class NothingToBrief(BriefingError):
    """No source gave anything to brief from."""


class NothingNew(BriefingError):
    """The sources were read, and give nothing that an earlier brief has not told."""

    exit_code: ClassVar[Exit] = Exit.NOTHING_NEW


class DeliveryError(BriefingError):
    """The brief was made, but could not be put where it was asked for."""


class PostError(DeliveryError):
    """No letter can be sent this way: a wrong password, no TLS, no such program. None was sent by it."""


class ModelError(BriefingError):
    """A model gave no usable reply; `why` is the reason printed under "Not covered"."""

    why: ClassVar[ModelReason] = "model_unavailable"


class ModelUnavailable(ModelError):
    """The server could not be reached, or failed for good."""


class ModelRefused(ModelError):
    """A wrong key, an empty account, an unknown model, or the model declined to answer."""

    why: ClassVar[ModelReason] = "refused"


class MalformedReply(ModelError):
    """The reply is not JSON of the schema, or was cut off."""

    why: ClassVar[ModelReason] = "malformed_reply"


class WindowExceeded(ModelError):
    """The prompt is longer than the model's window; `window` in tokens, where the server said it."""

    why: ClassVar[ModelReason] = "refused"

    def __init__(self, message: str, window: int | None = None) -> None:
        super().__init__(message)
        self.window = window


class OutOfTime(ModelError):
    """The deadline passed before a reply came."""

    why: ClassVar[ModelReason] = "time_out"


class BudgetSpent(ModelError):
    """A limit of calls, tokens or money is reached."""

    why: ClassVar[ModelReason] = "budget"
