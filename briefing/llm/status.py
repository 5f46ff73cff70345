"""A status other than 200, read: which fault it is, and what to do next. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from briefing.errors import ModelError, ModelRefused, WindowExceeded
from briefing.llm.errors import Barred, Transient
from briefing.printable import label

_WINDOW_CODES = frozenset({"context_length_exceeded", "exceed_context_size_error"})
_WINDOW_WORDS = re.compile(
    r"context (?:length|window|size)|prompt is too long|too many (?:input )?tokens|request too large", re.I
)
_WINDOW_SIZE = re.compile(r"(?:context (?:length|window|size)|\blimit)\D{0,20}(\d[\d,]{1,11})", re.I)
_EMPTY_ACCOUNT = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_PASSING = frozenset({408, 409, 425, 429})
_ABOUT_THIS_REQUEST = frozenset({400, 413, 422})
_LONGEST = 200


def fault(status: int, headers: Mapping[str, str], error: object, where: str) -> ModelError:
    """What a server's refusal means; `error` is the body, or the error in it, as JSON values or text."""
    told = complaint(error)
    said = f"{where} answered {status}" + (f": {told}" if told else "")
    codes = {str(error.get(k)) for k in ("code", "type")} if isinstance(error, Mapping) else set()
    if codes & _EMPTY_ACCOUNT or status == 402:
        return Barred(f"{said}; the account is empty or blocked")
    # Too many tokens for one request comes as 429 too ("Request too large for …"), which no waiting mends.
    if status in {*_ABOUT_THIS_REQUEST, 429} and (
        status == 413 or codes & _WINDOW_CODES or _WINDOW_WORDS.search(told)
    ):
        return WindowExceeded(f"{said}; the model's window is too small for this text", _window(error, told))
    if status in _PASSING or status >= 500:
        return Transient(said, _retry_after(headers))
    if status in _ABOUT_THIS_REQUEST:
        return ModelRefused(said)
    if status in {401, 403}:
        return Barred(f"{said}; check the key (OPENAI_API_KEY)")
    return Barred(f"{said}; check the model's name and the address (OPENAI_BASE_URL, ending in /v1)")


def complaint(error: object) -> str:
    """A server's own words on one line; empty where it has none."""
    while isinstance(error, Mapping):
        error = error.get("message") or error.get("detail") or error.get("error")
    return "" if error is None else line(error)


def line(value: object) -> str:
    """Any value on one printable line, clipped."""
    return label(str(value), _LONGEST)


def _window(error: object, told: str) -> int | None:
    stated: Any = error.get("n_ctx") if isinstance(error, Mapping) else None  # llama.cpp
    if isinstance(stated, int) and stated > 0:
        return stated
    found = _WINDOW_SIZE.search(told)
    return int(found[1].replace(",", "")) if found else None


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to wait; a date is counted from the server's own, as no clock is read."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * unit
        except ValueError:
            continue
        if math.isfinite(seconds) and seconds >= 0:
            return seconds
    try:
        until, now = (parsedate_to_datetime(headers.get(name, "")) for name in ("retry-after", "date"))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):
        return None
