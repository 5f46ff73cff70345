"""A crontab's line runs the command as it was meant, whatever its words are, and again where it should."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jobs import JOB, entry, like, run, script

from briefing.errors import UsageError
from briefing.schedule import Timing, crontab

SEVEN = Timing(7, 0)
WORDS = st.text(
    st.characters(categories=["L", "N", "P", "S"], exclude_characters="\\"), min_size=1, max_size=30
)


@pytest.mark.parametrize(
    ("timing", "fields"),
    [
        (SEVEN, "0 7 * * *"),
        (Timing(6, 30, (0, 1, 2, 3, 4)), "30 6 * * 1-5"),
        (Timing(7, 0, (5, 6)), "0 7 * * 0,6"),
        (Timing(7, 0, (0, 3)), "0 7 * * 1,4"),
        (Timing(0, 5, (0, 1, 2, 4, 6)), "5 0 * * 0-3,5"),
    ],
)
def test_the_fields_say_when(timing: Timing, fields: str) -> None:
    assert entry(crontab(JOB, timing, elsewhere=False))[0] == fields


def test_the_owner_gets_what_is_said_and_without_one_cron_decides() -> None:
    assert "\nMAILTO=owner@tide.example\n" in crontab(JOB, SEVEN, elsewhere=False)
    assert "\nMAILTO" not in crontab(like(owner=None), SEVEN, elsewhere=False)


def test_the_first_attempt_is_the_last_unless_it_says_later(tmp_path: Path) -> None:
    """The pauses are real seconds, so a stand-in for sleep writes them down."""
    script(tmp_path / "sleep", f'echo "pause $1" >> {tmp_path}/told')
    tried = script(
        tmp_path / "tried",
        f'echo "attempt $*" >> {tmp_path}/told\nread -r code < {tmp_path}/codes\n'
        f"sed -i 1d {tmp_path}/codes\nexit $code",
    )
    _, command = entry(crontab(like(command=(str(tried), "send")), SEVEN, elsewhere=False))
    for codes, attempts in (([0], 1), ([1], 1), ([3], 1), ([75, 0], 2), ([75] * 9, 4)):
        (tmp_path / "told").write_text("")
        (tmp_path / "codes").write_text("".join(f"{code}\n" for code in codes))
        done = run(command, tmp_path)
        assert (done.stdout, done.stderr) == ("", "")
        told = (tmp_path / "told").read_text().splitlines()
        assert told == [
            line for pause in (0, 300, 900, 2700)[:attempts] for line in (f"pause {pause}", "attempt send")
        ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=WORDS, value=WORDS, folder=WORDS.filter(lambda text: "/" not in text and text not in (".", "..")))
def test_every_word_reaches_the_program(tmp_path: Path, name: str, value: str, folder: str) -> None:
    there = tmp_path / folder
    there.mkdir(exist_ok=True)
    script(tmp_path / "sleep", ":")
    shown = script(
        there / "shown", f'printf "%s\\n" "$1" "$TOLD" "$CREDENTIALS_DIRECTORY" "$(pwd)" > {tmp_path}/told'
    )
    job = like(
        command=(str(shown), name),
        folder=there,
        environment={"TOLD": value},
        secrets=("KEY",),
        credentials=there / "kept",
    )
    _, command = entry(crontab(job, SEVEN, elsewhere=False))
    done = run(command, tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "told").read_text().splitlines() == [name, value, str(there / "kept"), str(there)]


def test_what_cron_cannot_hold_is_refused() -> None:
    for word in ("a\\b", "a\nb", "a\x1bb"):
        with pytest.raises(UsageError):
            crontab(like(command=("/usr/bin/env", word)), SEVEN, elsewhere=False)
