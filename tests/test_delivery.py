"""A brief that was made gets out, whole, to a file or to standard output."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.delivery import check_writable, deliver
from briefing.errors import DeliveryError, UsageError


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "brief.md"
    target.write_text("old, and longer than the new one")
    target.chmod(0o640)
    deliver("new é\n", target)
    assert target.read_bytes() == "new é\n".encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["brief.md"]


def test_a_new_file_has_the_mode_that_the_user_would_give_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        deliver("x\n", tmp_path / "brief.md")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "brief.md").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    deliver("x\n", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "x\n"


def test_standard_output_is_utf_8_and_ends_in_a_line_end(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    deliver("“é”", None)
    assert capfdbinary.readouterr().out == "“é”\n".encode()


@pytest.mark.parametrize(
    ("name", "why"),
    [(".", "is a folder"), ("none/brief.md", "does not exist"), ("file/brief.md", "cannot be written")],
)
def test_an_impossible_place_is_refused_beforehand(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=why):
        check_writable(tmp_path / name)


def test_asking_leaves_nothing_behind(tmp_path: Path) -> None:
    check_writable(tmp_path / "brief.md")
    check_writable(Path(os.devnull))
    check_writable(None)
    assert os.listdir(tmp_path) == []


def test_a_pipe_is_asked_about_without_its_reader(tmp_path: Path) -> None:
    """To open a named pipe would wait until somebody reads it."""
    os.mkfifo(tmp_path / "pipe")
    check_writable(tmp_path / "pipe")


def test_a_file_that_cannot_be_written_after_all_does_not_cost_the_brief(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DeliveryError, match="on standard output instead"):
        deliver("the brief\n", tmp_path / "gone" / "brief.md")
    assert capfd.readouterr().out == "the brief\n"


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "brief.md"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DeliveryError, match="No space left"):
        deliver("new\n", target)
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["brief.md"]


def test_a_closed_pipe_ends_quietly() -> None:
    code = "from briefing.delivery import deliver; deliver('x' * 1_000_000, None)"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_standard_output_is_told() -> None:
    code = (
        "from briefing.delivery import deliver\ntry: deliver('x', None)\nexcept Exception as e: exit(str(e))"
    )
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, text=True)
    assert (
        "standard output cannot be written: No space left on device; send it to a file: > FILE" in done.stderr
    )


def test_standard_output_has_a_name_even_where_it_is_a_pipe() -> None:
    told = "from pathlib import Path; from briefing.delivery import check_writable, deliver; "
    told += "out = Path('/dev/stdout'); check_writable(out); deliver('Dam holds\\n', out)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Dam holds\n", "")


def test_a_device_is_written_in_place(capfd: pytest.CaptureFixture[str]) -> None:
    deliver("gone\n", Path(os.devnull))
    assert capfd.readouterr().out == ""
    assert not Path(os.devnull).is_file()
