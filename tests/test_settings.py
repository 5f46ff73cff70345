"""Settings: who may set what, which place wins, and what an error says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefing.errors import UsageError
from briefing.settings import MailSetting, Settings, SourceSetting, load
from briefing.settings.secret import Secret

Loader = Callable[..., Settings]


@pytest.fixture
def loaded(tmp_path: Path) -> Loader:
    """Loads with files given by their text: `named` by -c, `found` in the current folder, the `users` own."""

    def run(
        flags: Mapping[str, object] | None = None,
        environment: Mapping[str, str] | None = None,
        **files: str | bytes,
    ) -> Settings:
        places = {"named": "conf/mine.toml", "found": "briefing.toml", "users": "home/briefing/briefing.toml"}
        for kind, content in files.items():
            file = tmp_path / places[kind]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        home = {"XDG_CONFIG_HOME": str(tmp_path / "home")}
        named = Path("conf/mine.toml") if "named" in files else None
        return load(flags or {}, home | dict(environment or {}), tmp_path, named)

    return run


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


NAMED = {"model": "some-model"}
OPENAI = {"OPENAI_API_KEY": "k-openai"}
LOCAL = 'base_url = "http://127.0.0.1:1/v1"\n'


@pytest.mark.parametrize(
    ("environment", "files", "address", "key"),
    [
        (OPENAI, {}, None, "k-openai"),
        (OPENAI | {"OPENAI_BASE_URL": "http://h/v1"}, {}, "http://h/v1", "k-openai"),
        (OPENAI, {"named": LOCAL}, "http://127.0.0.1:1/v1", None),
        (OPENAI | {"BRIEFING_BASE_URL": "http://b/v1"}, {}, "http://b/v1", None),
        (OPENAI | {"BRIEFING_BASE_URL": "http://b", "BRIEFING_API_KEY": "k-b"}, {}, "http://b", "k-b"),
        (OPENAI | {"BRIEFING_API_KEY": "k-b"}, {}, None, "k-b"),
        (
            {"OPENAI_BASE_URL": "http://h", "K": "k1"},
            {"named": LOCAL + 'api_key_env = "K"'},
            "http://h",
            None,
        ),
        (OPENAI | {"K": "k1"}, {"named": LOCAL + 'api_key_env = "K"'}, "http://127.0.0.1:1/v1", "k1"),
        (OPENAI, {"named": LOCAL + 'api_key_env = "OPENAI_API_KEY"'}, "http://127.0.0.1:1/v1", "k-openai"),
        ({"K": "k1"}, {"named": 'api_key_env = "K"', "users": LOCAL}, "http://127.0.0.1:1/v1", None),
        ({}, {"named": LOCAL + 'api_key_env = "K"'}, "http://127.0.0.1:1/v1", None),
        ({}, {"named": 'api_key_command = "printf k-printed"'}, None, "k-printed"),
    ],
)
def test_a_key_goes_only_to_the_address_configured_beside_it(
    loaded: Loader, environment: dict[str, str], files: dict[str, str], address: str | None, key: str | None
) -> None:
    found = loaded(NAMED, environment, **files)
    assert (found.base_url, found.api_key) == (address, key)


def test_a_key_is_never_printed(loaded: Loader) -> None:
    assert "k-openai" not in repr(loaded(NAMED, OPENAI))


def test_a_key_or_an_address_alone_names_no_model_and_is_said_to_be_idle(loaded: Loader) -> None:
    for environment in (OPENAI, {"OPENAI_BASE_URL": "http://h"}):
        found = loaded({}, environment)
        assert (found.model, found.api_key, found.idle_key) == ("extractive", None, True)
    assert loaded({}, {}, named=LOCAL).idle_key
    assert not loaded(NAMED, OPENAI).idle_key
    assert not loaded({"model": "extractive"}, OPENAI).idle_key
    assert not loaded().idle_key


def test_a_key_is_not_fetched_for_a_model_that_needs_none(loaded: Loader) -> None:
    for model in ("extractive", "gguf:a.gguf"):
        assert loaded({"model": model}, named='api_key_command = "false"').api_key is None
    with pytest.raises(UsageError, match="gave no key"):
        loaded(NAMED, named='api_key_command = "false"')


def test_a_key_file_is_read_relative_to_its_configuration(loaded: Loader, tmp_path: Path) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf/key").write_text("k-file\n")
    assert loaded(NAMED, named='api_key_file = "key"').api_key == "k-file"


def test_a_variable_that_is_not_set_is_a_credential_of_that_name(loaded: Loader, tmp_path: Path) -> None:
    (tmp_path / "K").write_text("k-kept\n")
    kept = {"CREDENTIALS_DIRECTORY": str(tmp_path)}
    assert loaded(NAMED, kept).api_key is None
    assert loaded(NAMED, kept, named='api_key_env = "K"').api_key == "k-kept"
    assert loaded(NAMED, kept | {"K": "k1"}, named='api_key_env = "K"').api_key == "k1"
    with pytest.raises(UsageError, match="api_key_env must be the name of a variable, not its value"):
        loaded(NAMED, kept, named=f'api_key_env = "../{tmp_path.name}/K"')
    (tmp_path / "OPENAI_API_KEY").write_text("k-openai\n")
    assert loaded(NAMED, kept).api_key == "k-openai"


@pytest.mark.parametrize("content", [b"", b"two\nlines", "schlüssel".encode(), b"\xff", b"a\x00b"])
def test_a_key_that_no_header_can_carry_is_an_error(loaded: Loader, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf/key").write_bytes(content)
    with pytest.raises(UsageError, match="key"):
        loaded(NAMED, named='api_key_file = "key"')


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("storys = 3", "conf/mine.toml: unknown key storys; did you mean stories?"),
        ("source = 3", "conf/mine.toml: unknown key source; did you mean sources?"),
        (
            '[[sources]]\npath = "a"\nwieght = 1',
            "conf/mine.toml: sources 1: unknown key wieght; did you mean weight?",
        ),
        ("stories = 0", "conf/mine.toml: stories must be a whole number from 1 to 1,000"),
        ("stories = true", "conf/mine.toml: stories must be a whole number from 1 to 1,000"),
        ("words = 1.5", "conf/mine.toml: words must be a whole number from 1 to 1,000,000"),
        ("timeout = nan", "conf/mine.toml: timeout must be a number above 0"),
        ("max_cost = inf", "conf/mine.toml: max_cost must be a number, 0 or above"),
        ('cache = "yes"', "conf/mine.toml: cache must be true or false"),
        ("title = 7", "conf/mine.toml: title must be a line of text"),
        ('mute = "sport"', "conf/mine.toml: mute must be a list of texts"),
        ('timezone = "Berlin"', 'conf/mine.toml: timezone must be a time zone such as "Europe/Berlin"'),
        ('timezone = "../../etc"', 'conf/mine.toml: timezone must be a time zone such as "Europe/Berlin"'),
        (
            'since = "soon"',
            'conf/mine.toml: since must be hours ("24h"), days ("7d"), a date ("2024-06-14") or "last"',
        ),
        ('language = "de"', 'conf/mine.toml: language must be "en"'),
        ('prompts = "~no-such-user/a"', "conf/mine.toml: prompts must be a path"),
        ("raise = [1]", "conf/mine.toml: raise must be a line of text"),
        ('base_url = "http://[::1"', "conf/mine.toml: base_url must be an http or https address"),
        ('base_url = "example.org"', "conf/mine.toml: base_url must be an http or https address"),
        ('base_url = "http://u:p@h"', "conf/mine.toml: base_url must not hold a user name or a password"),
        ('model = "gguf:"', 'conf/mine.toml: model must name a file after "gguf:"'),
        ('api_key_env = "A"\napi_key_file = "b"', "conf/mine.toml: give one of api_key_env, api_key_file"),
        ("sources = 3", "conf/mine.toml: sources must be tables, each under [[sources]]"),
        ('[[sources]]\nname = "a"', "conf/mine.toml: sources 1 must have either a path or a url"),
        ('[[sources]]\nurl = "file:///a"', "conf/mine.toml: sources 1: url must be an http or https address"),
        (
            '[[sources]]\npath = "a"\nweight = -1',
            "conf/mine.toml: sources 1: weight must be a number above 0",
        ),
        ("mail = 3", "conf/mine.toml: mail must be a table, under [mail]"),
        ('[mail]\nfrom = "a@b"\nto = ["c@d"]', "conf/mine.toml: mail has no smtp"),
        (
            '[mail]\nfrom = "a@b"\nto = "c@d"\nsmtp = "sendmail:"',
            "conf/mine.toml: mail.to must be a list of e-mail addresses",
        ),
        (
            '[mail]\nfrom = "a@b"\nto = ["c@d", "Ada <c@D>"]\nsmtp = "sendmail:"',
            "conf/mine.toml: mail.to must not name c@d twice",
        ),
        ('[mail]\nfrom = "a"\nto = []\nsmtp = 1', "conf/mine.toml: mail.from must be an e-mail address"),
        ("a = 1\nb =", "conf/mine.toml is not TOML: Invalid value (at line 2, the end)"),
        ("a = 1\n=", "conf/mine.toml is not TOML: Invalid statement (at line 2, column 1)"),
        (b"a = 1\nb = '\xff'", "conf/mine.toml: line 2 is not UTF-8"),
    ],
)
def test_a_mistake_is_named_with_its_place(loaded: Loader, content: str, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        loaded(named=content)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    "smtp", ["mail.example.org", "http://h", "smtp://", "smtp://u:secret@h", "smtp://h:99999"]
)
def test_a_mail_server_is_an_address_without_a_password(loaded: Loader, smtp: str) -> None:
    with pytest.raises(UsageError) as raised:
        loaded(named=f'[mail]\nfrom = "a@b"\nto = ["c@d"]\nsmtp = "{smtp}"')
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("sender", ["a", "a@", "<a@b>, <c@d>", "a@b, c@d", "a@b\\nBcc: c@d"])
def test_a_sender_is_one_address(loaded: Loader, sender: str) -> None:
    with pytest.raises(UsageError, match="from must be"):
        loaded(named=f'[mail]\nfrom = "{sender}"\nto = ["c@d"]\nsmtp = "sendmail:"')


def test_a_mail_can_be_filed_and_stopped_as_its_sender_wants(loaded: Loader) -> None:
    mail = '[mail]\nfrom = "a@b"\nto = ["c@d"]\nsmtp = "sendmail:"\n'
    found = loaded(named=mail + 'attach = true\nlist_id = "a.example"\nunsubscribe = "e@f"').mail
    assert found is not None
    assert (found.attach, found.thread, found.list_id, found.unsubscribe) == (True, False, "a.example", "e@f")
    with pytest.raises(UsageError, match=r"mail.list_id must be a name such as"):
        loaded(named=mail + 'list_id = "a>b.c"')


def test_flags_and_variables_are_named_as_they_were_given(loaded: Loader) -> None:
    with pytest.raises(UsageError, match=r"^--max-calls must be"):
        loaded({"max_calls": -1})
    with pytest.raises(UsageError, match=r"^BRIEFING_STORIES must be"):
        loaded({}, {"BRIEFING_STORIES": "ten"})
    with pytest.raises(UsageError, match=r"^BRIEFING_TITLE must be UTF-8"):
        loaded({}, {"BRIEFING_TITLE": "\udcff"})
    with pytest.raises(UsageError, match=r"^OPENAI_BASE_URL must be"):
        loaded({}, {"OPENAI_BASE_URL": "here"})


def test_what_an_editor_adds_to_a_file_does_no_harm(loaded: Loader) -> None:
    assert loaded(named=b'\xef\xbb\xbftitle = "A"\r\nstories = 3\r\n').stories == 3


def test_the_users_folder_is_that_of_the_platform(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_config_path", lambda name, appauthor: tmp_path / name)
    (tmp_path / "briefing").mkdir()
    (tmp_path / "briefing/briefing.toml").write_text("stories = 3")
    assert load({}, {}, tmp_path).stories == 3
    assert load({}, {"XDG_CONFIG_HOME": "relative"}, tmp_path).stories == 3


def test_a_file_that_is_not_there_or_nested_without_end_is_an_error(loaded: Loader, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"mine\.toml: the configuration cannot be read: No such file"):
        load({}, {"XDG_CONFIG_HOME": "/nowhere"}, tmp_path, Path("mine.toml"))
    with pytest.raises(UsageError, match="nested too deeply"):
        loaded(named="a = " + "[" * 100_000)
