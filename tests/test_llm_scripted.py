"""Recorded replies are found by the request that they answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from asking import Fake, request

from briefing.errors import ModelError, WindowExceeded
from briefing.llm.exchanges import Listener, Played
from briefing.llm.scripted import Recorder, Scripted, StaleRecording
from briefing.types import Completion


def recording(path: Path, *texts: str) -> Path:
    recorder = Recorder(
        Fake(*(Completion(f"reply to {t}\u2028", 7, 3) for t in texts)), path, "make the recording"
    )
    for text in texts:
        recorder.complete(request(text))
    return path


def test_replies_are_found_by_their_request_and_not_by_their_position(tmp_path: Path) -> None:
    played = Scripted(recording(tmp_path / "r.jsonl", "one", "two", "three"))
    for text in ("three", "one", "one", "two"):
        assert played.complete(request(text)) == Completion(f"reply to {text}\u2028", 7, 3)


def test_the_order_in_which_replies_came_does_not_change_the_recording(tmp_path: Path) -> None:
    one = recording(tmp_path / "1.jsonl", "one", "two", "three")
    other = recording(tmp_path / "2.jsonl", "three", "two", "one")
    assert one.read_bytes() == other.read_bytes()


def test_a_changed_prompt_names_the_recording_its_stage_and_the_command(tmp_path: Path) -> None:
    path = recording(tmp_path / "r.jsonl", "one")
    with pytest.raises(StaleRecording) as raised:
        Scripted(path).complete(request("one, changed", stage="writing"))
    assert not isinstance(raised.value, ModelError), "a fallback would hide it"
    for word in (str(path), "'writing'", "make the recording"):
        assert word in str(raised.value)


def test_a_changed_schema_is_a_changed_request_and_another_cap_is_none(tmp_path: Path) -> None:
    played = Scripted(recording(tmp_path / "r.jsonl", "one"))
    assert played.complete(replace(request("one"), max_tokens=9)).text
    with pytest.raises(StaleRecording):
        played.complete(replace(request("one"), schema={"type": "array"}))


def test_a_line_that_is_none_is_named(tmp_path: Path) -> None:
    path = recording(tmp_path / "r.jsonl", "one")
    path.write_text(path.read_text(encoding="utf-8") + "{}\n", encoding="utf-8")
    with pytest.raises(StaleRecording, match=r"r\.jsonl:3"):
        Scripted(path)


def test_a_kept_run_plays_an_error_back_with_the_window_that_the_server_told() -> None:
    listener = Listener(Fake(WindowExceeded("too long", 4096)))
    with pytest.raises(WindowExceeded):
        listener.complete(request())
    with pytest.raises(WindowExceeded, match="too long") as played:
        Played(listener.outcomes()).complete(request())
    assert played.value.window == 4096
