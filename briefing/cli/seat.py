"""The seat of the model that the settings name: its door, its prompts, its limits and prices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.llm.budget import Limits
from briefing.llm.cache import Store
from briefing.llm.endpoint import host
from briefing.llm.prices import FREE, price
from briefing.llm.stack import open_model
from briefing.pipeline import Seat
from briefing.settings import Settings
from briefing.settings.model import GGUF, gguf_file
from briefing.templates import Templates
from briefing.types import Completion, Model, Request, Usage


def open_seat(
    settings: Settings, store: Store | None, note: Callable[[str], None], told: Callable[[Usage], None]
) -> Seat:
    """The model at work, its replies in `store`; raises UsageError where it cannot be used as named."""
    model, meter = open_model(
        settings.model,
        base_url=settings.base_url,
        api_key=settings.api_key,
        limits=_limits(settings),
        timeout=settings.timeout,
        store=store if settings.cache else None,
        note=note,
        told=told,
    )
    return _seat(settings, model, meter.usage)


def plan_seat(settings: Settings) -> Seat:
    """The same seat with nobody in it: a plan needs no key, and no server."""
    return _seat(settings, _Nobody(), Usage)


def text_host(settings: Settings) -> str:
    """The host that will receive text."""
    return host(settings.model, settings.base_url)


class _Nobody:
    def complete(self, request: Request) -> Completion:
        raise AssertionError(f"a plan asks no model, not even for {request.stage}")


def _seat(settings: Settings, model: Model, usage: Callable[[], Usage]) -> Seat:
    place = text_host(settings)
    cost = price(settings.model, place)
    limits = _limits(settings)
    file = gguf_file(settings.model)
    return Seat(
        model=model,
        templates=Templates(settings.prompts),
        usage=usage,
        name=GGUF + file.name if file else settings.model,
        host=place,
        window=_window(file) if file else None,
        price=lambda prompt, completion: cost.cost(prompt, completion) if cost else None,
        # At most: all tokens at the price of a completion; without a price no cost is limited.
        tight=lambda calls, n: limits.exceeded(calls, n, (cost or FREE).cost(0, n)) is not None,
    )


def _window(file: Path) -> int:
    from briefing.llm.gguf import window

    return window(file)


def _limits(settings: Settings) -> Limits:
    return Limits(settings.max_calls, settings.max_tokens, settings.max_cost)
