"""Records a capable model's replies for an example, to be played back by its test.

    OPENAI_BASE_URL=http://127.0.0.1:8080/v1 OPENAI_API_KEY=none python examples/record.py mill-fire MODEL

Any OpenAI-compatible endpoint serves. Written: examples/NAME/recorded.jsonl, the replies, each with the
request that it answers; examples/NAME/recorded.md and recorded.json, the brief that they make.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from briefing import pipeline, render
from briefing.llm.scripted import Recorder, Scripted
from briefing.llm.stack import open_model
from briefing.pipeline import Options, Seat
from briefing.sources import read
from briefing.templates import Templates
from briefing.types import Brief, Model, Usage

EXAMPLES = Path(__file__).resolve().parent
MODEL = "a capable model"
PATIENCE = 3600.0
"""Seconds for one reply: the endpoint may be a person."""


def brief(example: str, model: Model) -> Brief:
    """The example's brief by this model; nothing in it depends on the hour or the machine."""
    seat = Seat(model, Templates(), Usage, MODEL, "127.0.0.1")
    items = read([f"{example}/sources"], stdin=None, cwd=EXAMPLES)
    return pipeline.make(items, Options(), as_of=datetime(2026, 4, 15, 7, tzinfo=UTC), seat=seat)


def played_back(example: str) -> Brief:
    """The brief that the recorded replies make; StaleRecording where a prompt has changed since."""
    return brief(example, Scripted(EXAMPLES / example / "recorded.jsonl"))


def record(example: str, name: str) -> None:
    """Asks the model named, at the endpoint that the environment names, and writes what it replied."""
    live, _ = open_model(
        name,
        base_url=os.environ.get("OPENAI_BASE_URL"),
        api_key=os.environ.get("OPENAI_API_KEY"),
        timeout=PATIENCE,
    )
    command = f"python examples/record.py {example} MODEL"
    made = brief(example, Recorder(live, EXAMPLES / example / "recorded.jsonl", command))
    write(example, made)


def write(example: str, made: Brief) -> None:
    """Writes the brief beside the recording, as a reader and as a program would take it."""
    for ending, text in ((".md", render.markdown(made)), (".json", render.json(made))):
        (EXAMPLES / example / f"recorded{ending}").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    record(*sys.argv[1:])
