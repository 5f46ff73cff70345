"""Before a letter goes: greeting, TLS and login, and a server that is not to be trusted."""

from __future__ import annotations

import pytest
from mail_servers import PASSWORD, USER, Answers, Certificate, Mailroom, Scripted, letter, obedient
from smtp_post import Commits, posted, quick

from briefing.errors import PostError
from briefing.types import Receipt


def test_tls_from_the_start(trusted: Certificate) -> None:
    room = Mailroom()
    with (
        obedient(room, ssl_context=trusted.context) as port,
        posted(f"smtps://localhost:{port}") as post,
    ):
        assert post.trial() == f"localhost:{port}, TLSv1.3, no login"
        assert post.send(letter(), Commits()).outcome == "accepted"
    assert len(room.envelopes) == 1


def test_the_trial_tells_what_stands_and_sends_nothing(trusted: Certificate) -> None:
    room = Mailroom()
    with (
        obedient(room, login=True, tls_context=trusted.context, require_starttls=True) as port,
        posted(f"smtp://{USER}@localhost:{port}", PASSWORD) as post,
    ):
        assert post.trial() == f"localhost:{port}, TLSv1.3, logged in as {USER}"
    assert room.envelopes == []


def test_on_this_machine_alone_it_goes_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    with Scripted({}) as there, quick(there.port) as post:
        assert post.trial() == f"127.0.0.1:{there.port}, in the clear, on this machine, no login"
        assert post.send(letter(), Commits()).outcome == "accepted"
    assert there.content == ["Subject: a\r\n", "\r\n", "..dot\r\n", "end\r\n", ".\r\n"]
    monkeypatch.setattr("briefing.delivery.connection.Connection.local", False)
    with Scripted({}) as there, quick(there.port) as post:
        with pytest.raises(PostError, match=r"offers no TLS .STARTTLS.: nothing is sent in the clear"):
            post.send(letter(), Commits())
        assert there.heard == ["EHLO example.org"]


def test_a_certificate_that_nobody_vouches_for_is_refused(certificate: Certificate) -> None:
    for url, options in (
        ("smtps", {"ssl_context": certificate.context}),
        ("smtp", {"tls_context": certificate.context}),
    ):
        with (
            obedient(Mailroom(), **options) as port,
            posted(f"{url}://localhost:{port}") as post,
            pytest.raises(PostError, match=r"certificate of localhost:\d+ is not trusted .*self-signed"),
        ):
            post.send(letter(), Commits())


def test_a_certificate_for_another_name_is_refused(trusted: Certificate) -> None:
    with (
        obedient(Mailroom(), tls_context=trusted.context) as port,
        pytest.raises(PostError, match=r"is not trusted .*IP address mismatch.*: name the host as"),
    ):
        quick(port).trial()


def test_tls_where_there_is_none_is_told() -> None:
    with (
        Scripted({}) as there,
        quick(there.port, tls=True) as post,
        pytest.raises(PostError, match=r"speaks no TLS that we know .* smtp:// for 587"),
    ):
        post.send(letter(), Commits())


def test_what_came_before_tls_is_no_answer_within_it(trusted: Certificate) -> None:
    answers = {"EHLO": "250-hi\n250 STARTTLS", "STARTTLS": "220 go\n250 forged"}
    with Scripted(answers) as there, quick(there.port) as post:
        receipt = post.send(letter(), Commits())
    assert receipt == Receipt(
        "later", f"127.0.0.1:{there.port}: it says more than was asked before TLS begins"
    )


@pytest.mark.parametrize("way", ["PLAIN", "LOGIN", "CRAM-MD5"])
def test_a_login_is_tried_once_in_one_way_and_its_secrets_are_told_nobody(way: str) -> None:
    wrong = f"535 no: {PASSWORD} czNjcmV0LXdvcmQ= AGFkYQBzM2NyZXQtd29yZA=="
    questions = {"LOGIN": "334 VXNlcm5hbWU6", "CRAM-MD5": "334 PDFAZXhhbXBsZT4="}
    answers = {"EHLO": f"250-hi\n250 AUTH {way}", "AUTH": questions.get(way, wrong)}
    answers |= {"YWRh": "334 UGFzc3dvcmQ6", "*": wrong}
    with (
        Scripted(answers) as there,
        quick(there.port, user=USER) as post,
        pytest.raises(PostError, match=r"refuses the login of ada .535 no: … … ….: mend") as raised,
    ):
        post.send(letter(), Commits())
    assert sum(word.startswith("AUTH") for word in there.heard) == 1
    assert not any(secret in str(raised.value) for secret in (PASSWORD, "czNjcmV0", "AGFkYQ"))


def test_the_logins_that_are_known_are_taken(trusted: Certificate) -> None:
    for excluded in ([], ["PLAIN"]):
        room = Mailroom()
        options = {"tls_context": trusted.context, "auth_exclude_mechanism": excluded}
        with (
            obedient(room, login=True, **options) as port,
            posted(f"smtp://{USER}@localhost:{port}", PASSWORD) as post,
        ):
            assert post.send(letter(), Commits()).outcome == "accepted"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"greeting": "554 go away"}, "takes no mail: 554 go away; see host and port"),
        ({"EHLO": "500 what", "HELO": "550 no"}, "does not greet example.org: 550 no"),
        ({"EHLO": "250-hi\n250 STARTTLS", "STARTTLS": "501 no"}, "does not begin TLS: 501 no"),
        ({"EHLO": "250-hi\n250 AUTH XOAUTH2"}, r"offers no login that we know \(XOAUTH2\)"),
        ({"EHLO": "500 what"}, r"offers no login that we know \(none at all\)"),
        ({"EHLO": "250-hi\n250 AUTH=PLAIN", "AUTH": "535 no"}, r"refuses the login of ada \(535 no\): mend"),
        (
            {"EHLO": "250-hi\n250 AUTH PLAIN", "AUTH": "235 ok", "MAIL": "553 not yours"},
            r"takes no mail from brief@example.org \(553 not yours\): see mail.from",
        ),
    ],
)
def test_a_server_that_refuses_us_is_told_of_with_what_to_mend(answers: Answers, said: str) -> None:
    commits = Commits()
    with (
        Scripted(answers) as there,
        quick(there.port, user=USER) as post,
        pytest.raises(PostError, match=said),
    ):
        post.send(letter(), commits)
    assert commits.count == 0


def test_a_server_without_ehlo_is_greeted_the_old_way() -> None:
    with Scripted({"EHLO": "502 what"}) as there, quick(there.port) as post:
        assert post.send(letter(), Commits()).outcome == "accepted"
