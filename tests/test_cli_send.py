"""`briefing send`: one mail each morning, once; what is unknown is held and told."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from homes import Command
from postoffice import PostOffice
from sent import BRIDGE, Clock, body

from briefing.cli.main import main


def test_the_first_brief_goes_out_to_each_recipient_in_a_mail_of_their_own(
    send: Command, post: PostOffice
) -> None:
    assert send(to='"anna@example.org", "ben@example.org"') == (0, "", "")
    assert post.recipients == ["anna@example.org", "ben@example.org"]
    assert len(set(post.ids)) == 2
    assert [message["To"] for message in post.messages] == ["anna@example.org", "ben@example.org"]
    assert "The ferry Alma ran aground off Skerry Point" in body(post)


def test_who_looks_on_is_told_what_was_sent(send: Command, post: PostOffice) -> None:
    code, out, err = send("-v", to='"anna@example.org", "ben@example.org"')
    assert (code, out, len(post.messages)) == (0, "", 2)
    assert err.splitlines()[-1] == "briefing: 2 mails sent: anna@example.org, ben@example.org"
    assert "sent" not in send("-v")[2]


def test_a_second_run_the_same_morning_sends_nothing(send: Command, post: PostOffice) -> None:
    assert send()[0] == 0
    assert send() == (4, "", "")
    assert len(post.messages) == 1


def test_the_next_morning_tells_what_is_new_and_nothing_else(
    send: Command, post: PostOffice, clock: Clock, newsroom: Path
) -> None:
    send()
    clock.now += timedelta(days=1)
    (newsroom / "news" / "bridge.txt").write_text(BRIDGE)
    assert send()[0] == 0
    assert "Long Bridge" in body(post)
    assert "Alma" not in body(post)


def test_nothing_new_is_mailed_only_where_that_is_asked_for(
    send: Command, post: PostOffice, clock: Clock
) -> None:
    send()
    clock.now += timedelta(days=1)
    assert send()[0] == 4
    assert send(mail='empty = "notice"\n')[0] == 4
    assert len(post.messages) == 2
    assert "nothing new" in body(post).lower()


def test_eight_starts_at_once_are_one_mail_and_seven_that_say_try_again(
    newsroom: Path, post: PostOffice, send: Command
) -> None:
    from program import start

    entered, leave = threading.Event(), threading.Event()

    def hold() -> None:
        entered.set()
        leave.wait(60)

    post.arriving = hold
    (newsroom / "b.toml").write_text(
        f'[[sources]]\npath = "news"\n[mail]\nfrom = "brief@example.org"\nto = ["anna@example.org"]\n'
        f'smtp = "{post.url}"\n'
    )
    first = start("send", "-c", "b.toml", home=newsroom)
    assert entered.wait(60)
    rest = [start("send", "-c", "b.toml", home=newsroom) for _ in range(7)]
    said = [process.communicate(timeout=60)[1] for process in rest]
    leave.set()
    first.communicate(timeout=60)
    codes = [process.returncode for process in (first, *rest)]
    assert (codes, len(post.messages)) == ([0, *[75] * 7], 1)
    assert set(said) == {"briefing: another run is sending this brief: there is nothing to do\n"}


def test_a_dry_run_prints_the_message_and_leaves_no_trace(send: Command, post: PostOffice) -> None:
    code, out, _ = send("--dry-run")
    assert code == 0
    assert "\nTo: anna@example.org" in out
    assert post.messages == []
    assert send()[0] == 0
    assert send("--dry-run")[:2] == (4, "")


def test_a_test_mail_to_oneself_takes_nothing_from_the_readers(send: Command, post: PostOffice) -> None:
    assert send("--to", "me@example.org")[0] == 0
    assert send()[0] == 0
    assert post.recipients == ["me@example.org", "anna@example.org"]


def test_a_test_mail_may_go_to_several(send: Command, post: PostOffice) -> None:
    several = ("me@example.org", "you@example.org", "me@example.org")
    assert send(*(word for one in several for word in ("--to", one)))[0] == 0
    assert post.recipients == ["me@example.org", "you@example.org"]


def test_without_mail_settings_the_error_says_what_to_write(
    newsroom: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["send", "news"]) == 2
    err = capfd.readouterr().err
    assert "[mail]" in err
    assert "`briefing init`" in err


def test_a_series_goes_by_its_configuration_sources_and_recipient(
    send: Command, post: PostOffice, newsroom: Path
) -> None:
    send()
    (newsroom / "other").mkdir()
    (newsroom / "other" / "bridge.txt").write_text(BRIDGE)
    assert send("other")[0] == 0
    assert send("other")[0] == 4
    assert send()[0] == 4


def test_a_plan_asks_nobody_and_records_nothing(send: Command, post: PostOffice) -> None:
    code, out, _ = send("--plan")
    assert code == 0
    assert "1 story" in out
    assert send()[0] == 0


def test_flags_that_do_not_go_together_are_told(send: Command) -> None:
    code, _, err = send("--plan", "--resume")
    assert code == 2
    assert "--resume and --plan do not go together" in err


@pytest.mark.parametrize("to", ["nobody", "a@b\nBcc: c@d.example", ""])
def test_a_recipient_that_is_no_address_is_a_usage_error(send: Command, post: PostOffice, to: str) -> None:
    assert send("--to", to)[0] == 2
    assert post.messages == []
