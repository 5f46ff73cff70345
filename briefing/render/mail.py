"""A brief as a mail says it: its Markdown, its HTML within what mail programs show, the page beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from os.path import basename

from briefing.outlets import outlets
from briefing.render.compose import compose
from briefing.render.excerpt import excerpt
from briefing.render.html import html
from briefing.render.mail_html import mail_html
from briefing.render.markdown import written
from briefing.render.order import SHOWN
from briefing.render.page import Page, Paragraph, Strong
from briefing.render.wording import count
from briefing.types import Brief, Omission, SourceEntry

HTML_BYTES = 90_000
"""The HTML part's limit in UTF-8: Gmail clips what is longer than about 102,000 bytes."""


@dataclass(frozen=True, slots=True)
class MailText:
    """What a mail holds; `page` is the whole page, where the mail itself does not hold everything."""

    markdown: str
    html: str
    page: str | None


def mail(brief: Brief) -> MailText:
    """The mail of this brief; no path of this machine is in it."""
    told = _without_paths(brief)
    page = _opened(compose(told), told)

    def rendered(some: Page) -> str:
        return mail_html(some, told.title, told.language)

    shown = excerpt(
        page,
        {story.id for story in told.stories},
        lambda some: len(rendered(some).encode()) < HTML_BYTES,
    )
    whole = shown == page and all(len(story.disagreements) <= SHOWN for story in told.stories)
    # Without its script: mail servers hold back attachments that run.
    return MailText(written(page), rendered(shown), None if whole else html(told, scripted=False))


def _opened(page: Page, brief: Brief) -> Page:
    """The page, whose second line says so where the model failed."""
    title, *rest = page
    notice = _fallback(brief)
    return (title, Paragraph((Strong(notice),)), *rest) if notice else page


def _fallback(brief: Brief) -> str:
    lost = brief.engine.fallbacks
    if not lost:
        return ""
    saved = min(lost, sum(story.engine == "extractive" for story in brief.stories))
    fates = [f"{count(saved, 'story', 'stories')} written without it"] if saved else []
    fates += [f"{count(lost - saved, 'story', 'stories')} left out"] if lost > saved else []
    return f"The model failed: {', '.join(fates)}."


def _without_paths(brief: Brief) -> Brief:
    """The brief without the places of its files: their readers are elsewhere."""
    sources = [entry.source for entry in brief.sources]
    told = outlets(sources)
    paths = [s.path for s in sources if s.path and "/" in s.path]
    named = {path: basename(path.rstrip("/")) for path in paths}
    # Where its place tells a file from another one of its name, its number does.
    alike = [s for s in reversed(sources) if told[s.id] not in (s.name.strip(), s.id)]
    named |= {told[s.id]: f"{s.name} ({s.id})" for s in alike}
    places = re.compile("|".join(map(re.escape, sorted(named, key=len, reverse=True))) or "(?!)")

    def bare(text: str) -> str:
        """The text in which a file goes by its name alone."""
        return places.sub(lambda place: named[place[0]], text)

    return replace(
        brief,
        sources=tuple(_without_path(entry, told[entry.source.id], bare) for entry in brief.sources),
        not_covered=tuple(Omission(bare(o.what), o.why, bare(o.detail)) for o in brief.not_covered),
    )


def _without_path(entry: SourceEntry, told: str, bare: Callable[[str], str]) -> SourceEntry:
    source = replace(entry.source, path=None, name=bare(told), note=None)
    return replace(entry, source=source, note=bare(entry.note or "") or None)
