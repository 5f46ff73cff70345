"""A run of `send` that is stopped anywhere sends nothing twice and loses nothing silently."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from campaigns.crash_send import campaign, morning, traced
from postoffice import PostOffice

from briefing.state.database import NAME


@pytest.fixture(autouse=True)
def strace() -> None:
    """The tests need a tracer of system calls that may trace."""
    if not shutil.which("strace"):
        pytest.skip("needs strace")
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode:
        pytest.skip("strace may not trace here")


def test_it_is_on_the_disk_that_a_mail_is_being_sent_before_its_last_line_leaves(tmp_path: Path) -> None:
    with PostOffice() as post:
        calls = traced(morning(tmp_path / "here", post))
    ends = [n for n, (call, shown) in enumerate(calls) if call == "sendto" and r', ".\r\n", 3' in shown]
    begins = [n for n, (call, shown) in enumerate(calls) if call == "sendto" and "Auto-Submitted" in shown]
    writes = [n for n, (call, shown) in enumerate(calls) if call == "pwrite64" and NAME in shown]
    syncs = [n for n, (call, shown) in enumerate(calls) if call == "fdatasync" and NAME in shown]
    assert len(ends) == 1
    last_write = max(n for n in writes if n < begins[0])
    assert any(last_write < n < begins[0] for n in syncs), "the last write before the content is synced first"
    assert any(n > ends[0] for n in writes), "and what became of it is written after the answer"


def test_stopped_at_a_few_of_its_calls_it_sends_once_or_holds_and_tells(tmp_path: Path) -> None:
    seen = [(point, after) for point, after in campaign(6, tmp_path)]
    assert len(seen) == 6
    assert [(point, after.wrong) for point, after in seen if after.wrong] == []
