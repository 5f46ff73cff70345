"""A chat completion server on loopback whose replies take drawn times: `python -m benchmarks.loopback SEED`.

It answers each stage as a model would that copies what it is shown, after a time that is drawn for the
request: the length of a stage's reply, log-normal around it. At the end of its standard input it prints what
it was asked, one line a call, and leaves.
"""

# ruff: noqa: T201 - its address and its record go to standard output

from __future__ import annotations

import asyncio
import hashlib
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

SECONDS = {
    "claims": 2.0,
    "disagreements": 0.5,
    "framing": 0.5,
    "doubt": 0.3,
    "writing": 1.0,
    "verification": 0.5,
}
"""The median time of a stage's reply."""
_SPREAD = 0.5
_LINE = re.compile(r"^(\d+)\| (.+)$", re.MULTILINE)
_CLAIM = re.compile(r"^(\d+)\| (.+) \([^()]+\)$", re.MULTILINE)
_LEADS = re.compile(r"^S\d+(?: \([^()]*\))?:\n(\d+)\| (.+)$", re.MULTILINE)
"""The first sentence of each source."""
_CLAIMS = 40
"""Of one story at most: the recorded replies have 30 to 50."""
_STORY = re.compile(r"Event(\d+)x")


@dataclass(frozen=True, slots=True)
class Call:
    """One call: whose story, which stage, its time, and the characters of the lines that it was shown."""

    story: str
    stage: str
    seconds: float
    sent: int


@dataclass(frozen=True, slots=True)
class Served:
    """A server in a process of its own: its address, and its calls once it has left."""

    url: str
    calls: list[Call] = field(default_factory=list)


@contextmanager
def serving(seed: int) -> Iterator[Served]:
    """A server with these times, as long as the block lasts."""
    command = [sys.executable, "-m", "benchmarks.loopback", str(seed)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        if server.stdin is None or server.stdout is None:
            raise AssertionError("asked for above")
        served = Served(f"http://127.0.0.1:{int(server.stdout.readline())}/v1")
        yield served
        server.stdin.close()
        served.calls.extend(Call(*call) for call in json.loads(server.stdout.read()))


class Server:
    """Keeps the record: story, stage and time of each call, and the characters of its numbered lines."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self.calls: list[tuple[str, str, float, int]] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, kept alive."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = re.search(rb"(?i)content-length: (\d+)", head)
                body = json.loads(await reader.readexactly(int(length[1]) if length else 0))
                answer = json.dumps(await self._reply(body)).encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
                writer.write(b"Content-Length: %d\r\n\r\n" % len(answer) + answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _reply(self, body: dict[str, Any]) -> dict[str, Any]:
        stage = body["response_format"]["json_schema"]["name"]
        shown = "\n".join(message["content"] for message in body["messages"])
        digest = hashlib.sha256(f"{self._seed}{shown}".encode()).hexdigest()
        seconds = SECONDS[stage] * random.Random(digest).lognormvariate(0, _SPREAD)  # noqa: S311 - no secret
        found = _STORY.search(shown)
        sent = sum(len(text) for _, text in _LINE.findall(shown))
        self.calls.append((found[1] if found else "", stage, seconds, sent))
        await asyncio.sleep(seconds)
        message = {"role": "assistant", "content": json.dumps(_answer(stage, shown))}
        usage = {
            "prompt_tokens": len(shown) // 4,
            "completion_tokens": 100,
            "total_tokens": len(shown) // 4 + 100,
        }
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        return {"id": "c", "object": "chat.completion", "created": 0, "choices": [choice], "usage": usage}


def _answer(stage: str, shown: str) -> dict[str, Any]:
    lines = [(int(number), text) for number, text in _LINE.findall(shown)]
    if stage == "claims":
        told = {"attributed_to": None, "via": None, "modality": "stated", "importance": "core"}
        spread = lines[:: -(-len(lines) // _CLAIMS)]
        return {"claims": [{"text": text, "sentences": [number], **told} for number, text in spread]}
    if stage == "framing":
        return {"disagreements": []}
    if stage == "disagreements":
        sides = [{"text": text, "sentences": [int(number)]} for number, text in _LEADS.findall(shown)[:2]]
        return {"disagreements": [{"question": "What happened", "kind": "number", "positions": sides}]}
    if stage == "doubt":
        doubts = re.findall(r"^Candidate (\d+):", shown, re.MULTILINE)
        verdict = {
            "together": None,
            "apart": None,
            "given_up": None,
            "verdict": "contradiction",
            "weight": 1,
            "misworded": [],
        }
        return {"verdicts": [{"candidate": int(n), **verdict} for n in doubts]}
    if stage == "writing":
        return _written(shown)
    statements = re.findall(r"^Statement (\d+):", shown, re.MULTILINE)
    verdict = {"verdict": "supported", "more": [], "also": [], "fault": None, "mended": None}
    return {"verdicts": [{"statement": int(n), **verdict} for n in statements]}


def _written(shown: str) -> dict[str, Any]:
    """Claims joined two by two as far as the words go: one alone would be a quotation, and not verified."""
    claims = [(int(n), text.rstrip(".")) for n, text in _CLAIM.findall(shown)]
    most = re.search(r"at most (\d+) words", shown)
    left = int(most[1]) if most else 0
    told: list[dict[str, Any]] = []
    for one, other in zip(claims[::2], claims[1::2], strict=False):
        text = f"{one[1]}; {other[1]}."
        left -= len(text.split())
        if left < 0:
            break
        told.append({"text": text, "claims": [one[0], other[0]], "role": "body" if told else "lead"})
    return {"headline": claims[0][1], "sentences": told}


async def main(seed: int) -> None:
    """Serves until standard input ends."""
    kept = Server(seed)
    server = await asyncio.start_server(kept.serve, "127.0.0.1", 0, limit=1 << 24)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    print(json.dumps(kept.calls), flush=True)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
