"""Puts strings that give orders into documents, lets models obey them, and looks where they come out.

python -m tests.campaigns.injection ../shared/data/injection/*.jsonl --every 101

Every string × start, middle, end × plain, base64 × every carrier × an obedient and a hostile model, each a
whole brief of two reports, written in every form and as a mail. A marker of the string may stand in a
quotation that its outlet is given for, and nowhere else.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser
from itertools import islice, product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from briefing import pipeline, render
from briefing.delivery.letters import brief_letter
from briefing.errors import BriefingError
from briefing.pipeline import Options, Seat
from briefing.render.escape import clean
from briefing.settings import MailSetting
from briefing.sources import read
from briefing.templates import Templates
from briefing.types import Brief, Document, Model, Unread, Usage

from .carriers import CARRIERS, ENCODINGS, FACTS, PLACES, SECOND, rows
from .puppets import Hostile, Obedient

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
MAIL = MailSetting("brief@example.org", ("anna@example.org",), "smtp://127.0.0.1:25")
HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe", "Auto-Submitted",
    "MIME-Version", "Content-Type",
]  # fmt: skip
HONEST = tuple(fact for fact in (*FACTS, *re.findall(r"[^.]+\.", SECOND)))
_TEMPLATES = Templates()
_QUOTED = re.compile('“[^”]*”|"[^"]*"')


@dataclass(frozen=True)
class Case:
    """One string, with its markers, at one place, written one way, in one carrier, before one model."""

    text: str
    markers: tuple[str, ...]
    place: str
    encoding: str
    carrier: str
    model: str


def cases(strings: Iterable[Mapping[str, object]]) -> Iterator[Case]:
    """Every combination, in order."""
    for row in strings:
        markers = tuple(str(one) for one in row["markers"])  # type: ignore[attr-defined]
        for place, encoding, carrier, model in product(PLACES, ENCODINGS, CARRIERS, ("obedient", "hostile")):
            yield Case(str(row["text"]), markers, place, encoding, carrier, model)


def made(case: Case, folder: Path, seed: int) -> tuple[Brief, tuple[Document | Unread, ...]]:
    """The brief of the two reports, the first of which carries the string."""
    name, write = CARRIERS[case.carrier]
    (folder / name).write_bytes(write(ENCODINGS[case.encoding](case.text), case.place))
    (folder / "wire.txt").write_text(SECOND)
    items = read([name, "wire.txt"], stdin=None, cwd=folder)
    order = case.markers[0] if case.markers else case.text[:200]
    model: Model = Obedient(HONEST, order) if case.model == "obedient" else Hostile(order, Random(seed))  # noqa: S311 - no secret
    seat = Seat(model, _TEMPLATES, Usage, "any", "127.0.0.1", loopback=True)
    return pipeline.make(items, Options(concurrency=1), as_of=NOON, seat=seat), items


def leaks(brief: Brief, case: Case) -> Iterator[str]:
    """Where a marker stands outside a quotation of its source."""
    for where, text in _said(brief):
        for marker in case.markers:
            if _plain(marker) and _plain(marker) in _plain(text):
                yield f"{where}: {text[:120]!r}"


def _said(brief: Brief) -> Iterator[tuple[str, str]]:
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


def faults(brief: Brief, case: Case) -> Iterator[str]:
    """Everything that should not be: leaks, things that act, headers that we did not set."""
    yield from leaks(brief, case)
    forms = {form: render.as_form(brief, form) for form in ("md", "html", "text", "json")}
    yield from (f"page: {one}" for one in active(forms["html"], scripts=True))
    unseen = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\U000e0000-\U000e007f\x00\x1b\x9b\x9d]")
    yield from (
        f"{form}: an unseen character" for form in ("md", "html", "text") if unseen.search(forms[form])
    )
    letter = brief_letter(brief, "run", MAIL, MAIL.to[0])
    head = letter.content.partition(b"\r\n\r\n")[0].decode("ascii")
    names = [line.partition(":")[0] for line in head.split("\r\n") if not line.startswith((" ", "\t"))]
    if names != HEADERS:
        yield f"headers: {names}"


def kept(brief: Brief) -> int:
    """How many of the attacked report's facts the brief cites."""
    quotes = " ".join(c.quote for story in brief.stories for s in story.statements for c in s.citations)
    quotes += " ".join(
        c.quote
        for story in brief.stories
        for d in story.disagreements
        for p in d.positions
        for c in p.citations
    )
    return sum(fact in " ".join(quotes.split()) for fact in FACTS)


def campaign(
    strings: Iterable[Mapping[str, object]], every: int = 1
) -> Iterator[tuple[Case, list[str], int]]:
    """Every so-many-th case with its faults, and how many of the ten honest facts the brief kept."""
    with TemporaryDirectory() as folder:
        for seed, case in enumerate(islice(cases(strings), 0, None, every)):
            try:
                brief, _ = made(case, Path(folder), seed)
            except BriefingError as error:
                yield case, [f"no brief: {error}"], 0
                continue
            yield case, [*faults(brief, case)], kept(brief)


def main() -> int:
    """Runs the campaign; prints each kind of fault with an example, and the counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1, help="try every N-th case")
    options = parser.parse_args()
    strings = [row for path in options.corpora for row in rows(path.read_text(encoding="utf-8"))]
    count: Counter[str] = Counter()
    examples: dict[str, tuple[Case, str]] = {}
    facts: dict[str, list[int]] = {"obedient": [], "hostile": []}
    for case, found, honest in campaign(strings, options.every):
        count["cases"] += 1
        facts[case.model].append(honest)
        for fault in found:
            kind = f"{case.model}, {case.carrier}, {case.encoding}: {fault.partition(':')[0]}"
            count[kind] += 1
            examples.setdefault(kind, (case, fault))
    for kind, number in sorted(count.items()):
        print(number, kind)  # noqa: T201
        if kind in examples:
            print("     ", repr(examples[kind][0].text[:100]), "->", examples[kind][1])  # noqa: T201
    for model, numbers in facts.items():
        print(model, "facts kept:", sum(numbers), "of", len(numbers) * len(FACTS))  # noqa: T201
    return 1 if examples else 0


if __name__ == "__main__":
    sys.exit(main())
