"""Whatever the clock does, a morning is due once, and no document is skipped or told twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from clocks import DAY, HOUR, START, Run, briefed, daily, due, failing, listed, off, world, wrong
from homes import moved_in
from postoffice import PostOffice

from briefing.cli.main import main
from briefing.cli.run import prune
from briefing.settings import Settings
from briefing.state import State

TEN = daily(range(14))
YEARS = 9 * 365 * DAY
LONG: dict[str, Any] = {"step": 2 * DAY, "kept": 400 * DAY}
CASES: dict[str, tuple[list[Run], dict[str, Any]]] = {
    "Berlin, clocks go forward": (TEN, {}),
    "Berlin, clocks go back": (daily(range(218, 232)), {}),
    "New York, clocks go forward": (daily(range(-9, 3), "America/New_York"), {}),
    "New York, clocks go back": (daily(range(228, 238), "America/New_York"), {}),
    "Lord Howe, half an hour": (daily(range(12, 18), "Australia/Lord_Howe"), {}),
    "an hour that one night has not": (daily(range(5, 11), hour=2), {}),
    "an hour that one night has twice": (
        [run for day in daily(range(222, 228), hour=2) for run in (day, replace(day, at=day.at + HOUR))],
        {},
    ),
    "the configuration's zone is changed": (daily(range(6)) + daily(range(6, 12), "America/New_York"), {}),
    "the configuration's zone is changed eastwards": (
        daily(range(6)) + daily(range(6, 12), "Asia/Tokyo"),
        {},
    ),
    "set back by an hour": (wrong(TEN, 4, -HOUR), {}),
    "set back by a day, so that one morning is there twice": (wrong(TEN, 4, -DAY), {}),
    "set back by three days for the rest of the time": (
        TEN[:5] + [off(run, -3 * DAY) for run in TEN[5:]],
        {},
    ),
    "back in 1970 for a morning": (wrong(TEN, 4, datetime(1970, 1, 1, tzinfo=UTC) - TEN[4].at), {}),
    "back in 1970 on the first morning": (wrong(TEN, 0, datetime(1970, 1, 1, tzinfo=UTC) - TEN[0].at), {}),
    "a day ahead for a morning": (wrong(TEN, 4, DAY), {}),
    "years ahead for a morning": (wrong(TEN, 4, YEARS), {}),
    "years ahead while the feed does not answer": (failing(wrong(TEN, 4, YEARS), [4], "feed"), {}),
    "months ahead for three mornings, nothing answers": (
        failing(
            wrong(wrong(wrong(TEN, 4, 100 * DAY), 5, 100 * DAY), 6, 100 * DAY), [4, 5, 6], "feed", "pages"
        ),
        {},
    ),
    "a clock that loses two minutes a day": ([off(r, -2 * n * HOUR / 60) for n, r in enumerate(TEN)], {}),
    "three mornings missed": (daily([0, 1, 2, 6, 7]), {}),
    "three weeks missed": (daily([0, 1, 22, 23]), {"kept": 30 * DAY}),
    "a hundred and twenty days missed": (daily([0, 1, 121, 122]), LONG),
    "made up for when the machine is on again": (
        [
            replace(run, at=run.at + late, clock=run.clock + late)
            for run, late in zip(TEN, [HOUR * 3, 0 * HOUR] * 7, strict=True)
        ],
        {},
    ),
    "twice each morning": ([run for one in TEN for run in (one, one)], {}),
    "every hour": ([Run(START + n * HOUR, START + n * HOUR) for n in range(60)], {}),
    "a source is silent for a week": (failing(TEN, range(3, 10), "feed"), {"kept": 12 * DAY}),
    "two sources are silent for a hundred days": (
        failing(daily(range(0, 130, 2)), range(5, 56), "feed", "pages"),
        LONG,
    ),
    "one of two sources is silent for a hundred days": (
        failing(daily(range(0, 130, 2)), range(5, 56), "pages"),
        LONG,
    ),
    "the first morning is a weekly one": (daily(range(0, 50, 7)), {"kept": 20 * DAY}),
}


@pytest.mark.parametrize("case", CASES)
def test_no_document_is_skipped_or_told_twice(tmp_path: Path, case: str) -> None:
    runs, made = CASES[case]
    items = world(runs, **made)
    told = briefed(tmp_path, items, runs)
    assert due(items, runs) - set(told) == set(), "skipped"
    assert {text for text, times in told.items() if times > 1} == set(), "told twice"
    # In 1970 everything that was never read is news.
    then = {document.text for run in runs if run.clock.year == 1970 for document in listed(items, run)}
    assert set(told) - due(items, runs) - then == set(), "told though it is old"


def test_a_morning_that_the_clock_has_twice_has_a_mail_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mails are known by the moment of their run: the second one must not pass for the first."""
    moved_in(tmp_path, monkeypatch)
    monkeypatch.setattr("briefing.cli.clock.now", lambda _: START)
    news = tmp_path / "news"
    news.mkdir()
    with PostOffice() as office:
        Path("b.toml").write_text(
            '[[sources]]\npath = "news"\n[mail]\nfrom = "brief@tide.example"\nto = ["ada@tide.example"]\n'
            f'smtp = "{office.url}"\n'
        )
        for name in ("The ferry Alma ran aground on Monday.", "The fair of Varn opens on Tuesday."):
            (news / f"{name[:8]}.txt").write_text(f"{name}\n")
            assert main(["send", "-q", "-c", "b.toml"]) == 0
    assert len(set(office.ids)) == len(office.messages) == 2
    bodies = [str(message.get_body(("plain",))) for message in office.messages]
    assert ["fair of Varn" in body for body in bodies] == [False, True]


def test_a_clock_that_is_years_ahead_once_empties_nothing(tmp_path: Path) -> None:
    brief = '{{"as_of": "{}", "title": "", "stories": [], "sources": []}}'
    with State(tmp_path) as state:
        for number in range(30):
            state.archive.file(brief.format((START + number * DAY).isoformat()), {})
        ahead = START + YEARS
        state.archive.file(brief.format(ahead.isoformat()), {})
        prune(state, Settings(), ahead)
        assert len(state.archive.filed()) == 31
