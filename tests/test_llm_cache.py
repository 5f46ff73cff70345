"""Replies are paid for once, and never lost to a store that fails."""

from __future__ import annotations

from dataclasses import replace

import pytest
from asking import Fake, request

from briefing.errors import BriefingError, ModelUnavailable
from briefing.llm.cache import Cache
from briefing.types import Completion, Message


class Shelf(dict[str, Completion]):
    def put(self, key: str, completion: Completion) -> None:
        self[key] = completion


class Broken:
    def get(self, key: str) -> Completion | None:
        raise BriefingError("disk full")

    def put(self, key: str, completion: Completion) -> None:
        raise BriefingError("disk full")


def cache(model: Fake, store: object, notes: list[str] | None = None, identity: str = "m at u") -> Cache:
    return Cache(model, identity, store, (notes if notes is not None else []).append, lambda: None)  # type: ignore[arg-type]


def test_the_second_time_nobody_is_asked() -> None:
    model = Fake('{"answer": "Mr Orr"}')
    cached = cache(model, Shelf())
    first, second = cached.complete(request()), cached.complete(request())
    assert len(model.asked) == 1
    assert second == first


def test_whatever_changes_a_reply_changes_the_key() -> None:
    asked = request()
    others = [
        replace(asked, messages=(*asked.messages, Message("user", "more"))),
        replace(asked, messages=asked.messages[::-1]),
        replace(asked, messages=(Message("user", "Answer."), asked.messages[1])),
        replace(asked, schema={"type": "object"}),
        replace(asked, max_tokens=51),
        replace(asked, temperature=0.5),
    ]
    one = cache(Fake(""), Shelf())
    keys = {one.key(r) for r in (asked, *others)} | {cache(Fake(""), Shelf(), identity="n at u").key(asked)}
    assert len(keys) == len(others) + 2
    assert one.key(request()) == one.key(request())


def test_the_order_of_a_schemas_keys_does_not_change_the_key() -> None:
    one = cache(Fake(""), Shelf())
    asked = request()
    assert one.key(asked) == one.key(replace(asked, schema=dict(reversed(asked.schema.items()))))


def test_a_reply_that_fits_no_schema_is_kept_too() -> None:
    """The re-ask that follows it is another request; an interrupted run repeats itself without a call."""
    model = Fake("no JSON")
    cached = cache(model, Shelf())
    assert [cached.complete(request()).text for _ in range(2)] == ["no JSON", "no JSON"]
    assert len(model.asked) == 1


def test_a_failure_is_not_kept() -> None:
    model = Fake(ModelUnavailable("500"), "{}")
    cached = cache(model, Shelf())
    with pytest.raises(ModelUnavailable):
        cached.complete(request())
    assert cached.complete(request()).text == "{}"


def test_a_store_that_fails_costs_no_reply_and_is_noted_once() -> None:
    notes: list[str] = []
    cached = cache(Fake("{}"), Broken(), notes)
    assert [cached.complete(request(str(n))).text for n in range(3)] == ["{}"] * 3
    assert notes == ["model replies are not cached: disk full"]
