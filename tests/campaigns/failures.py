"""A server before an honest model that fails three times of ten, each time in another way."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from email.utils import formatdate
from random import Random

from chaos import Answer, Exchange, chat, sends, status
from honest import honest
from misbehaviours import trickles

SHARE = 0.3
"""Of the requests fail."""
_WAIT = 2
"""Seconds that it asks for."""


def resets(exchange: Exchange) -> None:
    """A connection that is torn down without a word."""
    exchange.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.connection.close()
    exchange.close_connection = True


def halves(exchange: Exchange) -> None:
    """Half of a reply, all of whose length was told."""
    raw = json.dumps(chat("{}" * 500)).encode()
    exchange.send(200, raw, missing=len(raw) // 2)


def by_date(exchange: Exchange) -> None:
    """Too many requests; the time to come back is a date."""
    sends(b"", 429, Retry_After=formatdate(int(time.time()) + _WAIT, usegmt=True))(exchange)


WAYS: dict[str, Answer] = {
    "429": status(429, "slow down", retry_after=str(_WAIT)),
    "429 by date": by_date,
    "500": status(500, "internal error"),
    "reset": resets,
    "half": halves,
    "drip": trickles,
}


@dataclass
class Failing:
    """An honest model behind a server that fails; remembers what came, what failed, and who was too early."""

    random: Random
    pace: float
    """Real seconds for each second that is asked for."""
    seen: Counter[str] = field(default_factory=Counter)
    early: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    """How often each request did."""
    _until: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, exchange: Exchange) -> None:
        """Answers, or fails."""
        asked, now = json.dumps(exchange.body["messages"]), time.monotonic()
        with self._lock:
            self.early += now < self._until.get(asked, 0.0)
            way = self.random.choice(list(WAYS)) if self.random.random() < SHARE else "good"
            self.seen[way] += 1
            self.failed[asked] += way != "good"
            if way.startswith("429"):
                told = _WAIT - 1 if way == "429 by date" else _WAIT  # a date has whole seconds
                self._until[asked] = now + told * self.pace
        WAYS.get(way, honest)(exchange)
