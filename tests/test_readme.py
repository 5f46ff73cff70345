"""The README shows what the program really prints, and every link of it leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def shown() -> str:
    """The brief on the first screen."""
    return README.split("<!-- brief -->\n")[1].split("<!-- /brief -->")[0]


def test_the_brief_on_the_first_screen_is_the_examples() -> None:
    page = (ROOT / "examples/mill-fire/expected.md").read_text(encoding="utf-8")
    told = page[page.index("\n## ") + 1 : page.index("## Evidence")].replace("\n## ", "\n### ")
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in ("#" + told).rstrip().split("\n"))
    assert shown() == quoted


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_first_screen_has_the_two_commands_and_every_command_is_a_verb_of_the_script() -> None:
    script = (ROOT / "run.sh").read_text(encoding="utf-8")
    verbs = re.findall(r"^\./run\.sh (\w+)", README, re.MULTILINE)
    assert verbs[:2] == ["brief", "test"]
    assert all(f"\n{verb})" in script for verb in verbs)
