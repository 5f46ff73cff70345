"""Two hundred documents of every kind, behind twelve feeds of twelve hosts, become one brief."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from contextlib import ExitStack
from email.message import EmailMessage
from itertools import islice
from pathlib import Path

import pytest
from bombs import one_page, stream
from homes import moved_in
from loopback import serving

from briefing.cli.main import main

HOSTS = 12
KINDS = ("full", "full", "full", "json", "page", "page", "page", "page", "page", "page", "pdf", "mail")
ENTRIES = (17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 15, 15)
EVENTS = 60
SYLLABLES = "bar cor dun fel gar hol jen kal lim mor nev oss pel quin ras sol tam ul ven wex yar zed".split()
PLACES = "Harle Skerry Brackwater Ostmere Tarn Velden Quillby Northam Lowick Fenmoor Aldry Stow".split()
SENTENCES = (
    "The {0} of {place} was closed on Monday after the {1} had been damaged by the storm, officials said.",
    "Nobody was hurt, but the {2} will not be open to visitors before the spring, the {3} of {place} said.",
    "“We have waited for this since the {1} was built,” said Lena {name}, who leads the {2}.",
    "The {3} has asked the {4} for help, and an answer is expected by the end of the week.",
    "Repairs to the {0} are going to cost {figure} million crowns, according to a report that {name} wrote.",
    "Critics of the plan say that the {4} should have been told earlier, and want the {5} to look into it.",
    "A spokesman for the {5} did not answer questions about the {0} on Tuesday evening.",
    "Schools near the {1} stay open, and buses go by way of {place} as long as the {2} is shut.",
)
"""Eight sentences of one event: each host leaves two of them out, and gives the figure that it has."""


def prose(seed: int) -> list[str]:
    event, teller = random.Random(seed % EVENTS), random.Random(seed)  # noqa: S311 - no secret
    things, place = _things(event), event.choice(PLACES)
    name, figure = event.choice(PLACES), event.randint(2, 90) + teller.choice((0, 0, 0, 7))
    told = [s.format(*things, place=place, name=name, figure=figure) for s in SENTENCES]
    return [*(s for n, s in enumerate(told) if n not in (seed % 7 + 1, seed % 5 + 1)), *_own(teller)]


def _things(of: random.Random) -> list[str]:
    """Six things of one event, by names that no other has."""
    return [
        "".join(of.sample(SYLLABLES, 3)) + end for end in (" bridge", " dam", " guild", "s", " club", " bank")
    ]


def _own(teller: random.Random) -> list[str]:
    """What one host alone has: enough words to be a whole text."""
    words = ("".join(teller.sample(SYLLABLES, 3)) for _ in range(48))
    return [f"{' '.join(islice(words, 12))} at {teller.choice(PLACES)}.".capitalize() for _ in range(4)]


def title(seed: int) -> str:
    first, second, *_ = _things(random.Random(seed % EVENTS))  # noqa: S311 - no secret
    return f"The {first} is closed after damage to the {second}"


def page(seed: int) -> bytes:
    text = "".join(f"<p>{sentence}</p>" for sentence in prose(seed))
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(200))
    return (
        f"<!doctype html><html lang=en><head><title>{title(seed)}</title></head><body>"
        f"<nav><ul>{menu}</ul></nav><article><h1>{title(seed)}</h1>{text}</article></body></html>"
    ).encode()


def pdf(seed: int) -> bytes:
    rows = " T* ".join(f"({sentence}) Tj" for sentence in prose(seed))
    return one_page(stream(f"BT /F1 4 Tf 20 720 Td 14 TL {rows} ET".encode()))


def mail(seed: int) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Wire <wire@w.example>", title(seed)
    message["Date"], message["Message-ID"] = "Sun, 02 Mar 2031 18:30:00 +0100", f"<{seed}@w.example>"
    message.set_content("\n\n".join(prose(seed)))
    message.add_attachment(bytes(5_000), maintype="application", subtype="zip")
    return message.as_bytes()


MADE = {"page": page, "pdf": pdf, "mail": mail}


def feed(number: int) -> bytes:
    kind = KINDS[number]
    seeds = range(100 * number, 100 * number + ENTRIES[number])
    if kind == "json":
        items = [
            {
                "id": f"{n}",
                "title": title(n),
                "url": f"/x/{n}",
                "content_html": "".join(f"<p>{p}" for p in prose(n)),
            }
            for n in seeds
        ]
        told = {"version": "https://jsonfeed.org/version/1.1", "title": f"Host {number}", "items": items}
        return json.dumps(told).encode()
    rows = "".join(
        f"<item><title>{title(n)}</title><link>/{kind}/{n}</link><guid>{n}</guid>"
        f"<pubDate>Sun, 02 Mar 2031 18:30:00 +0100</pubDate><description><![CDATA["
        f"{''.join(f'<p>{p}</p>' for p in prose(n)) if kind == 'full' else 'News.'}]]></description></item>"
        for n in seeds
    )
    return f'<rss version="2.0"><channel><title>Host {number}</title>{rows}</channel></rss>'.encode()


def site(path: str) -> bytes | None:
    _, kind, *rest = path.split("/")
    make = {"feed": feed, **MADE}.get(kind)
    return make(int(rest[0])) if make else None


@pytest.fixture
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    moved_in(tmp_path, monkeypatch)
    with ExitStack() as opened:
        homes = [opened.enter_context(serving(site)) for _ in range(HOSTS)]
        rows = [
            f'[[sources]]\nurl = "{home}/feed/{n}"\nallow_private_address = true\n'
            for n, home in enumerate(homes)
        ]
        (tmp_path / "mine.toml").write_text("\n".join(rows))
        yield "mine.toml"


def test_two_hundred_documents_of_twelve_feeds(configuration: str, capfd: pytest.CaptureFixture[str]) -> None:
    code = main(["make", "-c", configuration, "-f", "json", "-v"])
    out, err = capfd.readouterr()
    brief = json.loads(out)
    assert code == 0
    assert [s["id"] for s in brief["sources"]] == [f"S{n}" for n in range(1, 201)]
    assert {s["name"] for s in brief["sources"]} == {f"Host {n}" for n in range(HOSTS)}
    assert {s["status"] for s in brief["sources"]} <= {"used", "copy"}
    assert all(s["title"] and s["url"] and s["key"] for s in brief["sources"])
    assert re.findall(r"^briefing: (S\d+) Host \d+: The ", err, re.M) == [s["id"] for s in brief["sources"]]
    assert brief["stories"]


def test_quiet_is_quiet(configuration: str, capfd: pytest.CaptureFixture[str]) -> None:
    Path(configuration).write_text("\n".join(Path(configuration).read_text().split("\n")[:4]))
    assert main(["make", "-c", configuration, "-q"]) == 0
    assert capfd.readouterr().err == ""
