"""Settings: who may set what, which place wins, and what an error says."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from loading import Loader

from briefing.errors import UsageError
from briefing.settings import MailSetting, Settings, SourceSetting, load
from briefing.settings.secret import Secret


def test_without_anything_it_is_the_defaults(loaded: Loader) -> None:
    assert loaded() == Settings()
    assert (Settings().model, Settings().stories, Settings().words) == ("extractive", 10, 1200)


def test_flag_environment_named_found_users_default_is_the_order(loaded: Loader) -> None:
    files = {
        "named": "words = 4\nconcurrency = 4\ntimeout = 4",
        "found": "words = 5\nconcurrency = 5\ntimeout = 5\nmax_calls = 5",
        "users": "words = 6\nmax_calls = 6\nmax_tokens = 6",
    }
    found = loaded({"stories": 1, "words": None}, {"BRIEFING_STORIES": "2", "BRIEFING_WORDS": "3"}, **files)
    assert (found.stories, found.words, found.concurrency, found.max_calls, found.max_tokens) == (
        1,
        3,
        4,
        5,
        6,
    )
    assert (found.timeout, found.max_cost) == (4.0, None)


def test_an_empty_variable_is_unset(loaded: Loader) -> None:
    empty = {"BRIEFING_STORIES": "", "BRIEFING_MODEL": " ", "OPENAI_BASE_URL": "", "OPENAI_API_KEY": ""}
    assert loaded({}, empty) == Settings()


def test_every_kind_of_variable_is_understood(loaded: Loader, tmp_path: Path) -> None:
    found = loaded(
        {},
        {
            "BRIEFING_CACHE": "no",
            "BRIEFING_MAX_COST": "1.5",
            "BRIEFING_MUTE": "horoscope, sport",
            "BRIEFING_RAISE": "energy",
            "BRIEFING_TIMEZONE": "Europe/Berlin",
            "BRIEFING_STATE": "state",
            "BRIEFING_SMTP_PASSWORD": "is not a setting",
        },
    )
    assert (found.cache, found.max_cost, found.timezone) == (False, 1.5, ZoneInfo("Europe/Berlin"))
    assert (found.mute, found.raised, found.state) == (
        ("horoscope", "sport"),
        ("energy",),
        tmp_path / "state",
    )


def test_a_whole_file_is_understood(loaded: Loader, tmp_path: Path) -> None:
    found = loaded(
        named="""
        title = "Evening brief"
        model = "some-model"
        base_url = "http://127.0.0.1:8080/v1"
        api_key_env = "MY_KEY"
        since = "7d"
        mute = ["horoscope"]
        raise = ["energy"]
        prompts = "prompts"
        [[sources]]
        path = "wires/*.txt"
        name = "Wires"
        weight = 2
        private = true
        [[sources]]
        url = "https://example.org/feed.xml"
        allow_private_address = true
        [mail]
        from = "Brief <brief@example.org>"
        to = ["reader@example.org"]
        smtp = "smtp://user@mail.example.org:587"
        password_file = "password"
        empty = "notice"
        """,
        environment={"MY_KEY": "k1"},
    )
    assert (found.title, found.model, found.base_url) == (
        "Evening brief",
        "some-model",
        "http://127.0.0.1:8080/v1",
    )
    assert (found.api_key, found.raised, found.prompts) == ("k1", ("energy",), tmp_path / "conf/prompts")
    assert found.sources == (
        SourceSetting(path="conf/wires/*.txt", name="Wires", weight=2.0, private=True),
        SourceSetting(url="https://example.org/feed.xml", allow_private_address=True),
    )
    assert found.mail == MailSetting(
        sender="Brief <brief@example.org>",
        to=("reader@example.org",),
        smtp="smtp://user@mail.example.org:587",
        password=Secret(file=tmp_path / "conf/password"),
        empty="notice",
    )


def test_paths_start_at_their_file_and_home_is_home(loaded: Loader, tmp_path: Path) -> None:
    found = loaded(
        found='[[sources]]\npath = "wires"\n[[sources]]\npath = "/abs/wires"\n[[sources]]\npath = "~/wires"'
    )
    assert [s.path for s in found.sources] == ["wires", "/abs/wires", str(Path.home() / "wires")]
    assert loaded(users='model = "gguf:a.gguf"').model == f"gguf:{tmp_path}/home/briefing/a.gguf"
    assert loaded({"model": "gguf:a.gguf"}).model == "gguf:a.gguf"


def test_the_configured_window_is_for_send_alone(loaded: Loader) -> None:
    found = loaded(found='since = "7d"')
    assert (found.since, found.send_since) == (None, "7d")
    assert loaded({"since": "24h"}, found='since = "7d"').since == "24h"
    assert loaded({"since": "24h"}, found='since = "7d"').send_since == "24h"
    assert loaded(found="since = 2024-06-14").send_since == "2024-06-14"
    assert loaded(found="").send_since == "last"


@pytest.mark.parametrize(
    "line",
    [
        'base_url = "http://127.0.0.1:1"',
        'api_key_env = "HOME"',
        'api_key_file = "/etc/passwd"',
        'api_key_command = "id"',
        'model = "some-model"',
        'model = "gguf:a.gguf"',
        'prompts = "prompts"',
        'state = "state"',
        '[mail]\nfrom = "a@example.org"',
        '[[sources]]\nurl = "http://10.0.0.1/"\nallow_private_address = true',
    ],
)
def test_a_file_that_is_only_found_may_not_set_what_reaches_out(loaded: Loader, line: str) -> None:
    with pytest.raises(UsageError, match=r"only found in the current folder may not .* -c briefing\.toml"):
        loaded(found=line)


def test_it_may_set_the_rest_and_everything_when_it_is_named(loaded: Loader, tmp_path: Path) -> None:
    assert loaded(found='model = "extractive"\ntitle = "Here"').title == "Here"
    (tmp_path / "briefing.toml").write_text('model = "some-model"\n')
    assert load({}, {"XDG_CONFIG_HOME": str(tmp_path)}, tmp_path, Path("briefing.toml")).model == "some-model"


def test_the_users_own_folder_is_trusted_also_when_one_stands_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "briefing"
    folder.mkdir()
    (folder / "briefing.toml").write_text('model = "some-model"\n')
    assert load({}, {"XDG_CONFIG_HOME": str(tmp_path)}, folder).model == "some-model"


def test_what_an_editor_adds_to_a_file_does_no_harm(loaded: Loader) -> None:
    assert loaded(named=b'\xef\xbb\xbftitle = "A"\r\nstories = 3\r\n').stories == 3


def test_the_users_folder_is_that_of_the_platform(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_config_path", lambda name, appauthor: tmp_path / name)
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing/briefing.toml").write_text("stories = 3")
    assert load({}, {}, tmp_path).stories == 3
    assert load({}, {"XDG_CONFIG_HOME": "relative"}, tmp_path).stories == 3


def test_a_file_that_is_not_there_or_nested_without_end_is_an_error(loaded: Loader, tmp_path: Path) -> None:
    told = r"mine\.toml: the configuration cannot be read: No such file.*; .* `briefing init`"
    with pytest.raises(UsageError, match=told):
        load({}, {"XDG_CONFIG_HOME": "/nowhere"}, tmp_path, Path("mine.toml"))
    with pytest.raises(UsageError, match="nested too deeply"):
        loaded(named="a = " + "[" * 100_000)
