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
import sys
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
_STORY = re.compile(r"Event(\d+)x")


class Server:
    """Keeps the record: story, stage and time of each call."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self.calls: list[tuple[str, str, float]] = []

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
        self.calls.append((found[1] if found else "", stage, seconds))
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
        return {"claims": [{"text": text, "sentences": [number], **told} for number, text in lines[:12]]}
    if stage in ("disagreements", "framing"):
        return {"disagreements": []}
    if stage == "doubt":
        doubts = re.findall(r"^Candidate (\d+):", shown, re.MULTILINE)
        verdict = {"together": None, "verdict": "contradiction", "weight": 1, "misworded": []}
        return {"verdicts": [{"candidate": int(n), **verdict} for n in doubts]}
    if stage == "writing":
        claims = [(n, re.sub(r" \([^()]*\)$", "", text)) for n, text in lines]
        told_ = [{"text": t, "claims": [n], "role": "lead" if n == 1 else "body"} for n, t in claims[:8]]
        return {"headline": claims[0][1], "sentences": told_}
    statements = re.findall(r"^Statement (\d+):", shown, re.MULTILINE)
    return {"verdicts": [{"statement": int(n), "verdict": "supported", "fault": None} for n in statements]}


async def main(seed: int) -> None:
    """Serves until standard input ends."""
    kept = Server(seed)
    server = await asyncio.start_server(kept.serve, "127.0.0.1", 0, limit=1 << 24)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    print(json.dumps(kept.calls), flush=True)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
