"""Ten sources on loopback, and each in turn dead, slow or lying: the others' stories stay as they were.

    python -m tests.campaigns.lying_sources [--lie drip] [--patience 30] [--words 500]

Ten outlets tell five events, two outlets each. Whatever one of them does, every story that it has no part in
is the same to the byte (numbers of stories, sources and citations apart), and what is missing is named. With
fewer words than the stories have, what one does not say another may: each still tells all that it told.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, redirect_stderr
from dataclasses import dataclass
from functools import partial
from io import StringIO
from itertools import product
from pathlib import Path
from typing import Any
from unittest.mock import patch

from loopback import Site, sends, serving

from briefing.cli.main import main as program
from briefing.exits import Exit
from briefing.sources.web import client as web
from briefing.words import count_words

from .lies import HARMLESS, LIES
from .outlets import document

COUNT = 10
PAGES = range(6)
DEAD = "dead"
_NOBODY = "http://127.0.0.1:1"
_MOST = 1_000_000
"""Bytes of one document, as configured."""
ENOUGH = 5_000
"""Words, more than the stories may have."""
GRACE = 15.0
"""Seconds for a run beyond what it waits for a source."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one lie: `fault` None where the promise was kept, and whether the liar was `read`."""

    liar: int
    lie: str
    seconds: float
    read: bool
    fault: str | None


def attempts(lies: Iterable[tuple[str, int]], patience: float, words: int = ENOUGH) -> Iterator[Outcome]:
    """What comes of each lie by its liar; `patience` in seconds is how long a source is waited for."""
    honest = _brief(None, "", patience, words)[1]
    for lie, liar in lies:
        start = time.monotonic()
        code, told = _brief(liar, lie, patience, words)
        seconds = time.monotonic() - start
        read = _stories(told) == _stories(honest)
        fault = None
        if lie in HARMLESS and liar in PAGES and not read:
            fault = "it is honest, and was not read as before"
        elif not (code == 0 and (read or lie in HARMLESS)):
            fault = _fault(honest, told, code, liar, whole=words >= ENOUGH)
        if seconds > 2 * patience + GRACE:  # its robots.txt is asked for, too
            fault = f"the run took {seconds:.1f} s"
        yield Outcome(liar, lie, seconds, read, fault)


def _fault(honest: dict[str, Any], told: dict[str, Any], code: int, liar: int, whole: bool) -> str | None:
    """What is wrong; `whole`: the words went round, so that nothing of another story may have changed."""
    name = f"Outlet {liar}"
    if code != Exit.INCOMPLETE:
        return f"exit code {code}"
    others, left = ([json.loads(line) for line in _stories(brief)] for brief in (honest, told))
    others = [story for story in others if name not in story["outlets"]]
    if lost := [story for story in others if not any(_still(story, now, whole) for now in left)]:
        return f"{len(lost)} other stories changed: {str(lost[0])[:200]}"
    if not any(name in gap["what"] for gap in told["not_covered"]):
        return f"nothing names it: {[(s['name'], s['status']) for s in told['sources'] if s['name'] == name]}"
    return None


def _still(story: dict[str, Any], now: dict[str, Any], whole: bool) -> bool:
    """Whether this is the story as it was; where it is not `whole`, it may tell more, and in other roles.

    With more words one of its sentences may give way to a longer one.
    """
    if whole:
        return story == now
    before, after = ({(s["text"], str(s["citations"])) for s in one["sentences"]} for one in (story, now))
    same = all(story[key] == now[key] for key in ("outlets", "headline", "disagreements"))
    gone, come = before - after, after - before
    longest = max((count_words(text) for text, _ in come), default=0)
    return same and (not gone or (len(gone) == 1 and all(count_words(text) < longest for text, _ in gone)))


def _stories(told: dict[str, Any]) -> list[str]:
    """Each story as one line, without the numbers that depend on what else is in the brief."""
    names = {source["id"]: source["name"] for source in told["sources"]}
    cited = {
        key: [names[c["source"]], c["start"], c["end"], c["quote"]] for key, c in told["citations"].items()
    }

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: bare(v) for k, v in value.items() if k != "id"}
        if isinstance(value, list):
            return [bare(item) for item in value]
        return cited.get(value, names.get(value, value)) if isinstance(value, str) else value

    lines = (
        json.dumps({"outlets": [names[s] for s in story["sources"]], **bare(story)}, sort_keys=True)
        for story in told["stories"]
    )
    return sorted(lines)


def _brief(liar: int | None, lie: str, patience: float, words: int) -> tuple[int, dict[str, Any]]:
    """The exit code, and the brief as JSON, of ten sources of which one may lie."""
    ended = threading.Event()
    environment = {"BRIEFING_STATE": "", "XDG_CONFIG_HOME": "", "NO_PROXY": "*"}
    with ExitStack() as opened, tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        urls = [
            opened.enter_context(serving(_site(n, lie if n == liar else "", ended))) for n in range(COUNT)
        ]
        opened.callback(ended.set)  # before the servers close
        if lie == DEAD and liar is not None:
            urls[liar] = _NOBODY
        rows = "".join(
            f'[[sources]]\nurl = "{url}/"\nname = "Outlet {n}"\nallow_private_address = true\n'
            for n, url in enumerate(urls)
        )
        (here / "mine.toml").write_text(f"max_bytes = {_MOST}\nwords = {words}\n{rows}")
        environment |= {"BRIEFING_STATE": str(here / "state"), "XDG_CONFIG_HOME": str(here / "config")}
        opened.enter_context(patch.dict(os.environ, environment))
        opened.enter_context(patch.object(web, "Web", partial(web.Web, deadline=patience)))
        said = opened.enter_context(redirect_stderr(StringIO()))
        output = here / "brief.json"
        code = program(["make", "-c", str(here / "mine.toml"), "-f", "json", "-o", str(output)])
        if "defect" in said.getvalue():
            raise RuntimeError(said.getvalue())
        return code, json.loads(output.read_text(encoding="utf-8"))


def _site(number: int, lie: str, ended: threading.Event) -> Site:
    honest = document(number)
    answer = LIES[lie](honest, ended) if lie in LIES else sends(honest)
    return lambda path: None if path == "/robots.txt" else answer


def main() -> int:
    """Exit code 5 where a promise is broken."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--lie", choices=(DEAD, *LIES), action="append", help="default: each in turn")
    options.add_argument(
        "--patience", type=float, default=2.0, help="seconds for one source (as shipped: 30)"
    )
    options.add_argument("--words", type=int, default=ENOUGH, help="of all stories (as shipped: 1,200)")
    given = options.parse_args()
    found = []
    lies = product(given.lie or (DEAD, *LIES), range(COUNT))
    for outcome in attempts(lies, given.patience, given.words):
        found.append(outcome)
        if outcome.liar == COUNT - 1:
            rows = found[-COUNT:]
            read = sum(row.read for row in rows)
            faults = [f"outlet {row.liar}: {row.fault}" for row in rows if row.fault]
            slowest = max(row.seconds for row in rows)
            told = f"{outcome.lie}: {read} of {COUNT} read all the same, the slowest run {slowest:.1f} s"
            print("\n  ".join([told, *faults]), flush=True)  # noqa: T201
    broken = [row for row in found if row.fault]
    print(f"{len(found)} runs, {len(broken)} faults")  # noqa: T201
    return 5 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
