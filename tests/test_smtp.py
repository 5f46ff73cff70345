"""A letter is sent once, or it is known why not; what is unknown is said to be."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from mail_servers import (
    HANGS_UP,
    PASSWORD,
    SILENT,
    USER,
    Certificate,
    Mailroom,
    Scripted,
    free_port,
    letter,
    obedient,
)
from smtp_post import Commits, posted, quick

from briefing.delivery.connection import Patience
from briefing.delivery.server import Server, server
from briefing.delivery.smtp import SmtpPost
from briefing.errors import PostError, UsageError
from briefing.types import Receipt


def test_a_letter_arrives_as_it_is(trusted: Certificate) -> None:
    room, commits = Mailroom(), Commits()
    with (
        obedient(room, login=True, tls_context=trusted.context, require_starttls=True) as port,
        posted(f"smtp://{USER}@localhost:{port}", PASSWORD) as post,
    ):
        assert post.send(letter(), commits) == Receipt("accepted", "250 kept")
    (envelope,) = room.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == ("brief@example.org", ["reader@example.org"])
    assert envelope.content == letter().content
    assert commits.count == 1


LATER, REFUSED = "later", "refused"


@pytest.mark.parametrize(
    ("word", "answer", "outcome", "committed"),
    [
        ("greeting", "421 busy", LATER, 0),
        ("EHLO", "421 busy", LATER, 0),
        ("AUTH", "454 busy", LATER, 0),
        ("MAIL", "451 busy", LATER, 0),
        ("MAIL", "552 too large", REFUSED, 0),
        ("RCPT", "450 greylisted", LATER, 0),
        ("RCPT", "550 no such user", REFUSED, 0),
        ("DATA", "451 busy", LATER, 0),
        ("DATA", "554 no", REFUSED, 0),
        ("DATA", "250 what", LATER, 0),
        ("dot", "451 busy", LATER, 1),
        ("dot", "554 spam", REFUSED, 1),
        ("dot", "354 what", "unknown", 1),
    ],
)
def test_each_answer_has_its_outcome(word: str, answer: str, outcome: str, committed: int) -> None:
    commits = Commits()
    with (
        Scripted({"EHLO": "250-hi\n250 AUTH PLAIN", "AUTH": "235 ok", word: answer}) as there,
        quick(there.port, user=USER) as post,
    ):
        receipt = post.send(letter(), commits)
    assert (receipt.outcome, commits.count) == (outcome, committed)
    assert answer in receipt.reason


STAGES = {"greeting": 0, "EHLO": 0, "AUTH": 0, "MAIL": 0, "RCPT": 0, "DATA": 0, "dot": 1}


@pytest.mark.parametrize(("word", "how"), [*itertools.product(STAGES, [HANGS_UP, SILENT, "nonsense"])])
def test_a_connection_that_breaks_is_later_until_the_dot_and_unknown_after_it(
    word: str, how: str | None
) -> None:
    commits = Commits()
    with (
        Scripted({"EHLO": "250-hi\n250 AUTH PLAIN", "AUTH": "235 ok", word: how}) as there,
        quick(there.port, user=USER) as post,
    ):
        receipt = post.send(letter(), commits)
    why = {HANGS_UP: "hung up|reset|Broken pipe", SILENT: "no answer in time", "nonsense": "is not SMTP"}[how]
    assert receipt.outcome == ("unknown" if word == "dot" else "later")
    assert any(part in receipt.reason for part in why.split("|")), receipt.reason
    assert commits.count == STAGES[word]


def test_a_connection_that_breaks_within_the_content_is_later() -> None:
    """The server takes DATA and is gone before the content is whole: no dot, so nothing was sent."""
    commits = Commits()
    with Scripted({}, leaves_after="DATA") as there, quick(there.port) as post:
        receipt = post.send(letter(content=(b"y" * 70 + b"\r\n") * 200_000), commits)
    assert (receipt.outcome, commits.count) == ("later", 1)


def test_one_that_dribbles_is_not_waited_for() -> None:
    with Scripted({"greeting": "220 " + "a" * 400}, drip=0.02) as there, quick(there.port) as post:
        assert post.send(letter(), Commits()) == Receipt(
            "later", f"127.0.0.1:{there.port}: no answer in time"
        )


def test_all_of_it_has_an_end() -> None:
    slow = Patience(connect=2.0, answer=2.0, last=2.0, total=0.3)
    with Scripted({}, drip=0.02) as there:
        post = SmtpPost(Server("127.0.0.1", there.port, False, None), None, "example.org", slow)
        with post:
            assert post.send(letter(), Commits()).outcome == "later"


def test_where_nobody_listens_it_is_later() -> None:
    port = free_port()
    with quick(port) as post:
        assert post.send(letter(), Commits()) == Receipt("later", f"127.0.0.1:{port}: Connection refused")
        with pytest.raises(PostError, match=r"Connection refused: see host and port in mail.smtp"):
            post.trial()


def test_what_the_commit_raises_passes_and_nothing_is_sent() -> None:
    with Scripted({}) as there, quick(there.port) as post, pytest.raises(OSError, match="disk full"):
        post.send(letter(), Commits(OSError("disk full")))
    assert there.content == []


def test_one_connection_serves_several_letters_and_a_refused_one_does_not_stop_the_rest() -> None:
    room = Mailroom(refuse={"b@example.org": "550 no such user", "c@example.org": "450 greylisted"})
    with obedient(room) as port, quick(port) as post:
        outcomes = [post.send(letter(f"{name}@example.org"), Commits()).outcome for name in "abcd"]
    assert outcomes == ["accepted", "refused", "later", "accepted"]
    assert [envelope.rcpt_tos for envelope in room.envelopes] == [["a@example.org"], ["d@example.org"]]
    assert len(room.sessions) == 1


def test_a_connection_that_broke_is_opened_anew_for_the_next_letter() -> None:
    with Scripted({"RSET": HANGS_UP}) as there, quick(there.port) as post:
        assert [post.send(letter(), Commits()).outcome for _ in range(3)] == ["accepted"] * 3
    assert sum(word.startswith("EHLO") for word in there.heard) == 3


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("smtp://mail.example.org", Server("mail.example.org", 587, False, None)),
        ("smtps://ada@mail.example.org", Server("mail.example.org", 465, True, "ada")),
        ("smtp://ada%40example.org@m.example:25", Server("m.example", 25, False, "ada@example.org")),
        ("smtp://ada@example.org@m.example", Server("m.example", 587, False, "ada@example.org")),
        ("smtp://bücher.example", Server("xn--bcher-kva.example", 587, False, None)),
        ("smtps://[::1]:4650", Server("::1", 4650, True, None)),
    ],
)
def test_a_server_is_read_from_its_address(url: str, found: Server) -> None:
    assert server(url) == found


def test_a_user_and_a_password_belong_together() -> None:
    with pytest.raises(UsageError, match="no password for ada: name it by password_env"):
        posted("smtp://ada@mail.example.org")
    with pytest.raises(UsageError, match=r"no user: write smtp = \"smtps://USER@mail.example.org:465\""):
        posted("smtps://mail.example.org", PASSWORD)
    with pytest.raises(UsageError, match="printable ASCII"):
        posted("smtp://%C3%A4da@mail.example.org", PASSWORD)


def test_a_letter_whose_last_line_is_open_is_ended_all_the_same(trusted: Certificate) -> None:
    """Else the final dot would belong to that line, and the server wait for more."""
    room = Mailroom()
    open_ended = replace(letter(), content=b"Subject: x\r\n\r\nThe end")
    with (
        obedient(room, login=True, tls_context=trusted.context, require_starttls=True) as port,
        SmtpPost(
            server(f"smtp://{USER}@localhost:{port}"), PASSWORD, "example.org", Patience(answer=5.0, last=2.0)
        ) as post,
    ):
        assert post.send(open_ended, Commits()).outcome == "accepted"
    assert room.envelopes[0].content == open_ended.content + b"\r\n"
