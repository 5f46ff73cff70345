"""`briefing send`: one mail each morning, once; what is unknown is held and told."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from postoffice import PostOffice

from briefing.cli import run
from briefing.cli.main import main
from briefing.settings import Settings
from briefing.state.database import NAME

FERRY = (
    "The ferry Alma ran aground off Skerry Point on Monday. Officials said 14 people were hurt. "
    "The operator, Kestrel Lines, has not responded to questions about the accident.\n"
)
BRIDGE = (
    "The council of Varn closed the Long Bridge to lorries on Tuesday. Engineers found cracks in two piers. "
    "The bridge will stay open to cars until the repairs begin in May.\n"
)
SEVEN = datetime(2031, 3, 4, 7, tzinfo=UTC)
Briefing = Callable[..., tuple[int, str, str]]


class Clock:
    """The hour of the runs, which a test moves on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self, _settings: Settings) -> datetime:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    hour = Clock(SEVEN)
    monkeypatch.setattr(run, "now", hour)
    return hour


@pytest.fixture
def post() -> Iterator[PostOffice]:
    with PostOffice() as office:
        yield office


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "BRIEFING_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BRIEFING_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "ferry.txt").write_text(FERRY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def briefing(home: Path, post: PostOffice, clock: Clock, capfd: pytest.CaptureFixture[str]) -> Briefing:
    """`briefing send` with a configuration that names the server: exit code, standard output and error."""

    def start(
        *arguments: str, to: str = '"anna@example.org"', mail: str = "", sources: str = "news"
    ) -> tuple:
        (home / "b.toml").write_text(
            f'[[sources]]\npath = "{sources}"\n[mail]\nfrom = "brief@example.org"\nto = [{to}]\n'
            f'smtp = "{post.url}"\n{mail}'
        )
        code = main(["send", "-c", "b.toml", *arguments])
        captured = capfd.readouterr()
        return code, captured.out, captured.err

    return start


def body(post: PostOffice, number: int = -1) -> str:
    part = post.messages[number].get_body(("plain",))
    assert part
    return str(part.get_content())


def test_the_first_brief_goes_out_to_each_recipient_in_a_mail_of_their_own(
    briefing: Briefing, post: PostOffice
) -> None:
    assert briefing(to='"anna@example.org", "ben@example.org"') == (0, "", "")
    assert post.recipients == ["anna@example.org", "ben@example.org"]
    assert len(set(post.ids)) == 2
    assert [message["To"] for message in post.messages] == ["anna@example.org", "ben@example.org"]
    assert "The ferry Alma ran aground off Skerry Point" in body(post)


def test_a_second_run_the_same_morning_sends_nothing(briefing: Briefing, post: PostOffice) -> None:
    assert briefing()[0] == 0
    assert briefing() == (4, "", "")
    assert len(post.messages) == 1


def test_the_next_morning_tells_what_is_new_and_nothing_else(
    briefing: Briefing, post: PostOffice, clock: Clock, home: Path
) -> None:
    briefing()
    clock.now += timedelta(days=1)
    (home / "news" / "bridge.txt").write_text(BRIDGE)
    assert briefing()[0] == 0
    assert "Long Bridge" in body(post)
    assert "Alma" not in body(post)


def test_nothing_new_is_mailed_only_where_that_is_asked_for(
    briefing: Briefing, post: PostOffice, clock: Clock
) -> None:
    briefing()
    clock.now += timedelta(days=1)
    assert briefing()[0] == 4
    assert briefing(mail='empty = "notice"\n')[0] == 4
    assert len(post.messages) == 2
    assert "nothing new" in body(post).lower()


def test_a_server_that_says_later_gets_the_same_mail_at_the_next_run(
    briefing: Briefing, post: PostOffice, clock: Clock
) -> None:
    post.answers = {"anna@example.org": "450 try again"}
    code, _, err = briefing()
    assert code == 75
    assert "anna@example.org: not sent yet" in err
    post.answers = {}
    clock.now += timedelta(minutes=15)
    assert briefing()[0] == 0
    assert len(post.messages) == 1
    assert briefing()[0] == 4


def test_a_refused_recipient_does_not_stop_the_rest_and_is_sent_to_when_resumed(
    briefing: Briefing, post: PostOffice
) -> None:
    post.answers = {"anna@example.org": "550 no such user"}
    code, _, err = briefing(to='"anna@example.org", "ben@example.org"')
    assert code == 3
    assert "anna@example.org: refused for good" in err
    assert post.recipients == ["ben@example.org"]
    post.answers = {}
    assert briefing("--resume", to='"anna@example.org", "ben@example.org"')[0] == 0
    assert post.recipients == ["ben@example.org", "anna@example.org"]


def test_a_mail_whose_answer_never_came_is_held_and_told_and_resumed_under_its_id(
    briefing: Briefing, post: PostOffice, home: Path, clock: Clock
) -> None:
    briefing()
    state = sqlite3.connect(home / "state" / NAME)  # as a run leaves it that was killed before the answer
    state.execute("UPDATE letters SET fate = 'sending'")
    state.commit()
    state.close()
    clock.now += timedelta(days=1)
    code, _, err = briefing()
    assert (code, len(post.messages)) == (4, 1)
    assert "nobody knows whether the mail of 2031-03-04 07:00 to anna@example.org arrived" in err
    assert briefing("--resume")[0] == 0
    assert len(post.messages) == 2
    assert len(set(post.ids)) == 1
    assert "nobody knows" not in briefing()[2]


def test_what_is_committed_before_the_content_leaves_says_sending(
    briefing: Briefing, post: PostOffice, home: Path
) -> None:
    seen = []

    def look() -> None:
        with closing(sqlite3.connect(home / "state" / NAME)) as state:
            seen.append(state.execute("SELECT fate FROM letters").fetchall())

    post.arriving = look
    briefing()
    assert seen == [[("sending",)]]


def test_eight_starts_at_once_are_one_mail_and_seven_that_say_try_again(
    home: Path, post: PostOffice, briefing: Briefing
) -> None:
    from program import start

    entered, leave = threading.Event(), threading.Event()

    def hold() -> None:
        entered.set()
        leave.wait(60)

    post.arriving = hold
    (home / "b.toml").write_text(
        f'[[sources]]\npath = "news"\n[mail]\nfrom = "brief@example.org"\nto = ["anna@example.org"]\n'
        f'smtp = "{post.url}"\n'
    )
    first = start("send", "-c", "b.toml", home=home)
    assert entered.wait(60)
    rest = [start("send", "-c", "b.toml", home=home) for _ in range(7)]
    said = [process.communicate(timeout=60)[1] for process in rest]
    leave.set()
    first.communicate(timeout=60)
    codes = [process.returncode for process in (first, *rest)]
    assert (codes, len(post.messages)) == ([0, *[75] * 7], 1)
    assert set(said) == {"briefing: another run is sending this brief: there is nothing to do\n"}


def test_when_no_source_answers_the_owner_hears_of_it_once_a_day(
    briefing: Briefing, post: PostOffice, clock: Clock
) -> None:
    owner = 'on_failure = "owner@example.org"\n'
    code, _, err = briefing(mail=owner, sources="absent")
    assert code == 1
    assert "no source answered" in err
    assert briefing(mail=owner, sources="absent")[0] == 1
    assert post.recipients == ["owner@example.org"]
    clock.now += timedelta(days=1)
    briefing(mail=owner, sources="absent")
    assert post.recipients == ["owner@example.org"] * 2


def test_a_morning_without_network_is_made_up_for_when_it_is_back(
    briefing: Briefing, post: PostOffice, clock: Clock
) -> None:
    owner = 'on_failure = "owner@example.org"\n'
    post.stop()
    assert briefing(mail=owner, sources="absent")[0] == 1
    post.start()
    clock.now += timedelta(minutes=15)
    assert briefing(mail=owner)[0] == 0
    assert post.recipients == ["owner@example.org", "anna@example.org"]


def test_a_dry_run_prints_the_message_and_leaves_no_trace(briefing: Briefing, post: PostOffice) -> None:
    code, out, _ = briefing("--dry-run")
    assert code == 0
    assert "\nTo: anna@example.org" in out
    assert post.messages == []
    assert briefing()[0] == 0
    assert briefing("--dry-run")[:2] == (4, "")


def test_a_test_mail_to_oneself_takes_nothing_from_the_readers(briefing: Briefing, post: PostOffice) -> None:
    assert briefing("--to", "me@example.org")[0] == 0
    assert briefing()[0] == 0
    assert post.recipients == ["me@example.org", "anna@example.org"]


def test_without_mail_settings_the_error_says_what_to_write(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["send", "news"]) == 2
    assert "[mail]" in capfd.readouterr().err


def test_a_server_that_is_not_there_leaves_the_mail_waiting(
    briefing: Briefing, post: PostOffice, clock: Clock, home: Path
) -> None:
    post.stop()
    code, _, err = briefing()
    assert code == 75
    assert "anna@example.org: not sent yet" in err
    post.start()
    clock.now += timedelta(days=1)
    (home / "news" / "bridge.txt").write_text(BRIDGE)
    assert briefing()[0] == 0
    assert ["Alma" in body(post, n) for n in range(2)] == [True, False]


def test_a_wrong_password_stops_no_brief_and_the_mail_waits(
    briefing: Briefing, post: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, _, err = briefing(mail='password_env = "BRIEFING_SMTP_PASSWORD"\n')
    assert code == 2
    assert "BRIEFING_SMTP_PASSWORD is not set" in err


def test_a_series_goes_by_its_configuration_sources_and_recipient(
    briefing: Briefing, post: PostOffice, home: Path
) -> None:
    briefing()
    (home / "other").mkdir()
    (home / "other" / "bridge.txt").write_text(BRIDGE)
    assert briefing("other")[0] == 0
    assert briefing("other")[0] == 4
    assert briefing()[0] == 4


def test_a_plan_asks_nobody_and_records_nothing(briefing: Briefing, post: PostOffice) -> None:
    code, out, _ = briefing("--plan")
    assert code == 0
    assert "1 story" in out
    assert briefing()[0] == 0


def test_flags_that_do_not_go_together_are_told(briefing: Briefing) -> None:
    code, _, err = briefing("--plan", "--resume")
    assert code == 2
    assert "--resume and --plan do not go together" in err


@pytest.mark.parametrize("to", ["nobody", "a@b\nBcc: c@d.example", ""])
def test_a_recipient_that_is_no_address_is_a_usage_error(
    briefing: Briefing, post: PostOffice, to: str
) -> None:
    assert briefing("--to", to)[0] == 2
    assert post.messages == []


def test_a_source_that_failed_makes_it_incomplete_and_is_named(
    briefing: Briefing, post: PostOffice, home: Path
) -> None:
    (home / "news" / "empty.txt").write_text("")
    assert briefing()[0] == 3
    assert "Not covered" in body(post)
    assert briefing()[0] == 3  # nothing new, but it is still heard of
    assert len(post.messages) == 1
