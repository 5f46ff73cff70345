"""The local program gets each letter whole, or is not started; its exit code is what became of it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest
from mail_servers import letter

from briefing.delivery.post import open_post
from briefing.delivery.sendmail import SendmailPost
from briefing.errors import PostError
from briefing.settings import MailSetting
from briefing.types import Receipt

PROGRAM = """#!/bin/sh
printf '%s\\n' "$@" > arguments
cat > content
"""


@pytest.fixture
def sendmail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of this name that keeps what it is given, and ends with what the file `end` says."""
    program = tmp_path / "sendmail"
    program.write_text(PROGRAM + ". ./end\n")
    program.chmod(0o755)
    (tmp_path / "end").write_text("exit 0\n")
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_letter_is_given_in_lines_and_the_recipient_is_no_option(sendmail: Path) -> None:
    committed: list[bool] = []
    with open_post(MailSetting("a@b", ("c@d",), "sendmail:"), None) as post:
        receipt = post.send(
            letter("-oQ/tmp@example.org"), lambda: committed.append((sendmail / "content").exists())
        )
        assert post.trial() == f"the program {sendmail / 'sendmail'}, which is not asked"
    assert receipt == Receipt("accepted", "queued by sendmail")
    assert committed == [False]
    arguments = (sendmail / "arguments").read_text().splitlines()
    assert arguments == ["-i", "-f", "brief@example.org", "--", "-oQ/tmp@example.org"]
    assert (sendmail / "content").read_bytes() == b"Subject: a\n\n.dot\nend\n"


@pytest.mark.parametrize(
    ("end", "receipt"),
    [
        ("echo queue full; exit 75", Receipt("later", "sendmail ended with 75: queue full")),
        ("echo 'no\033[2J user' >&2; exit 67", Receipt("refused", "sendmail ended with 67: no[2J user")),
        ("kill -9 $$", Receipt("unknown", "sendmail was ended by signal 9")),
        ("exec sleep 60", Receipt("unknown", "sendmail did not end within 0.5 s")),
    ],
)
def test_its_end_is_what_became_of_the_letter(sendmail: Path, end: str, receipt: Receipt) -> None:
    (sendmail / "end").write_text(f"{end}\n")
    assert SendmailPost(0.5).send(letter(), lambda: None) == receipt


def test_a_program_that_cannot_be_started_took_nothing(sendmail: Path) -> None:
    (sendmail / "sendmail").write_text("#!/no/such/shell\n")
    receipt = SendmailPost().send(letter(), lambda: None)
    assert receipt == Receipt("later", "sendmail could not be started: No such file or directory")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_without_room_for_the_letter_nothing_is_committed(
    sendmail: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.TemporaryFile", partial(open, "/dev/full", "wb", buffering=0))
    receipt = SendmailPost().send(letter(), pytest.fail)
    assert receipt.outcome == "later"
    assert "No space left on device" in receipt.reason


def test_what_the_commit_raises_passes_and_nothing_is_started(sendmail: Path) -> None:
    def fails() -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        SendmailPost().send(letter(), fails)
    assert not (sendmail / "arguments").exists()


def test_where_there_is_no_such_program_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    for attempt in (SendmailPost().trial, lambda: SendmailPost().send(letter(), pytest.fail)):
        with pytest.raises(PostError, match="no sendmail program was found: install one"):
            attempt()
