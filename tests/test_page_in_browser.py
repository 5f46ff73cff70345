"""The page as its readers meet it, in a browser: by mouse, by keyboard, on paper, without a script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import paged
import pytest
from browsing import Seen, check_every_number, faults, looked_up, overflowing, shown
from golden_brief import UPDATED
from playwright.sync_api import Browser, sync_playwright

from briefing import render
from briefing.render.order import Numbering
from briefing.types import Brief

CHROMIUM = Path("/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 360, "height": 740}
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"needs a browser: {CHROMIUM} is absent")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Seen]]:
    """Opens the page of a brief from a file, as a reader does."""
    contexts = []

    def open_(brief: Brief, **options: object) -> Seen:
        path = tmp_path / "brief.html"
        path.write_text(render.html(brief), encoding="utf-8")
        contexts.append(browser.new_context(**({"viewport": WIDE} | options)))
        seen = Seen.of(contexts[-1].new_page())
        seen.page.goto(path.as_uri())
        return seen

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def mill(home: Path) -> Brief:
    return paged.made(paged.EXAMPLES / "mill-fire" / "sources", home)


@pytest.fixture(scope="module")
def bridge() -> Brief:
    return paged.recorded("harbour-bridge")


@SIZES
def test_every_number_of_an_example_opens_its_sentence(
    opened: Callable[..., Seen], mill: Brief, size: object
) -> None:
    check_every_number(opened(mill, viewport=size), mill)


def test_every_number_of_a_model_s_brief_opens_its_sentence(
    opened: Callable[..., Seen], bridge: Brief
) -> None:
    check_every_number(opened(bridge), bridge)


def test_every_number_of_the_seeds_opens_its_sentence(
    opened: Callable[..., Seen], shared: Path, home: Path
) -> None:
    brief = paged.made(shared / "seeds", home)
    check_every_number(opened(brief), brief)


def test_the_page_is_walked_by_keyboard_alone(opened: Callable[..., Seen], mill: Brief) -> None:
    page = opened(mill).page
    focus = (
        "document.activeElement.dataset.cite || document.activeElement.id || document.activeElement.className"
    )

    def press(key: str) -> str:
        page.keyboard.press(key)
        return str(page.evaluate(focus))

    assert press("Tab") == "skip"
    page.keyboard.press("Enter")
    assert press("Tab") == "1"
    assert press("Enter") == "pane-title"
    shown = " ".join(page.evaluate("document.getElementById('here').textContent").split())
    assert shown == " ".join(Numbering.of(mill).citations[0].quote.split())
    assert [press("Tab") for _ in range(3)] == ["next", "close", "pane-body"]
    assert press("Escape") == "1"
    assert page.locator("#pane").is_hidden()
    numbers = len(Numbering.of(mill).citations)
    press("Enter")
    for number in range(2, numbers + 1):
        page.locator("#next").press("Enter")
        assert page.locator("#pane-title").inner_text().startswith(f"[{number}] ")
        assert page.evaluate(focus) == "pane-title"
    assert page.locator("#next").is_disabled()
    assert press("Escape") == str(numbers)
    reached = {press("Tab") for _ in range(90)}
    assert page.evaluate("document.querySelectorAll('summary').length") == 6
    assert {str(number) for number in range(1, numbers + 1)} <= reached, "no trap"


@SIZES
@SCHEMES
def test_it_is_accessible_and_keeps_its_layout(
    opened: Callable[..., Seen], mill: Brief, size: object, scheme: str
) -> None:
    """By axe's rules, with the pane open; the checker is let in past the page's own policy."""
    page = opened(mill, viewport=size, color_scheme=scheme, bypass_csp=True).page
    assert overflowing(page) == []
    page.locator("main a[data-cite]").first.click()
    assert overflowing(page) == []
    assert faults(page) == []
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (max(map(int, re.findall(r"\d+", ground))) < 60) == (scheme == "dark")


def test_changes_mentions_and_what_failed_are_accessible(opened: Callable[..., Seen]) -> None:
    assert faults(opened(UPDATED, bypass_csp=True).page) == []


def test_on_paper_each_story_has_its_notes(opened: Callable[..., Seen], mill: Brief, tmp_path: Path) -> None:
    import pypdfium2

    page = opened(mill, color_scheme="dark").page
    page.locator("main a[data-cite]").first.click()
    page.pdf(path=tmp_path / "brief.pdf", format="A4")
    paper = pypdfium2.PdfDocument(tmp_path / "brief.pdf")
    sheets = [shown(sheet.get_textpage().get_text_bounded()) for sheet in paper]
    for citation in Numbering.of(mill).citations:
        assert any(shown(citation.quote) in text for text in sheets)
    told = "".join(sheets[: 1 + next(n for n, text in enumerate(sheets) if "Sources" in text)])
    assert told.count("[") == 2 * len(Numbering.of(mill).citations), "each number once, and once its note"
    assert not re.search("Previous|Contents|Evidence", told)
    assert page.locator(".notes").count() == 0, "the notes are gone from the screen"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_without_a_script_a_number_leads_to_its_evidence_and_on_to_its_source(
    opened: Callable[..., Seen], mill: Brief
) -> None:
    page = opened(mill, java_script_enabled=False).page
    page.locator('main a[href="#c7"]').first.click()
    assert page.url.endswith("#c7")
    page.locator("#c7 .number").click()
    assert page.url.endswith("#p7")
    assert page.locator("#p7 + mark").is_visible()
    assert page.locator("#pane").is_hidden()


def test_a_hostile_brief_runs_nothing_and_keeps_its_layout(opened: Callable[..., Seen]) -> None:
    for size in (WIDE, NARROW):
        seen = opened(paged.hostile(), viewport=size)
        page = seen.page
        for link in page.locator("section.story a[data-cite]").all():
            link.click()
            assert looked_up(page)[1] != "out of sight"
            assert overflowing(page) == []
        assert page.evaluate("window.hit") is None
        assert page.evaluate("document.scripts.length") == 1
        assert page.evaluate("document.querySelectorAll('[onfocus], [autofocus], img').length") == 0
        away = page.evaluate("[...document.links].map((a) => a.protocol)")
        assert set(away) == {"file:", "https:"}
        assert "\u202e" not in page.content()
        assert len(seen.requests) == 1
        assert seen.complaints == []


@SIZES
def test_the_contents_of_fifty_stories_lead_to_each(
    opened: Callable[..., Seen], size: dict[str, int]
) -> None:
    seen = opened(paged.fifty(), viewport=size)
    page = seen.page
    if size is NARROW:
        assert not page.locator(".contents ol").is_visible()
        page.locator(".contents summary").click()
    links = page.locator(".contents .story a")
    assert links.count() == 50
    for n in (0, 24, 49):
        links.nth(n).click()
        assert page.locator(f"#T{n + 1} h2").bounding_box()["y"] < size["height"] / 2
    assert overflowing(page) == []
