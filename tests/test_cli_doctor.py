"""`briefing doctor` says how things stand, one line each, and sends nobody a source's text."""

from __future__ import annotations

import re
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from chaos import Answer, Chaos, cuts, hangs, refuses, says, sends, status
from mail_servers import Scripted

from briefing.cli.examining import model
from briefing.cli.main import main
from briefing.state import State
from briefing.state.database import NAME

TEXT = "The ferry Alma ran aground off Skerry Point on Monday, and the harbour was closed for an hour.\n"
GERMAN = (
    "Die Fähre lief am Montag auf Grund, und der Hafen war eine Stunde lang geschlossen, sagte die Behörde.\n"
)
MODELS = {"object": "list", "data": [{"id": "tide-7b", "object": "model"}, {"id": "gull-1b"}]}
Doctor = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def doctor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Doctor:
    """Runs `doctor` with this configuration: exit code, lines of standard output, standard error."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "BRIEFING_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BRIEFING_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    Path("a.txt").write_text(TEXT)

    def run(configuration: str | None = None, *arguments: str) -> tuple[int, list[str], str]:
        if configuration is not None:
            Path("mine.toml").write_text(configuration)
            arguments = ("-c", "mine.toml", *arguments)
        code = main(["doctor", *arguments])
        captured = capfd.readouterr()
        return code, captured.out.splitlines(), captured.err

    return run


def line(lines: list[str], what: str) -> str:
    """The one line about this."""
    (found,) = [found for found in lines if re.match(rf"(ok|warn|fault): {what}", found)]
    return found


SOURCE = '[[sources]]\npath = "a.txt"\n'


def test_where_all_is_well_every_line_is_ok(doctor: Doctor, tmp_path: Path) -> None:
    code, lines, err = doctor(SOURCE)
    assert (code, err) == (0, "")
    assert [re.sub(r"\d{4}-.*,|[\d,]+ MB", "…", found) for found in lines] == [
        "ok: configuration: mine.toml",
        "ok: source 1 (a.txt): plain text: 1 document, without dates",
        "ok: clock: … compared with no server's",
        "ok: model: none (extractive): no text leaves this machine",
        "ok: prompts: the program's own 11 templates",
        "ok: disk: … are free for the state",
        f"ok: state: none yet; the first brief makes it in {tmp_path / 'state'}",
    ]
    assert not (tmp_path / "state").exists()


def test_what_is_not_configured_is_no_fault(doctor: Doctor) -> None:
    code, lines, _ = doctor()
    assert code == 0
    assert line(lines, "configuration") == "ok: configuration: no file: the defaults"
    assert "→ write some down: briefing init" in line(lines, "sources")


def test_quietly_it_says_only_what_should_be_mended(doctor: Doctor) -> None:
    assert doctor(SOURCE, "-q") == (0, [], "")
    code, lines, _ = doctor('[[sources]]\npath = "gone"\n', "-q")
    assert (code, len(lines)) == (5, 1)


def test_the_files_in_use_are_named_the_strongest_first(doctor: Doctor, tmp_path: Path) -> None:
    Path("briefing.toml").write_text(SOURCE)
    user = tmp_path / "config" / "briefing"
    user.mkdir(parents=True)
    (user / "briefing.toml").write_text("stories = 3\n")
    told = line(doctor("stories = 4\n")[1], "configuration")
    assert (
        told
        == f"ok: configuration: mine.toml, before briefing.toml (found here), before {user}/briefing.toml"
    )


@pytest.mark.parametrize(
    ("configuration", "told"),
    [
        ("storys = 3", "mine.toml: unknown key storys; did you mean stories?"),
        ("stories =", "mine.toml is not TOML"),
        (
            'model = "m"\nbase_url = "http://127.0.0.1/v1"\napi_key_file = "gone"',
            "the file is not there that api_key_file or password_file names",
        ),
    ],
)
def test_a_wrong_configuration_is_the_only_line(doctor: Doctor, configuration: str, told: str) -> None:
    code, lines, err = doctor(configuration)
    assert (code, err, len(lines)) == (5, "", 1)
    assert told in lines[0]
    assert lines[0].endswith("→ mend it, and run this again for the rest")


def test_a_source_that_gives_nothing_is_a_fault_and_one_that_gives_less_a_warning(doctor: Doctor) -> None:
    Path("some").mkdir()
    Path("some/a.txt").write_text(TEXT)
    Path("some/b.txt").touch()
    Path("c.txt").write_text(GERMAN)
    paths = ("gone.txt", "some", "c.txt")
    inside = '[[sources]]\nurl = "http://127.0.0.1:9/"\n'
    closed = '[[sources]]\nurl = "http://localhost:9/"\nallow_private_address = true\n'
    code, lines, _ = doctor("".join(f'[[sources]]\npath = "{path}"\n' for path in paths) + inside + closed)
    assert code == 5
    assert line(lines, "source 1") == (
        "fault: source 1 (gone.txt): gone: no such file → mend its path or its address, or take it out"
    )
    assert line(lines, "source 2").startswith(
        "warn: source 2 (some): plain text: 1 document, without dates; "
    )
    assert "1 without use: b: no text in it → look at what it holds" in line(lines, "source 2")
    assert "another language (de) → name a source in English" in line(lines, "source 3")
    assert "→ set allow_private_address = true" in line(lines, "source 4")
    assert line(lines, "source 5").startswith("fault: source 5 (http://localhost:9/): ")


def served(server: Chaos, name: str = "tide-7b", more: str = "") -> str:
    return f'model = "{name}"\nbase_url = "{server.url}"\n{more}\n{SOURCE}'


def test_a_models_server_elsewhere_is_asked_for_its_list_and_for_nothing_else(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "is_loopback", lambda _: False)
    with Chaos(sends(MODELS)) as server:
        code, lines, _ = doctor(served(server))
    assert code == 0
    told = "ok: model: tide-7b: served, its window is not told; text goes to 127.0.0.1"
    assert line(lines, "model") == told
    assert server.requests == [{"path": "/v1/models"}]
    assert "content-length" not in server.headers[0]
    assert not [found for found in lines if ": schema: " in found]
    with Chaos(sends(MODELS), says('{"tide": 3}')) as server:
        assert line(doctor(served(server), "--probe")[1], "schema").startswith("ok: ")


def test_a_model_here_is_asked_one_word_and_no_source_text(doctor: Doctor) -> None:
    with Chaos(sends(MODELS), says('{"tide": 3}')) as server:
        code, lines, _ = doctor(served(server))
    assert (code, len(server.requests)) == (0, 2)
    assert [message["content"] for message in server.requests[1]["messages"]] == [
        "Reply with the one word: hello"
    ]
    assert line(lines, "schema") == "ok: schema: its replies keep to the schema that they are given"


@pytest.mark.parametrize(
    ("answer", "level", "told"),
    [
        (says("hello"), "warn", "does not keep to it"),
        (says('{"tide": "high"}'), "warn", "does not keep to it"),
        (refuses("json_schema", says('{"tide": 3}')), "ok", "it takes no schema"),
        (refuses("response_format", says("hello")), "ok", "it takes no schema"),
        (says("hmm, hello", finish="length"), "ok", "its reply to one word was too long"),
        (status(500), "fault", "does not answer a word"),
        (status(400, "no"), "fault", "does not answer a word"),
        (hangs, "warn", "no reply from 127.0.0.1 within 0.2 s → give it time"),
    ],
)
def test_how_a_model_takes_a_schema_is_told(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch, answer: Answer, level: str, told: str
) -> None:
    monkeypatch.setattr(model, "PROBE_SECONDS", 0.2)
    with Chaos(sends(MODELS), answer) as server:
        code, lines, err = doctor(served(server))
    assert line(lines, "schema").startswith(f"{level}: ")
    assert told in line(lines, "schema")
    assert (code, err) == (5 if level == "fault" else 0, "")


@pytest.mark.parametrize(
    ("row", "window"),
    [
        ({"meta": {"n_ctx": 4096, "n_ctx_train": 32768}}, "window 4,096 tokens"),
        ({"max_model_len": 8192}, "window 8,192 tokens"),
        ({"context_length": 16384, "meta": None}, "window 16,384 tokens"),
        ({"meta": {"n_ctx_train": 32768}}, "its window is not told"),
        ({"context_window": "large"}, "its window is not told"),
    ],
)
def test_the_window_is_told_where_the_list_has_it(
    doctor: Doctor, row: dict[str, object], window: str
) -> None:
    with Chaos(sends({"data": [{"id": "tide-7b", **row}]}), says('{"tide": 3}')) as server:
        assert window in line(doctor(served(server))[1], "model")


@pytest.mark.parametrize(
    ("answer", "level", "told"),
    [
        (
            sends({"data": [{"id": "gull-1b"}, {"id": "x"}, 7]}),
            "warn",
            "lists gull-1b and x → name one of those",
        ),
        (sends({"data": [{"id": str(n)} for n in range(9)]}), "warn", "lists 0, 1, 2, 3, 4 and 4 more"),
        (status(404), "warn", "lists no models → see that its address ends in /v1"),
        (status(401, "bad key"), "fault", "check the key"),
        (status(500), "fault", "answered 500"),
        (sends(b"<html>"), "fault", "sent no list of models; does its address end in /v1?"),
        (sends({"data": 3}), "fault", "sent no list of models"),
        (status(302, location="http://127.0.0.1:9/"), "fault", "answered 302"),
        (cuts, "fault", "the connection to 127.0.0.1 broke"),
        (hangs, "fault", "no reply from 127.0.0.1 within 0.2 s"),
    ],
)
def test_each_answer_of_a_models_server_is_told(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch, answer: Answer, level: str, told: str
) -> None:
    monkeypatch.setattr(model, "LISTING_SECONDS", 0.2)
    with Chaos(answer) as server:
        code, lines, err = doctor(served(server))
    assert line(lines, "model").startswith(f"{level}: model: tide-7b")
    assert told in line(lines, "model")
    assert (code, err) == (5 if level == "fault" else 0, "")


def test_a_key_is_in_no_line(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIDE_KEY", "sk-secret")
    with Chaos(status(401, "sk-secret is wrong")) as server:
        code, lines, err = doctor(served(server, more='api_key_env = "TIDE_KEY"'))
    assert server.headers[0]["authorization"] == "Bearer sk-secret"
    assert code == 5
    assert "secret" not in "\n".join(lines) + err


@pytest.mark.parametrize(
    ("configuration", "told"),
    [
        ('model = "m"\nbase_url = "http://127.0.0.1:9/v1"', "nobody answers at http://127.0.0.1:9/v1"),
        ('model = "m"', "no key for api.openai.com: set OPENAI_API_KEY"),
        ('model = "m"\nbase_url = "http://h.example/v1"\nmax_cost = 1', "the price of m is unknown"),
        ('model = "gguf:gone.gguf"', "cannot read the model gone.gguf"),
        ('model = "gguf:a.txt"', "a.txt is no GGUF file"),
    ],
)
def test_a_model_that_cannot_be_used_is_a_fault(doctor: Doctor, configuration: str, told: str) -> None:
    code, lines, _ = doctor(configuration)
    assert code == 5
    assert told in line(lines, "model")


def test_a_key_without_a_model_is_a_warning(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-idle")
    code, lines, _ = doctor(SOURCE)
    assert code == 0
    assert [found[:9] for found in lines if ": model: " in found] == ["ok: model", "warn: mod"]


@pytest.mark.parametrize(
    ("name", "content", "level", "told"),
    [
        (None, "", "fault", "is no folder"),
        ("claims.md.j2", "{% block user %}{% endblock %}", "ok", "1 of 11 templates from"),
        ("claims.md.j2", "{% block", "fault", "claims.md.j2:1"),
        ("claim.md.j2", "x", "warn", "no stage is called claim"),
    ],
)
def test_templates_of_ones_own_are_read(
    doctor: Doctor, name: str | None, content: str, level: str, told: str
) -> None:
    if name:
        Path("p").mkdir()
        Path("p", name).write_text(content)
    code, lines, _ = doctor('prompts = "p"\n' + SOURCE)
    assert line(lines, "prompts").startswith(f"{level}: ")
    assert told in line(lines, "prompts")
    assert code == (5 if level == "fault" else 0)


def test_the_last_run_is_told(doctor: Doctor, capfd: pytest.CaptureFixture[str]) -> None:
    main(["make", "-q", "a.txt"])
    capfd.readouterr()
    code, lines, _ = doctor(SOURCE)
    assert code == 0
    assert re.fullmatch(r"ok: state: 0\.\d MB in \S+, whole, only its owner's", line(lines, "state"))
    assert re.fullmatch(r"ok: last run: 1, [-\d]+ [:\d]+: 1 story of 1 source", line(lines, "last run"))


def harmed(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.executescript(
        "CREATE TABLE t (x); CREATE INDEX i ON t (x); INSERT INTO t VALUES (1);"
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'i';"
    )
    connection.close()


def no_database(file: Path) -> None:
    file.write_bytes(b"no database " * 1000)


@pytest.mark.parametrize(("spoil", "told"), [(harmed, ", damaged: "), (no_database, "move it away")])
def test_a_damaged_state_is_a_fault(
    doctor: Doctor,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
    told: str,
) -> None:
    main(["make", "-q", "a.txt"])
    capfd.readouterr()
    spoil(tmp_path / "state" / NAME)
    code, lines, err = doctor(SOURCE)
    assert (code, err) == (5, "")
    assert told in line(lines, "state")
    assert line(lines, "state").startswith("fault: ")


def test_who_may_look_into_the_state_is_told(
    doctor: Doctor, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    main(["make", "-q", "a.txt"])
    capfd.readouterr()
    folder = tmp_path / "state"
    folder.chmod(0o755)
    assert "others could use it until now" in line(doctor(SOURCE)[1], "state")
    assert line(doctor(SOURCE)[1], "state").startswith("ok: ")
    (folder / "letter.txt").touch()
    folder.chmod(0o755)
    code, lines, _ = doctor(SOURCE)
    assert code == 0
    assert line(lines, "state").startswith("warn: ")
    assert line(lines, "state").endswith(f"→ chmod 700 {folder}")
    journal = folder / f"{NAME}-journal"
    journal.touch()
    journal.chmod(0o644)
    code, lines, _ = doctor(SOURCE)
    assert code == 5
    assert f"chmod 600 {journal}" in line(lines, "state")


def test_where_no_state_can_be_made_is_a_fault(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_STATE", str(Path("a.txt").absolute() / "state"))
    code, lines, _ = doctor(SOURCE)
    assert code == 5
    assert "→ set BRIEFING_STATE" in line(lines, "state")


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


def test_private_sources_and_the_host_that_does_not_get_them(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = f"{SOURCE}private = true\n"
    with Chaos(sends(MODELS)) as server:
        lines = doctor(f'model = "tide-7b"\nbase_url = "{server.url}"\n{private}')[1]
        assert not [found for found in lines if ": private: " in found]
        monkeypatch.setattr(model, "is_loopback", lambda _: False)
        lines = doctor(f'model = "tide-7b"\nbase_url = "{server.url}"\n{private}')[1]
    assert line(lines, "private").startswith("ok: private: 1 source not sent to 127.0.0.1")


@pytest.mark.parametrize(
    ("there", "told"), [(True, "window 8,192 tokens"), (False, "pip install 'briefing[local]'")]
)
def test_a_model_in_a_file_is_looked_at_and_not_run(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch, there: bool, told: str
) -> None:
    Path("tide.gguf").write_bytes(b"GGUF" + struct.pack("<IQQ", 3, 0, 0))
    monkeypatch.setattr(model, "find_spec", lambda _: object() if there else None)
    code, lines, _ = doctor(f'model = "gguf:tide.gguf"\n{SOURCE}')
    assert code == (0 if there else 5)
    assert told in line(lines, "model")


def test_a_local_mail_program_and_a_kept_password_are_looked_for(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = MAIL.format(smtp="sendmail:")
    monkeypatch.setattr("briefing.delivery.sendmail._FOLDERS", ())
    monkeypatch.setenv("PATH", str(Path.cwd()))
    assert "there is no program sendmail" in line(doctor(SOURCE + local)[1], "mail")
    Path("sendmail").touch(0o755)
    assert line(doctor(SOURCE + local)[1], "mail").startswith("ok: ")
    kept = local + 'password_file = "gone"\n'
    assert "→ mend where the password is kept" in line(doctor(SOURCE + kept)[1], "mail")


def test_a_state_without_a_brief_is_no_fault(
    doctor: Doctor, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    State(tmp_path / "state").close()
    code, lines, _ = doctor(SOURCE)
    assert (code, line(lines, "last run")) == (0, "ok: last run: none yet")
    assert main(["show"]) == 1
    assert "no brief is in the archive yet" in capfd.readouterr().err
