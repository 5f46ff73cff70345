"""The page of the command line is the program's own help."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

from briefing.cli.main import briefing

FOLDER = Path(__file__).resolve().parents[1] / "docs"


def test_the_page_is_what_the_program_prints() -> None:
    fresh = runpy.run_path(str(FOLDER / "command_line.py"))["page"]()
    written = (FOLDER / "command-line.md").read_text(encoding="utf-8")
    assert written == fresh, "docs/command-line.md is stale; renew it with: python docs/command_line.py"


def test_every_command_has_an_example_and_every_option_a_help() -> None:
    for name, command in briefing.commands.items():
        assert f"briefing {name} " in (command.help or "").split("Example")[1], name
        assert all(
            getattr(option, "help", "") for option in command.params if option.param_type_name == "option"
        )


def test_the_suites_in_the_examples_are_suites() -> None:
    named = re.findall(r"\b(eval/\S+)", briefing.commands["eval"].help or "")
    assert named
    assert [name for name in named if not (FOLDER.parent / name / "suite.toml").exists()] == []
