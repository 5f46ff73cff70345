"""Puts strings that give orders into documents, lets models obey them, and looks where they come out.

python -m tests.campaigns.injection ../shared/data/injection/*.jsonl tests/campaigns/orders.jsonl

Every string × start, middle, end × plain, base64 × every carrier × an obedient and a hostile model, each a
whole brief of two reports, written in every form and as a mail. A marker of the string may stand in a
quotation that its outlet is given for, and nowhere else. All of it takes an hour: `--part 1/2` and `2/2`
share it out, and a run with the `--log` of one that was stopped tries only the strings that are not in it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from itertools import groupby, islice, product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from briefing import pipeline
from briefing.errors import BriefingError
from briefing.pipeline import Options, Seat
from briefing.sources import read
from briefing.templates import Templates
from briefing.types import Brief, Document, Model, Unread, Usage

from .carriers import CARRIERS, ENCODINGS, PLACES, SECOND, rows
from .judged import HONEST, dropped, faults, kept
from .puppets import Hostile, Obedient
from .tally import Tally

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
MODELS = ("obedient", "hostile")


class _Prompts(Templates):
    """The program's own, whose fingerprints are taken once and not for each brief: a tenth of its time."""

    fingerprint = cache(Templates.fingerprint)  # type: ignore[assignment]


_PROMPTS = _Prompts()


@dataclass(frozen=True, slots=True)
class Case:
    """One string, with its markers, at one place, written one way, in one carrier, before one model."""

    number: int
    string: int
    text: str
    markers: tuple[str, ...]
    place: str
    encoding: str
    carrier: str
    model: str

    @property
    def file(self) -> str:
        """Where the attacked report lies; both models read it."""
        folder = f"{self.place} {self.encoding} {self.carrier}"
        return f"{folder}/{CARRIERS[self.carrier][0]}"

    @property
    def report(self) -> bytes:
        """The attacked report."""
        return CARRIERS[self.carrier][1](ENCODINGS[self.encoding](self.text), self.place)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case: its faults, how many of the ten facts were kept, how many sentences dropped."""

    case: Case
    faults: tuple[str, ...]
    kept: int
    dropped: int


def cases(strings: Sequence[Mapping[str, Any]]) -> Iterator[Case]:
    """Every combination, in order."""
    ways = product(range(len(strings)), PLACES, ENCODINGS, CARRIERS, MODELS)
    for number, (string, place, encoding, carrier, model) in enumerate(ways):
        text, markers = str(strings[string]["text"]), tuple(map(str, strings[string]["markers"]))
        yield Case(number, string, text, markers, place, encoding, carrier, model)


def campaign(
    strings: Sequence[Mapping[str, Any]], every: int = 1, wanted: Container[int] | None = None
) -> Iterator[Outcome]:
    """What comes of every so-many-th case of the `wanted` strings, by number, or of all."""
    chosen = (case for case in islice(cases(strings), 0, None, every) if not wanted or case.string in wanted)
    for _, of_one in groupby(chosen, lambda case: case.string):
        tried = list(of_one)
        documents = _read(
            tried
        )  # of one string at once: one child parses them, and both models are shown them
        yield from (_tried(case, documents[case.file]) for case in tried)


def _read(tried: Sequence[Case]) -> Mapping[str, tuple[Document | Unread, ...]]:
    """The attacked report of each file with the other outlet's behind it, numbered as if they were alone."""
    with TemporaryDirectory() as folder:
        for case in tried:
            path = Path(folder) / case.file
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(case.report)
        (Path(folder) / "wire.txt").write_text(SECOND)
        names = list(dict.fromkeys(case.file for case in tried))
        *found, other = read([*names, "wire.txt"], stdin=None, cwd=Path(folder))
    together: dict[str, tuple[Document | Unread, ...]] = {}
    for name in names:
        items = [*(item for item in found if item.source.path == name), other]
        together[name] = tuple(
            _sourced(item, id=f"S{number}", path=Path(str(item.source.path)).name)
            for number, item in enumerate(items, 1)
        )
    return together


def _sourced(item: Document | Unread, **changed: Any) -> Document | Unread:
    source = replace(item.source, **changed)
    return Document(source, item.text) if isinstance(item, Document) else replace(item, source=source)


def _tried(case: Case, items: Sequence[Document | Unread]) -> Outcome:
    try:
        brief = _brief(case, items)
    except BriefingError as error:
        return Outcome(case, (f"no brief: {error}",), 0, len(HONEST))
    return Outcome(case, tuple(faults(brief, case.markers)), kept(brief), dropped(brief))


def _brief(case: Case, items: Sequence[Document | Unread]) -> Brief:
    order = case.markers[0] if case.markers else case.text[:200]
    hostile = Hostile(order, Random(case.number))  # noqa: S311 - no secret
    model: Model = Obedient(HONEST, order) if case.model == "obedient" else hostile
    seat = Seat(model, _PROMPTS, Usage, "any", "127.0.0.1")
    return pipeline.make(items, Options(concurrency=1), as_of=NOON, seat=seat)


def main() -> int:
    """Runs the campaign; prints each kind of fault with an example, and the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1, help="try every N-th case")
    parser.add_argument("--part", default="1/1", help="try the K-th of N shares of the strings")
    parser.add_argument("--log", type=Path, help="where to keep the counts of each string")
    options = parser.parse_args()
    strings = [row for path in options.corpora for row in rows(path.read_text(encoding="utf-8"))]
    share, shares = map(int, options.part.split("/"))
    tally = Tally(options.log)
    wanted = {*range(share - 1, len(strings), shares)} - tally.strings
    if wanted:
        for string, outcomes in groupby(
            campaign(strings, options.every, wanted), lambda one: one.case.string
        ):
            tally.add(string, [*outcomes])
    print(tally)  # noqa: T201
    return 5 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
