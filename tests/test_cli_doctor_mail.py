"""`briefing doctor` tries the mail server, and sends it no letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from doctors import SOURCE, Doctor, line
from mail_servers import Scripted

MAIL = '[mail]\nfrom = "a@tide.example"\nto = ["b@tide.example"]\nsmtp = "{smtp}"\n'


def test_the_mails_server_is_asked_and_sent_nothing(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not [found for found in doctor(SOURCE)[1] if ": mail: " in found]
    with Scripted({"EHLO": "250-hi\n250 AUTH PLAIN", "AUTH": "235 ok"}) as there:
        host = f"127.0.0.1:{there.port}"
        told = f"ok: mail: to b@tide.example by {host}, in the clear, on this machine"
        assert line(doctor(SOURCE + MAIL.format(smtp=f"smtp://{host}"))[1], "mail") == f"{told}, no login"
        secret = MAIL.format(smtp=f"smtp://ada@{host}") + 'password_env = "TIDE_PASSWORD"\n'
        assert "fault: mail: $TIDE_PASSWORD is not set" in line(doctor(SOURCE + secret)[1], "mail")
        monkeypatch.setenv("TIDE_PASSWORD", "sesame")
        code, lines, _ = doctor(SOURCE + secret)
    assert (code, line(lines, "mail")) == (0, f"{told}, logged in as ada")
    assert not any(word.startswith("MAIL") for word in there.heard)


def test_a_refused_login_is_a_fault_without_the_password(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIDE_PASSWORD", "sesame")
    with Scripted({"EHLO": "250-hi\n250 AUTH PLAIN", "AUTH": "535 not sesame"}) as there:
        secret = MAIL.format(smtp=f"smtp://ada@127.0.0.1:{there.port}") + 'password_env = "TIDE_PASSWORD"\n'
        code, lines, _ = doctor(SOURCE + secret)
    assert code == 5
    assert "refuses the login of ada (535 not …): mend the user or the password" in line(lines, "mail")


def test_a_local_mail_program_and_a_kept_password_are_looked_for(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = MAIL.format(smtp="sendmail:")
    monkeypatch.setattr("briefing.delivery.sendmail._FOLDERS", ())
    monkeypatch.setenv("PATH", str(Path.cwd()))
    assert "no sendmail program was found" in line(doctor(SOURCE + local)[1], "mail")
    Path("sendmail").touch(0o755)
    assert line(doctor(SOURCE + local)[1], "mail").startswith("ok: ")
    kept = local + 'password_file = "gone"\n'
    assert "→ mend where the password is kept" in line(doctor(SOURCE + kept)[1], "mail")
