"""`briefing check --replay`: what the archive kept makes the same brief again, offline."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from chaos import Chaos, Exchange
from honest import honest
from runs import Program

from briefing.state.database import NAME

pytestmark = pytest.mark.usefixtures("three_stories")


def every_third_fails(count: list[int], exchange: Exchange) -> None:
    """A server that has a bad day."""
    count.append(1)
    if len(count) % 3:
        honest(exchange)
    else:
        exchange.send(400, b'{"error": {"message": "no"}}')


def replayed(program: Program, brief: str) -> tuple[int, str]:
    (program.folder / "brief.json").write_text(brief)
    done = program("check", "brief.json", "--replay")
    return done.code, done.out + done.err


def test_a_brief_without_a_model_comes_out_the_same(program: Program) -> None:
    made = program("make", ".", "-f", "json", "--since", "2000-01-01", "--stories", "2")
    code, said = replayed(program, made.out)
    assert code == 0
    assert "the same, byte for byte" in said


@pytest.mark.parametrize("options", [(), ("--no-cache",), ("--max-calls", "5")])
def test_a_model_s_brief_comes_out_the_same_with_nobody_to_ask(
    program: Program, options: tuple[str, ...]
) -> None:
    with Chaos(honest) as server:
        made = program.asking(server, ".", "--concurrency", "1", *options)
    code, said = replayed(program, made.out)
    assert "the same, byte for byte" in said
    assert code == 0


def test_a_record_of_an_older_version_with_a_field_more_is_played_back(program: Program) -> None:
    with Chaos(honest) as server:
        made = program.asking(server, ".", "--concurrency", "1")
    with closing(sqlite3.connect(Path(program.state) / NAME)) as state, state:
        (kept,) = state.execute("SELECT record FROM records").fetchone()
        fields = json.loads(zlib.decompress(kept))
        fields["seat"]["loopback"] = True
        state.execute("UPDATE records SET record = ?", (zlib.compress(json.dumps(fields).encode()),))
    code, said = replayed(program, made.out)
    assert "the same, byte for byte" in said
    assert code == 0


def test_the_failures_of_the_model_are_part_of_what_is_played_back(program: Program) -> None:
    count: list[int] = []
    with Chaos(lambda exchange: every_third_fails(count, exchange)) as server:
        made = program.asking(server, ".", "--concurrency", "1")
    assert made.brief["engine"]["fallbacks"] > 0
    assert "the same, byte for byte" in replayed(program, made.out)[1]


def test_a_record_that_was_tampered_with_is_seen(program: Program) -> None:
    made = program("make", ".", "-f", "json")
    with closing(sqlite3.connect(Path(program.state) / NAME)) as state, state:
        (brief,) = state.execute("SELECT brief FROM briefs").fetchone()
        changed = brief.replace("14 people", "15 people")
        state.execute("UPDATE briefs SET brief = ?", (changed,))
    code, said = replayed(program, made.out.replace("14 people", "15 people"))
    assert code == 5
    assert "made again, it differs: line" in said


def test_a_brief_that_the_archive_does_not_have_is_told_so(program: Program) -> None:
    made = program("make", ".", "-f", "json")
    other = json.dumps({**made.brief, "title": "Another"})
    code, said = replayed(program, other)
    assert code == 1
    assert "is not in the archive" in said
