"""A small part of the campaign of wants: no room, no right, another run beside."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from campaigns.starved import campaign, wants


@pytest.mark.skipif(not (shutil.which("prlimit") and shutil.which("setpriv")), reason="needs util-linux")
def test_what_a_starved_run_leaves_undone_the_next_one_does_once(tmp_path: Path) -> None:
    some = [want for want in wants(sizes=(20_000,)) if want.locked != "."]
    seen = list(campaign(some, tmp_path))
    assert len(seen) == 4
    assert [(told, wrong) for told, wrong in seen if wrong] == []
