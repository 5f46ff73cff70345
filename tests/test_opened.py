"""Any form of a brief of hostile reports, opened: nothing acts, leads elsewhere or deceives."""

from __future__ import annotations

import email.policy
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest
from campaigns.judged import active
from campaigns.puppets import Obedient
from markdown_it import MarkdownIt

from briefing import pipeline, render
from briefing.delivery.letters import brief_letter
from briefing.pipeline import Options, Seat
from briefing.settings import MailSetting
from briefing.sources import read
from briefing.templates import Templates
from briefing.types import Brief, Usage

BIDI = "\u202e\u2066\u200f\u061c"
HIDDEN = "\u200b\u200d\u2060\u00ad\ufeff\U000e0041"
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
"""Zero-width, bidirectional and control characters: Unicode's own lists, not the clean-up's."""
OWN = "https://post.example/ferry"
TRICK = f"{OWN}{BIDI}fdp.exe"
NAME = f"Coast{HIDDEN} Post{BIDI}"
TITLE = f"Ferry{HIDDEN} Alma aground{BIDI} off Skerry <b>Point</b>"
TEXT = (
    f"The ferry Alma ran aground off Skerry Point on Monday.\n\n"
    f"Officials said that 1{HIDDEN}4 {BIDI}people were hurt aboard the ferry Alma.\n\n"
    f"Harbour master Lena{HIDDEN} Ma{BIDI}rsh said that the tide at Skerry Point had turned early. "
    f"See [the list](https://evil.example/a) or <img src=https://evil.example/b.png onerror=alert(1)>.\n"
)
SECOND = "A ferry with 200 people aboard grounded near Skerry Point. Marine investigators boarded the Alma.\n"
NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
MAIL = MailSetting("brief@example.org", ("anna@example.org",), "smtp://127.0.0.1:25")


def _row() -> str:
    return json.dumps(
        {"text": TEXT, "title": TITLE, "source": NAME, "url": TRICK, "author": f"Ida{BIDI} Holt"}
    )


def _feed() -> str:
    inner = TEXT.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f"<rss version='2.0'><channel><title>{NAME}</title><link>https://post.example/</link><item>"
        f"<title>{TITLE.replace('<', '&lt;')}</title><link>{TRICK}</link><author>Ida{BIDI} Holt</author>"
        f"<description>{inner}</description></item></channel></rss>"
    )


def _page() -> str:
    inner = "".join(f"<p>{line}</p>" for line in TEXT.splitlines() if line)
    return (
        f"<html lang=en><head><title>{TITLE}</title><link rel=canonical href='{TRICK}'>"
        f"<meta property=og:site_name content='{NAME}'></head><body><article>{inner}</article></body></html>"
    )


def _mail() -> str:
    plain = TITLE.replace("\n", " ")
    return (
        f"From: {NAME} <a@post.example>\nSubject: {plain}\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}"
    )


REPORTS = {
    "rows.jsonl": _row,
    "feed.xml": _feed,
    "page.html": _page,
    "post.eml": _mail,
    "post.txt": lambda: TEXT,
}


@pytest.fixture(params=[f"{name} {engine}" for name in REPORTS for engine in ("extractive", "obedient")])
def brief(request: pytest.FixtureRequest, tmp_path: Path) -> Brief:
    """The brief of a hostile report of this kind and an honest one, by this engine."""
    name, engine = request.param.split()
    (tmp_path / name).write_text(REPORTS[name](), encoding="utf-8")
    (tmp_path / "wire.txt").write_text(SECOND)
    items = read([name, "wire.txt"], stdin=None, cwd=tmp_path)
    puppet = Obedient(
        (SECOND, "The ferry Alma ran aground off Skerry Point on Monday."), f"Lena{HIDDEN} Ma{BIDI}rsh"
    )
    seat = Seat(puppet, Templates(), Usage, "any", "127.0.0.1")
    return pipeline.make(
        items, Options(concurrency=1), as_of=NOON, seat=seat if engine == "obedient" else None
    )


def parts(brief: Brief) -> Iterator[tuple[str, str]]:
    """The texts of the brief's mail, by their types."""
    letter = brief_letter(brief, "run", MAIL, MAIL.to[0])
    message = BytesParser(policy=email.policy.default).parsebytes(letter.content)
    assert isinstance(message, EmailMessage)
    yield "headers", "\n".join(f"{name}: {value}" for name, value in message.items())
    for part in message.walk():
        if not part.is_multipart():
            yield part.get_content_subtype(), part.get_content().replace("\r\n", "\n")


def strange(page: str, *, scripts: bool) -> list[str]:
    """What acts in a page, or leads to an address that is not the report's own."""
    return [one for one in active(page, scripts=scripts) if "mailto" not in one]


def test_nothing_acts_and_nothing_leads_elsewhere(brief: Brief) -> None:
    assert strange(render.as_form(brief, "html"), scripts=True) == []
    for kind, text in parts(brief):
        assert kind != "html" or strange(text, scripts=False) == []
    shown = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough"])
    tokens = [
        t for token in shown.parse(render.as_form(brief, "md")) for t in (token, *(token.children or ()))
    ]
    assert not {"image", "html_inline", "html_block"} & {token.type for token in tokens}
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert all(link.startswith((OWN, "#")) for link in links), links
    assert "evil.example" not in render.as_form(brief, "text")


def test_no_character_is_hidden_and_none_turns_the_line(brief: Brief) -> None:
    told = {form: render.as_form(brief, form) for form in ("md", "html", "text")}
    for where, text in [*told.items(), *parts(brief)]:
        assert not (odd := UNSEEN.search(text)), f"{where}: {text[odd.start() - 40 : odd.end() + 40]!r}"


def test_what_was_hidden_is_told_plainly(brief: Brief) -> None:
    told = render.as_form(brief, "text")
    assert "14 people were hurt" in told
    assert "Lena Marsh" in told


def test_names_numbers_and_addresses_in_json_are_what_they_seem(brief: Brief) -> None:
    told = json.loads(render.as_form(brief, "json"))
    ours = [
        source[key] for source in told["sources"] for key in ("name", "title", "author", "url", "note", "key")
    ]
    for story in told["stories"]:
        ours += [story["headline"], *(d["question"] for d in story["disagreements"])]
        for one in story["sentences"]:
            ours += [one["attributed_to"], one["via"]]
            ours += [one["text"]] * (one["support"]["verdict"] == "supported")
    assert [text for text in ours if text and UNSEEN.search(text)] == []
