"""A model with everything around it, in the one right order."""

from __future__ import annotations

import time
from collections.abc import Callable

from briefing.errors import UsageError
from briefing.llm.budget import NO_LIMITS, Budget, Limits
from briefing.llm.cache import Cache, Store
from briefing.llm.endpoint import Endpoint, host
from briefing.llm.meter import Meter
from briefing.llm.prices import price
from briefing.llm.retry import ATTEMPTS, Retrying
from briefing.settings.model import gguf_file, patience
from briefing.types import Model, Usage


def open_model(
    name: str,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    limits: Limits = NO_LIMITS,
    timeout: float | None = None,
    store: Store | None = None,
    note: Callable[[str], None] = lambda _: None,
    told: Callable[[Usage], None] = lambda _: None,
    sleep: Callable[[float], None] = time.sleep,
) -> tuple[Model, Meter]:
    """The model of this name, ready for many threads, and the meter that counts what it is asked.

    From the outside in: cache (pays for nothing twice), retries, budget (counts each attempt), meter,
    client. `timeout` (seconds; None: its `patience`) is for one request; `store` keeps replies
    (None: no cache); `note` gets warnings, one line each; `told` every change of the meter; `sleep` waits
    between attempts. Raises UsageError where the model cannot be used as named.
    """
    cost = price(name, host(name, base_url))
    if limits.cost is not None and cost is None:
        raise UsageError(f"the price of {name} is unknown, so --max-cost cannot be kept: use --max-tokens")
    client, identity = _client(name, base_url, api_key, timeout or patience(name))
    meter = Meter(client, cost, told)
    # What a model in this process could not say in time, it will not say the second time.
    attempts = 1 if gguf_file(name) else ATTEMPTS
    model: Model = Retrying(Budget(meter, limits, cost), attempts, sleep=sleep)
    if store is not None:
        model = Cache(model, identity, store, note, meter.cached)
    return model, meter


def _client(name: str, base_url: str | None, api_key: str | None, timeout: float) -> tuple[Model, str]:
    """The client itself, and what tells its replies from those of another model."""
    if file := gguf_file(name):
        from briefing.llm.local import LocalModel

        local = LocalModel(file, timeout)
        return local, local.identity
    from briefing.llm.openai import OpenAIModel

    return OpenAIModel(name, base_url, api_key, timeout), f"{name} at {Endpoint.of(base_url).url}"
