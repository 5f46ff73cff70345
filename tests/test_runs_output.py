"""Where a brief goes may fail too: a place that cannot be written, a reader that goes away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from chaos import Chaos
from honest import honest
from runs import STORIES, Program, stages

from briefing import tokens

NEWS = STORIES["ferry-a.txt"]


@pytest.mark.parametrize("target", ["/proc/brief.md", ".", "none/brief.md", "news.txt/brief.md"])
def test_a_place_that_cannot_be_written_is_told_before_a_model_is_paid(program: Program, target: str) -> None:
    program.write({"news.txt": NEWS})
    with Chaos(honest) as server:
        made = program.asking(server, "news.txt", "-o", target)
    assert (made.code, made.out, server.requests) == (2, "", [])
    assert len(made.err.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_failure(program: Program) -> None:
    program.write(STORIES)
    command = f"{sys.executable} -m briefing make . -f json | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env=dict(os.environ) | {"PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{\n", b"")


def test_a_full_or_closed_standard_output_is_told_in_one_line(program: Program) -> None:
    program.write({"news.txt": NEWS})
    for redirection in (">/dev/full", ">&-"):
        done = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m briefing make . {redirection}"],
            env=dict(os.environ) | {"PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert b"standard output" in done.stderr


def test_a_plan_tells_what_is_then_sent(program: Program) -> None:
    program.write(STORIES)
    program.environment("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    plan = program.make(".", "-m", "any", "--plan").brief
    assert "127.0.0.1" in program("make", ".", "-m", "any", "--plan").out
    with Chaos(honest) as server:
        brief = program.asking(server).brief
    sent = [
        sum(tokens.count(message["content"]) for message in request["messages"])
        for request in server.requests
    ]
    first = [n for n, stage in zip(sent, stages(server.requests), strict=True) if stage == "claims"]
    assert plan["format"] == "briefing-plan/1"
    assert [story["id"] for story in plan["stories"]] == [story["id"] for story in brief["stories"]]
    assert plan["first_stage"]["calls"] == len(first)
    assert plan["first_stage"]["prompt_tokens"] == pytest.approx(sum(first), rel=0.05)
    assert plan["calls"] >= len(sent)
    assert plan["prompt_tokens"] >= sum(sent)


def test_a_file_named_as_another_format_holds_markdown_and_that_is_said(program: Program) -> None:
    program.write({"news.txt": NEWS})
    made = program("make", "news.txt", "-o", "brief.pdf")
    assert (made.code, made.out) == (0, "")
    assert made.err.startswith("briefing: brief.pdf will hold Markdown; ")
    assert (program.folder / "brief.pdf").read_text(encoding="utf-8").startswith("# Morning brief\n")
    assert program("make", "news.txt", "-o", "brief.pdf", "-f", "md").err == ""
    assert program("make", "news.txt", "-o", "plan.pdf", "--plan").err == ""


def test_a_state_that_cannot_be_written_is_one_line_and_no_other_code(program: Program) -> None:
    program.write({"news.txt": NEWS})
    program.environment("BRIEFING_STATE", str(program.folder / "news.txt"))
    made = program.make("news.txt")
    assert made.code == 0
    assert made.brief["stories"]
    assert len(made.err.splitlines()) == 1
    assert "BRIEFING_STATE" in made.err
    for sources in (["news.txt"], ["news.txt", "http://127.0.0.1/"]):  # pages are kept there, too
        assert program.make(*sources, "-q").err == made.err
