"""What is old goes, and what is too much; never what a coming brief looks back on, nor an unsent letter."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from briefing.state import State
from briefing.types import Completion, Edition, Fetched, Letter

DAY = timedelta(days=1)
START = datetime(2031, 1, 1, 7, tzinfo=UTC)
ROOMY = 10**12


def brief(moment: datetime) -> str:
    return json.dumps({"as_of": moment.isoformat(), "title": "Morning", "stories": [], "sources": []})


def file(state: State, day: int, text: str) -> tuple[int, str]:
    key = sha256(text.encode()).hexdigest()
    return state.archive.file(brief(START + day * DAY), {key: text}, "{}"), key


def test_a_brief_that_is_too_old_goes_with_its_record_and_the_texts_that_no_other_has(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        old, lone = file(state, 0, "an old text")
        new, shared = file(state, 400, "a text of both")
        state.archive.file(brief(START), {shared: "a text of both"})
        state.prune(START + 35 * DAY, ROOMY)
        assert state.archive.brief(old) is None
        assert state.archive.record(old) is None
        assert state.archive.brief(new) is not None
        assert state.archive.texts([lone, shared]) == {shared: "a text of both"}


def test_what_a_series_looks_back_on_stays_however_old(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        series = state.series("mine")
        for day in range(20):
            series.record(Edition(START + day * DAY, brief(START + day * DAY)))
        state.prune(START + 900 * DAY, ROOMY)
        assert len(series.briefs(99)) == 14
        assert series.last() == START + 19 * DAY


def test_a_letter_that_was_not_sent_stays_however_old(tmp_path: Path) -> None:
    letters = [Letter(f"<{n}@x.example>", "a@x.example", "b@x.example", b"text") for n in range(3)]
    with State(tmp_path) as state:
        series = state.series("mine")
        for number, letter in enumerate(letters):
            series.record(Edition(START + number * DAY, letters=(letter,)))
        state.outbox.settle(letters[0].id, "sent")
        state.outbox.settle(letters[1].id, "unknown", "cut")
        state.prune(START + 900 * DAY, ROOMY)
        kept = state.outbox.letters("mine", ("queued", "sent", "unknown"))
        assert [one.letter for one in kept] == letters[1:]


def test_replies_and_pages_are_of_the_day_of_their_run_and_go_when_it_is_too_long_ago(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        for day in (0, 30):
            state.pages(START + day * DAY).keep(f"https://x.example/{day}", Fetched(b"p"))
            state.replies(START + day * DAY).put(str(day), Completion("r"))
        state.prune(START + 30 * DAY, ROOMY)
        kept = state.pages(START), state.replies(START)
        assert [kept[0].kept(f"https://x.example/{day}") for day in (0, 30)] == [None, Fetched(b"p")]
        assert [kept[1].get(str(day)) for day in (0, 30)] == [None, Completion("r")]


def test_too_much_goes_by_what_is_had_again_first_and_the_file_shrinks(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        pages, replies = state.pages(START), state.replies(START)
        for number in range(40):
            pages.keep(f"https://x.example/{number}", Fetched(b"p" * 50_000))
            replies.put(str(number), Completion("r" * 1000))
        run, key = file(state, 0, "a text " * 1000)
        state.prune(datetime(2000, 1, 1, tzinfo=UTC), 300_000)
        assert pages.kept("https://x.example/0") is None
        assert replies.get("0") is not None
        assert state.archive.texts([key])
        assert state.archive.brief(run) is not None
    assert sum(file.stat().st_size for file in tmp_path.glob("*.sqlite3")) < 400_000


def test_the_newest_brief_of_all_stays_however_old_though_no_series_has_it(tmp_path: Path) -> None:
    """What `make` filed last is what `show` shows."""
    with State(tmp_path) as state:
        old, _ = file(state, 0, "an old text")
        last, key = file(state, 1, "the last text")
        state.prune(START + 900 * DAY, 0)
        assert (state.archive.brief(old), state.archive.brief(last) is not None) == (None, True)
        assert state.archive.texts([key]) == {key: "the last text"}


def test_of_what_is_had_again_the_oldest_goes_first(tmp_path: Path) -> None:
    with State(tmp_path) as state:
        for day in (1, 0):
            for number in range(100):
                page = Fetched(bytes([day]) * 4_000)
                state.pages(START + day * DAY).keep(f"https://x.example/{day}/{number}", page)
        state.prune(datetime(2000, 1, 1, tzinfo=UTC), 700_000)
        kept = [state.pages(START).kept(f"https://x.example/{day}/0") is not None for day in (0, 1)]
        assert kept == [False, True]
