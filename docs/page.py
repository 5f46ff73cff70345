"""Takes the picture of the reader's page that the README shows: `python docs/page.py` writes docs/page.png.

The brief is of the invented reports in eval/accounts/ferry-grounding, by a capable model's recorded replies.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from briefing import pipeline, render
from briefing.evaluation.suites import read_suites
from briefing.llm.scripted import Scripted
from briefing.pipeline import Options, Seat
from briefing.templates import Templates
from briefing.types import Usage

DOCS = Path(__file__).resolve().parent
CASE = DOCS.parent / "eval" / "accounts" / "ferry-grounding"
CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def main() -> None:
    """Opens the page at the first disagreement."""
    case = next(case for case in read_suites([str(CASE.parent)])[0].cases if case.folder == CASE)
    seat = Seat(Scripted(case.recording), Templates(), Usage, "a capable model", "127.0.0.1")
    as_of = datetime(2031, 11, 16, 7, tzinfo=UTC)
    brief = pipeline.make(case.documents, Options(title="Morning brief"), as_of=as_of, seat=seat)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "brief.html"
        path.write_text(render.html(brief), encoding="utf-8")
        page = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET).new_page(
            viewport={"width": 1120, "height": 640}
        )
        page.goto(path.as_uri())
        page.locator(".sides .number").nth(1).click()
        page.locator(".comparisons").first.evaluate("(list) => list.previousElementSibling.scrollIntoView()")
        page.screenshot(path=DOCS / "page.png")


if __name__ == "__main__":
    main()
