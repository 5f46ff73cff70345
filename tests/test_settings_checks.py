"""A value that is not what its key wants is an error that names its place."""

from __future__ import annotations

import pytest
from loading import Loader

from briefing.errors import UsageError


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("storys = 3", "conf/mine.toml: unknown key storys; did you mean stories?"),
        ("source = 3", "conf/mine.toml: unknown key source; did you mean sources?"),
        (
            '[[sources]]\npath = "a"\nwieght = 1',
            "conf/mine.toml: sources 1: unknown key wieght; did you mean weight?",
        ),
        (
            '[mail]\nfrom = "a@b"\nto = ["c@d"]\nsmtp = "sendmail:"\npassword = "x"',
            "conf/mine.toml: mail: unknown key password; did you mean password_env?",
        ),
        ('[[sources]]\npth = "a"', "conf/mine.toml: sources 1: unknown key pth; did you mean path?"),
        (
            '[mail]\nfrom = "a@b"\nto = ["c@d"]\nsmpt = "sendmail:"',
            "conf/mine.toml: mail: unknown key smpt; did you mean smtp?",
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
