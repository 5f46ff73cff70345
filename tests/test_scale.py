"""The plan over frames gives the groups of the pipeline, and goes on where it was cut off."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.corpus import Corpus, Row
from briefing.pipeline.intake import take_in
from briefing.pipeline.options import Options
from briefing.scale import rows
from briefing.scale.__main__ import main
from briefing.types import Document, Source

Groups = set[frozenset[int]]
_FIRST = datetime(2024, 1, 1, tzinfo=UTC)


def local(corpus: Sequence[Row]) -> tuple[Groups, Groups]:
    """The documents of each origin and of each story, as a run of the program groups them."""
    items = [
        Document(
            Source(
                f"S{number}",
                f"outlet {number}",
                title=str(row["title"]),
                language="en",
                published=datetime.fromisoformat(str(row["published"])),
            ),
            str(row["text"]),
        )
        for number, row in enumerate(corpus)
    ]
    intake = take_in(items, Options())
    origins = {source: e.origin for e in intake.entries if e.origin for source in [e.source.id]}
    by_origin: dict[str, set[int]] = {}
    for source, origin in origins.items():
        by_origin.setdefault(origin, set()).add(int(source[1:]))
    events = {frozenset(int(s[1:]) for o in c.origins for s in o.sources) for c in intake.clusters}
    return {frozenset(members) for members in by_origin.values()}, events


def at_scale(corpus: Sequence[Row], folder: Path) -> tuple[Groups, Groups]:
    """The same by the frames."""
    pytest.importorskip("daft", reason="the extra briefing[scale] is not installed")
    from briefing.scale.grouping import group

    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "corpus.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in corpus), encoding="utf-8")
    found = group([str(source)], folder / "out")
    return {frozenset(o) for o in found.origins}, {frozenset(s) for s in found.stories}


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.integers(2, 120))
def test_the_groups_are_those_of_the_pipeline(
    tmp_path_factory: pytest.TempPathFactory, seed: int, size: int
) -> None:
    corpus = sorted(Corpus(seed).rows(size), key=lambda row: (row["published"], str(row["id"]), row["text"]))
    shuffled = random.Random(seed).sample(corpus, len(corpus))  # noqa: S311 - no secret
    assert at_scale(shuffled, tmp_path_factory.mktemp("scale")) == local(corpus)


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose own time is most of a day from UTC."""
    with monkeypatch.context() as there:
        there.setenv("TZ", "Pacific/Auckland")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("far_east")
def test_dates_are_read_as_the_pipeline_reads_them_in_any_time_zone(tmp_path: Path) -> None:
    """Written in four ways, and reports of one event on both sides of the window's edge."""
    moments = [_FIRST + timedelta(days=7, hours=h) for h in (-30, -6, -1, 0, 1, 6, 30)]
    written = (str, format_datetime, lambda m: f"{m:%Y-%m-%dT%H:%M}", lambda m: str(int(m.timestamp())))
    rows = sorted(Corpus(5).rows(140), key=lambda row: (int(row["event"]), str(row["id"])))
    told: dict[object, int] = {}
    dated = []
    for row in rows:
        nth = told[row["event"]] = told.get(row["event"], -1) + 1
        dated.append((_FIRST if not nth else moments[(nth + int(row["event"])) % len(moments)], row))
    dated.sort(key=lambda pair: (pair[0], str(pair[1]["id"]), pair[1]["text"]))
    expected = local([{**row, "published": moment.isoformat()} for moment, row in dated])
    found = at_scale(
        [{**row, "published": written[n % 4](moment)} for n, (moment, row) in enumerate(dated)], tmp_path
    )
    assert found == expected
    assert found != local([{**row, "published": _FIRST.isoformat()} for _, row in dated])


def test_a_day_is_that_of_a_date_in_any_form_or_unknown() -> None:
    day = datetime(1970, 1, 3, tzinfo=UTC)
    assert rows.days([day, day.date(), "Sat, 3 Jan 1970 00:00 +0000", "soon", None]) == [2, 2, 2, None, None]


def test_a_run_that_was_cut_off_goes_on_after_its_last_whole_stage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = list(Corpus(1).rows(60))
    expected = at_scale(corpus, tmp_path)
    (tmp_path / "out/overlaps/whole").unlink()
    from briefing.scale import frames

    monkeypatch.setattr(frames, "read", lambda _: pytest.fail("read again"))
    monkeypatch.setattr(frames, "candidates", lambda *_: pytest.fail("paired again"))
    assert at_scale(corpus, tmp_path) == expected


def test_rows_are_read_as_the_pipeline_reads_them() -> None:
    said = "The ferry waits for nobody at all today, said Ada Holm of Vell Lines."
    text = f"The ferry waits.\n\n{said}\n\nAdvertisement"
    (made,) = rows.read([text], ["Ferry"])
    assert made["digest"] == Document(Source("S1", "x"), text).id
    assert made["voice"].startswith("Ferry\nThe ferry waits.")
    assert "Advertisement" not in made["voice"]
    assert not rows.read([None], [None])[0]["says"]
    (headed,) = rows.read([f"Ferry waits\n\n{said}"], [None])
    assert headed["voice"].startswith("Ferry waits\n")


def test_an_origin_of_two_says_what_is_in_either_once() -> None:
    one = "The dam held on Monday after rain.\n\nWater rose to 41 metres there, engineers said at noon."
    two = f"{one}\n\nThe mayor has thanked the crews of both villages for their work."
    (told,) = rows.told([[7, 3]], [[one, two]], [["B", "A"]])
    assert told["copies"] == [7]
    assert told["voice"].count("41 metres") == 1
    assert "mayor" in told["voice"]


@pytest.mark.parametrize(
    ("module", "brings"), [("daft", "pip install 'briefing[scale]'"), ("ray", "pip install ray")]
)
def test_what_is_missing_is_named_and_how_to_get_it(
    module: str, brings: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def group(*_: object, **__: object) -> None:
        raise ModuleNotFoundError(f"No module named '{module}'", name=module)

    monkeypatch.setitem(sys.modules, "briefing.scale.grouping", SimpleNamespace(group=group))
    monkeypatch.setattr(sys, "argv", ["briefing.scale", "out", "corpus.jsonl", "--ray"])
    assert main() == 1
    assert capsys.readouterr().err == f"briefing: No module named '{module}'; {brings} brings it\n"
