"""Through a real Postfix, with STARTTLS and login, a mail arrives as it was made."""

from __future__ import annotations

import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest
from golden_brief import BRIEF, FAIRS, FERRY
from mail_servers import PASSWORD, USER
from postfix import DOMAIN, Postfix, running
from written import OURS

from briefing.delivery.letters import brief_letter, failure_notice
from briefing.delivery.post import open_post
from briefing.errors import PostError
from briefing.render import markdown
from briefing.settings import MailSetting
from briefing.types import Brief, Letter, Receipt

READER = f"Ada Reader <reader@{DOMAIN}>"
FORGED = "=?utf-8?q?x=0D=0ABcc:_evil@evil.example?=\r\nBcc: evil@evil.example\n.\r\nQUIT \u202eé日本 "
HOSTILE = replace(
    BRIEF, title=FORGED, stories=(replace(FERRY, headline=FORGED), replace(FAIRS, headline="." * 3000))
)
TRACE = {"Return-Path", "X-Original-To", "Delivered-To", "Received"}
"""What servers put above a message on its way."""


@pytest.fixture(scope="module")
def postfix() -> Iterator[Postfix]:
    with running() as server:
        yield server


@pytest.fixture
def mail(postfix: Postfix, monkeypatch: pytest.MonkeyPatch) -> MailSetting:
    monkeypatch.setenv("SSL_CERT_FILE", str(postfix.folder / "cert.pem"))
    return MailSetting(f"Bücher & Co <brief@{DOMAIN}>", (READER,), postfix.url, attach=True)


def sent(mail: MailSetting, *letters: Letter, password: str | None = PASSWORD) -> list[Receipt]:
    with open_post(mail, password) as post:
        return [post.send(letter, lambda: None) for letter in letters]


def kept(postfix: Postfix) -> int:
    return len(postfix.kept(0))


def arrived(postfix: Postfix, letter: Letter, before: int) -> EmailMessage:
    """The delivered message; its bytes below the trace are those that were sent."""
    (raw,) = [raw for raw in postfix.kept(before + 1) if letter.id.encode() in raw]
    assert raw.endswith(letter.content.replace(b"\r\n", b"\n"))
    assert max(len(line) for line in raw.split(b"\n")) < 998
    message = BytesParser(policy=email.policy.default).parsebytes(raw)
    assert isinstance(message, EmailMessage)
    return message


def letters(mail: MailSetting, run: str, brief: Brief, *readers: str) -> list[Letter]:
    return [brief_letter(brief, run, mail, reader) for reader in readers]


def test_the_trial_logs_in(postfix: Postfix, mail: MailSetting) -> None:
    with open_post(mail, PASSWORD) as post:
        assert post.trial() == f"localhost:{postfix.port}, TLSv1.3, logged in as {USER}@{DOMAIN}"


def test_a_wrong_password_is_one_clear_line(postfix: Postfix, mail: MailSetting) -> None:
    with pytest.raises(PostError, match=r"refuses the login of ada@tide.example \(535 5.7.8 .*mend the user"):
        sent(mail, *letters(mail, "wrong", BRIEF, READER), password=PASSWORD[::-1])


def test_without_login_the_server_refuses_the_reader(postfix: Postfix, mail: MailSetting) -> None:
    bare = replace(mail, smtp=f"smtp://localhost:{postfix.port}")
    (receipt,) = sent(bare, *letters(bare, "bare", BRIEF, READER), password=None)
    assert receipt.outcome == "refused"
    assert "Access denied" in receipt.reason


@pytest.mark.parametrize("brief", [BRIEF, HOSTILE], ids=["plain", "hostile"])
def test_a_brief_arrives_as_it_was_made(postfix: Postfix, mail: MailSetting, brief: Brief) -> None:
    (letter,) = letters(mail, f"run of {brief.title}", brief, READER)
    before = kept(postfix)
    (receipt,) = sent(mail, letter)
    assert receipt.outcome == "accepted"
    message = arrived(postfix, letter, before)
    assert set(message.keys()[: -len(OURS)]) <= TRACE
    assert message.keys()[-len(OURS) :] == OURS
    assert message["Delivered-To"] == message["X-Original-To"] == f"reader@{DOMAIN}"
    assert message["Return-Path"] == f"<brief@{DOMAIN}>"
    assert [box.addr_spec for box in message["To"].addresses] == [f"reader@{DOMAIN}"]
    text = message.get_body(("plain",))
    assert text is not None
    told = replace(
        brief, sources=tuple(replace(e, source=replace(e.source, path=None)) for e in brief.sources)
    )
    assert text.get_content() == markdown(told)
    for part in message.walk():
        assert not part.defects
        if not part.is_multipart():
            assert part["Content-Transfer-Encoding"] == "quoted-printable"
            assert part.get_content_charset() == "utf-8"


def test_a_refused_reader_does_not_stop_the_rest(postfix: Postfix, mail: MailSetting) -> None:
    before = kept(postfix)
    outcomes = sent(mail, *letters(mail, "three", BRIEF, READER, f"nobody@{DOMAIN}", READER))
    assert [receipt.outcome for receipt in outcomes] == ["accepted", "refused", "accepted"]
    assert "User unknown" in outcomes[1].reason
    assert len(postfix.kept(before + 2)) == before + 2


def test_sendmail_is_that_of_the_machine(
    postfix: Postfix, mail: MailSetting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MAIL_CONFIG", str(postfix.folder))
    local = replace(mail, smtp="sendmail:")
    letter = failure_notice(
        FORGED, BRIEF.as_of, "local", local, f"reader@{DOMAIN}", ["no source\n.\nanswers"]
    )
    before = kept(postfix)
    assert sent(local, letter, password=None)[0].outcome == "accepted"
    message = arrived(postfix, letter, before)
    assert message["Subject"].startswith("=?utf-8?q?x=0D=0ABcc:")
    assert "- no source . answers" in message.get_content()
