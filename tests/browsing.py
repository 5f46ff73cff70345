"""What is seen of a page in a browser, and what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from briefing.render.escape import defang
from briefing.render.order import Numbering
from briefing.types import Brief


@dataclass
class Seen:
    """A page that is open, and all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, page: Page) -> Self:
        """The page, watched from now on."""
        seen = cls(page)
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("console", lambda message: seen.complaints.append(message.text))
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        return seen


def shown(text: str) -> str:
    return re.sub(r"\s+", "", text)


def looked_up(page: Page) -> tuple[str, str]:
    """The title of the pane, and the words highlighted in it, where they begin in view."""
    title, words = page.evaluate(
        """() => {
          const marks = [...document.querySelectorAll('#pane mark.on')];
          const body = document.getElementById('pane-body').getBoundingClientRect();
          const top = marks[0].getBoundingClientRect().top;
          const words = marks.map((mark) => mark.textContent).join('');
          const seen = top >= body.top - 1 && top < body.bottom && body.bottom <= innerHeight;
          return [document.getElementById('pane-title').textContent, seen ? words : 'out of sight'];
        }"""
    )
    return title, words


def check_every_number(seen: Seen, brief: Brief) -> None:
    """Clicks each number wherever it stands, and finds its quotation highlighted in its source."""
    citations = Numbering.of(brief).citations
    evidence = "#evidence li:last-child a[data-cite]"
    sources = {entry.source.id: entry.source for entry in brief.sources}
    clicked = set()
    for link in seen.page.locator(f"main section:not(#evidence) a[data-cite], {evidence}").all():
        number = int(link.get_attribute("data-cite") or 0)
        link.click()
        title, words = looked_up(seen.page)
        assert shown(words) == shown(defang(citations[number - 1].quote))
        assert title == f"[{number}] {defang(sources[citations[number - 1].span.source].name)}"
        clicked.add(number)
    assert clicked == set(range(1, len(citations) + 1))
    assert seen.complaints == []
    assert len(seen.requests) == 1


def overflowing(page: Page) -> list[str]:
    """What stands out of the window to the right, and is not in a box that scrolls."""
    return page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right
            > document.documentElement.clientWidth + 1 && !e.closest('.wide, .skip'))
          .map((e) => e.outerHTML.slice(0, 80))"""
    )


def faults(page: Page) -> list[object]:
    """What axe finds, whatever it thinks of its weight."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found]
