"""`briefing send` where a server, a source or the network fails: no mail is lost, and none is sent twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from homes import Command
from postoffice import PostOffice
from sent import BRIDGE, FERRY, Clock, body

from briefing.cli.undelivered import Again
from briefing.state.database import NAME


@pytest.mark.parametrize(
    ("wait", "readable", "ends"),
    [(timedelta(minutes=15), True, 0), (timedelta(minutes=15), False, 3), (timedelta(days=1), True, 0)],
)
def test_a_server_that_says_later_gets_the_same_mail_at_the_next_run_which_ends_as_that_brief_is(
    wait: timedelta, readable: bool, ends: int, send: Command, post: PostOffice, clock: Clock, newsroom: Path
) -> None:
    if not readable:
        (newsroom / "news" / "empty.txt").write_text("")
    post.answers = {"anna@example.org": "450 try again"}
    code, _, err = send()
    assert code == 75
    assert "anna@example.org: not sent yet" in err
    post.answers = {}
    clock.now += wait
    assert send()[0] == ends
    assert len(post.messages) == 1
    if readable:
        assert send()[0] == 4


def test_a_refused_recipient_does_not_stop_the_rest_and_is_sent_to_when_resumed(
    send: Command, post: PostOffice
) -> None:
    post.answers = {"anna@example.org": "550 no such user"}
    code, _, err = send(to='"anna@example.org", "ben@example.org"')
    assert code == 3
    assert "anna@example.org: refused for good" in err
    assert post.recipients == ["ben@example.org"]
    post.answers = {}
    assert send("--resume", to='"anna@example.org", "ben@example.org"')[0] == 0
    assert post.recipients == ["ben@example.org", "anna@example.org"]


def test_a_brief_that_every_recipient_refused_is_told_at_each_run_until_its_address_is_mended(
    send: Command, post: PostOffice, clock: Clock
) -> None:
    post.content = "554 no spam here"
    assert send()[0] == 1
    clock.now += timedelta(days=1)
    code, _, err = send("-q")
    assert code == 4
    assert err == (
        "briefing: 1 mail to anna@example.org of 2031-03-04 07:00 refused (554 no spam here): if the "
        "address is right, `briefing send -c b.toml --resume` tries it again; if not, mend it under [mail]: "
        "`briefing show -c b.toml` prints the brief\n"
    )
    assert send(to='"ben@example.org"')[2] == ""
    post.content = "250 OK"
    assert send("--resume")[0] == 0
    assert send("-q")[2] == ""


def test_what_is_to_be_resumed_is_named_with_its_sources_and_recipients() -> None:
    again = Again.of(None, ["my news"], ["ben@example.org"])
    assert again == Again("`briefing send --to ben@example.org --resume 'my news'`", "`briefing show`")


def test_a_mail_whose_answer_never_came_is_held_and_told_and_resumed_under_its_id(
    send: Command, post: PostOffice, newsroom: Path, clock: Clock
) -> None:
    send()
    state = sqlite3.connect(newsroom / "state" / NAME)  # as a run leaves it that was killed before the answer
    state.execute("UPDATE letters SET fate = 'sending'")
    state.commit()
    state.close()
    clock.now += timedelta(days=1)
    code, _, err = send()
    assert (code, len(post.messages)) == (4, 1)
    assert "nobody knows whether the mail of 2031-03-04 07:00 to anna@example.org arrived" in err
    assert send("--resume")[0] == 0
    assert len(post.messages) == 2
    assert len(set(post.ids)) == 1
    assert "nobody knows" not in send()[2]


def test_what_is_committed_before_the_content_leaves_says_sending(
    send: Command, post: PostOffice, newsroom: Path
) -> None:
    seen = []

    def look() -> None:
        with closing(sqlite3.connect(newsroom / "state" / NAME)) as state:
            seen.append(state.execute("SELECT fate FROM letters").fetchall())

    post.arriving = look
    send()
    assert seen == [[("sending",)]]


def test_when_no_source_answers_the_owner_hears_of_it_once_a_day(
    send: Command, post: PostOffice, clock: Clock
) -> None:
    owner = 'on_failure = "owner@example.org"\n'
    code, _, err = send(mail=owner, sources="absent")
    assert code == 1
    assert "no source answered" in err
    assert send(mail=owner, sources="absent")[0] == 1
    assert post.recipients == ["owner@example.org"]
    clock.now += timedelta(days=1)
    send(mail=owner, sources="absent")
    assert post.recipients == ["owner@example.org"] * 2


def test_a_morning_without_network_is_made_up_for_when_it_is_back(
    send: Command, post: PostOffice, clock: Clock
) -> None:
    owner = 'on_failure = "owner@example.org"\n'
    post.stop()
    assert send(mail=owner, sources="absent")[0] == 1
    post.start()
    clock.now += timedelta(minutes=15)
    assert send(mail=owner)[0] == 0
    assert post.recipients == ["owner@example.org", "anna@example.org"]


def test_a_server_that_is_not_there_leaves_the_mail_waiting(
    send: Command, post: PostOffice, clock: Clock, newsroom: Path
) -> None:
    post.stop()
    code, _, err = send()
    assert code == 75
    assert "anna@example.org: not sent yet" in err
    post.start()
    clock.now += timedelta(days=1)
    (newsroom / "news" / "bridge.txt").write_text(BRIDGE)
    assert send()[0] == 0
    assert ["Alma" in body(post, n) for n in range(2)] == [True, False]


def test_a_wrong_password_stops_no_brief_and_the_mail_waits(
    send: Command, post: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, _, err = send(mail='password_env = "BRIEFING_SMTP_PASSWORD"\n')
    assert code == 2
    assert "BRIEFING_SMTP_PASSWORD is not set" in err


def test_a_source_that_failed_makes_it_incomplete_and_is_named(
    send: Command, post: PostOffice, newsroom: Path
) -> None:
    (newsroom / "news" / "empty.txt").write_text("")
    code, _, err = send()
    assert code == 3
    assert err == (
        "briefing: the brief is not complete: empty (no text in it); see “Not covered” in it (exit code 3)\n"
    )
    assert "Not covered" in body(post)
    code, _, err = send()
    assert code == 3  # nothing new, but it is still heard of
    assert "news/empty.txt: no text in it" in err
    (newsroom / "news" / "again.txt").write_text(f"{FERRY.split('. ')[0]}.\n")
    code, _, err = send()
    assert code == 3
    assert err == "briefing: nothing new since the brief of 4 March; empty: no text in it (exit code 3)\n"
    assert len(post.messages) == 1
