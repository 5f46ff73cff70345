"""Pages of many makes (tests/pages/*.html) filled with invented news, and what is found in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from string import Template

FOLDER = Path(__file__).parent / "pages"
PARAGRAPHS = (
    "The ferry Alma ran aground off Skerry Point on Monday evening, and 14 of the 212 people on board were "
    "hurt, the coast guard of Harle said. Two of them were still in hospital on Tuesday.",
    "The ship left the harbour of Harle at ten past four, twenty minutes late, and met thick fog before it "
    "had passed the northern light. Its radar was working, according to the pilots' office.",
    "“We had no warning,” the captain, Otto Brandell, told reporters on the pier. “One moment there was open "
    "water, and the next there was rock under the keel. The crew did what it had been trained to do.”",
    "Boats from three villages brought the passengers ashore within two hours. A school was opened for those "
    "who could not go home, and the last of them left it shortly after midnight.",
    "The operator, Sound Lines, has not responded to questions about the age of the vessel. It was built "
    "in 1998 and refitted in 2019, the public register of ships shows.",
    "Lena Marsh, the member of the council for the harbour, called for an inquiry open to the public. "
    "“People cross that water every day, and they deserve to know,” she said.",
    "The accident board will send four investigators on Wednesday. A first report is due within thirty "
    "days, and a second one, with recommendations, within a year.",
    "At the café by the pier the owner, Zoë Crépin, handed out soup for £0 until the pot was empty, and then "
    "made another: “What else was I to do?” she asked.",
)
TRUTH = {
    "title": "Ferry runs aground off Skerry Point, 14 hurt",
    "author": "Mara Quill",
    "name": "Harbour Post",
    "url": "https://post.example/2031/03/ferry-aground",
    "published": "2031-03-02T17:30:00+00:00",
    "language": "en",
}
_FILLING = {
    **{key: TRUTH[key] for key in ("title", "author", "url")},
    **{f"p{number}": text for number, text in enumerate(PARAGRAPHS, 1)},
    "publisher": TRUTH["name"],
    "published": "2031-03-02T18:30:00+01:00",
    "indian": "2031-03-02T23:00:00+0530",
    "later": "2031-03-03T09:00:00+01:00",
    "day": "2031-03-02",
}


@dataclass(frozen=True)
class PageCase:
    """A page's bytes, the main text it holds, and what it says of itself; `expect`: why it is not read."""

    name: str
    raw: bytes
    text: str
    told: dict[str, str | None]
    expect: frozenset[str]


def page_cases() -> Iterator[PageCase]:
    """Every page of the folder."""
    for path in sorted(FOLDER.glob("*.html")):
        template = path.read_text(encoding="utf-8")
        lacks = _said(template, "lacks")
        told: dict[str, str | None] = {k: None if k in lacks else v for k, v in TRUTH.items()}
        if "time" in lacks:
            told["published"] = "2031-03-02T00:00:00+00:00"
        used = re.findall(r"\$p(\d)", re.sub(r"<head>.*?</head>", "", template, flags=re.S | re.I))
        (encoding,) = _said(template, "encoding") or ("utf-8",)
        filled = Template(template).safe_substitute(_FILLING)
        yield PageCase(
            path.stem,
            filled.encode(encoding, "xmlcharrefreplace"),
            "\n\n".join(PARAGRAPHS[int(number) - 1] for number in used),
            told,
            frozenset(_said(template, "expect")),
        )


def f1(true: str, found: str) -> float:
    """The harmonic mean of precision and recall over the words, each as often as it stands there."""
    truth, given = (Counter(re.findall(r"\w+", text.lower())) for text in (true, found))
    return 2 * (truth & given).total() / max(1, truth.total() + given.total())


def published(moment: datetime | None) -> str | None:
    """The moment as the truth writes it, in UTC."""
    return moment.astimezone(UTC).isoformat() if moment else None


def _said(template: str, what: str) -> list[str]:
    found = re.search(rf"<!-- {what}: (.*?) -->", template)
    return found[1].split() if found else []


def filled(body: str, head: str = "") -> str:
    """A page of this text, and what its head has."""
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>"


TEXT = "".join(f"<p>{p}</p>" for p in next(page_cases()).text.split("\n\n"))
"""The text of the first page, in paragraphs."""
