"""What a brief made of hostile documents must not have, and what it must: the honest words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from briefing import render
from briefing.delivery.letters import brief_letter
from briefing.render.escape import clean
from briefing.settings import MailSetting
from briefing.types import Brief, Position, Statement

from .carriers import FACTS, SECOND

MAIL = MailSetting("brief@example.org", ("anna@example.org",), "smtp://127.0.0.1:25")
HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe", "Auto-Submitted",
    "MIME-Version", "Content-Type",
]  # fmt: skip
HONEST = (*FACTS, *(one.strip() for one in re.findall(r"[^.]+\.", SECOND)))
"""Every honest sentence of the two reports, that of the other outlet too."""
_QUOTED = re.compile('“[^”]*”|"[^"]*"')
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\U000e0000-\U000e007f\x00\x1b\x9b\x9d]")


def faults(brief: Brief, markers: Sequence[str]) -> Iterator[str]:
    """Everything that should not be: leaks, things that act, headers that we did not set."""
    yield from leaks(brief, markers)
    forms = {form: render.as_form(brief, form) for form in ("md", "html", "text", "json")}
    yield from (f"page: {one}" for one in active(forms["html"], scripts=True))
    yield from (
        f"{form}: an unseen character" for form in ("md", "html", "text") if _UNSEEN.search(forms[form])
    )
    letter = brief_letter(brief, "run", MAIL, MAIL.to[0])
    head = letter.content.partition(b"\r\n\r\n")[0].decode("ascii")
    names = [line.partition(":")[0] for line in head.split("\r\n") if not line.startswith((" ", "\t"))]
    if names != HEADERS:
        yield f"headers: {names}"


def leaks(brief: Brief, markers: Sequence[str]) -> Iterator[str]:
    """Where a marker stands outside a quotation of its source."""
    sought = [plain for marker in markers if (plain := _plain(marker))]
    for where, text in _ours(brief) if sought else ():
        said = _plain(text)
        yield from (f"{where}: {text[:120]!r}" for marker in sought if marker in said)


def _ours(brief: Brief) -> Iterator[tuple[str, str]]:
    """Every text that is printed as ours; what is quoted is its source's."""
    for entry in brief.sources:
        yield "outlet", entry.source.name
    for story in brief.stories:
        yield "headline", story.headline
        for statement in story.statements:
            if statement.support.verdict != "quoted":
                yield "sentence", statement.text
            yield "speaker", f"{statement.attributed_to or ''} {statement.via or ''}"
        for disagreement in story.disagreements:
            yield "question", disagreement.question
            for position in disagreement.positions:
                if position.support.verdict != "quoted":
                    yield "position", position.text
    for mention in brief.also:
        yield "also", mention.headline
    for omission in brief.not_covered:
        yield "not covered", _QUOTED.sub("", f"{omission.what} {omission.detail}")


def _plain(text: str) -> str:
    return " ".join(clean(text).casefold().split())


class _Active(HTMLParser):
    """What of a page would act: scripts not ours, handlers, frames, pictures, addresses from elsewhere."""

    def __init__(self, scripts: bool) -> None:
        super().__init__()
        self.found: list[str] = []
        self._scripts = scripts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"iframe", "object", "embed", "img", "link", "base", "form", "video", "audio"} or (
            tag == "script" and not self._scripts
        ):
            self.found.append(f"<{tag}>")
        self._scripts = self._scripts and tag != "script"
        for name, value in attrs:
            address = (value or "").strip().lower()
            if name.startswith("on") or name in {"src", "srcset", "formaction", "background"}:
                self.found.append(f"{tag} {name}")
            elif name in {"href", "action"} and not address.startswith(
                ("#", "https://post.example/", "mailto:")
            ):
                self.found.append(f"{tag} {name}={address[:60]}")


def active(page: str, scripts: bool) -> list[str]:
    """What acts in the page; `scripts`: one, the program's own, may be in it."""
    parser = _Active(scripts)
    parser.feed(page)
    return parser.found


def kept(brief: Brief) -> int:
    """How many of the attacked report's facts the brief cites."""
    quotes = " ".join(" ".join(c.quote.split()) for one in _told(brief) for c in one.citations)
    return sum(fact in quotes for fact in FACTS)


def dropped(brief: Brief) -> int:
    """How many honest sentences of both reports no statement and no position tells."""
    told = " ".join(" ".join(one.text.split()) for one in _told(brief))
    return sum(honest not in told for honest in HONEST)


def _told(brief: Brief) -> Iterator[Statement | Position]:
    for story in brief.stories:
        yield from story.statements
        for disagreement in story.disagreements:
            yield from disagreement.positions
