"""A key goes where it was configured to go, is never printed, and is one line that a header can carry."""

from __future__ import annotations

from pathlib import Path

import pytest
from loading import Loader

from briefing.errors import UsageError

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
