"""`briefing doctor` says how things stand, one line each, and sends nobody a source's text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from doctors import SOURCE, TEXT, Doctor, line

GERMAN = (
    "Die Fähre lief am Montag auf Grund, und der Hafen war eine Stunde lang geschlossen, sagte die Behörde.\n"
)


def test_where_all_is_well_every_line_is_ok(doctor: Doctor, tmp_path: Path) -> None:
    code, lines, err = doctor(SOURCE)
    assert (code, err) == (0, "")
    assert [re.sub(r"\d{4}-.*,|[\d,]+ MB", "…", found) for found in lines] == [
        "ok: configuration: mine.toml",
        "ok: source 1 (a.txt): plain text: 1 document, without dates",
        "ok: clock: … compared with no server's",
        "ok: model: none (extractive): no text leaves this machine",
        "ok: prompts: the program's own 8 prompts",
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
            "the file that api_key_file or password_file names does not exist",
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


@pytest.mark.parametrize(
    ("name", "content", "level", "told"),
    [
        (None, "", "fault", "is not a folder"),
        ("claims.md.j2", "{% block user %}{% endblock %}", "ok", "claims from "),
        ("base.md.j2", "{% block system %}{% endblock %}{% block user %}{% endblock %}", "ok", "base from "),
        ("claims.md.j2", "{% block", "fault", "claims.md.j2:1"),
        ("lines.md.j2", "{{", "fault", "lines.md.j2:1"),
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
