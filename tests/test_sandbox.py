"""A user's templates: whatever one has in it, it reaches its values and its folder, and comes to an end."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.templates import Templates, default_folder

SECRET = "SQUID-INK-4471"  # noqa: S105 - planted
SOURCES = [{"label": "S1", "sentences": [{"number": 1, "text": "The ferry ran aground."}]}]
PATIENCE = 20.0
"""Seconds; an endless template has a million steps, which take about one."""

ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ''|attr('__cla' ~ 'ss__') }}",
    "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ sources|selectattr('__class__')|list }}",
    "{{ sources|sum(attribute='__class__') }}",
    "{{ '{0.__class__}'.format('') }}",
    "{{ '{0.__class__.__init__.__globals__}'|format(sources) }}{{ nobody }}",
    "{{ '{a.__class__}'.format_map({'a': ''}) }}",
    "{{ ['{0.__class__}'.format]|first|string }}{{ (['{0.__class__}'.format]|first)('') }}",
    "{{ ['']|map('{0.__class__}'.format)|list }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ range.__class__ }}",
    "{{ dict.__base__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ self._TemplateReference__context.environment.loader.searchpath }}",
    "{{ loop.__class__ }}",
    "{% for s in sources %}{{ loop._iterable }}{% endfor %}",
    "{% for s in sources %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m._environment }}",
    "{% macro m() %}{{ caller._func }}{% endmacro %}{% call m() %}{% endcall %}",
    "{{ nobody.__init__ }}",
    "{{ nobody._undefined_exception }}",
    "{{ (sources|map('upper')).gi_frame.f_globals }}",
    "{{ config }}",
    "{{ request.application }}",
    "{{ environment }}",
    "{{ context }}",
    "{{ os.environ }}",
    "{{ open('/etc/passwd').read() }}",
    "{{ __import__('os') }}",
    "{{ ''.mro() }}",
    "{% import 'os' as os %}{{ os }}",
    "{% set x = sources.append('x') %}",
    "{% do sources.append('x') %}",
    "{{ sources[0].update(label='x') }}",
    "{{ sources.clear() }}",
    "{{ sources.__setitem__(0, 'x') }}",
    "{{ sources[0].pop('label') }}",
)
SILENT = (
    "{{ sources|map(attribute='__class__')|list }}",
    "{{ sources|groupby('__class__') }}",
    "{{ sources|sort(attribute='__class__') }}",
    "{{ [''.upper]|map(attribute='__self__')|list }}",
)
"""What a filter finds nothing by."""
FILES = (
    "{{% include '{outside}' %}}",
    "{{% include '../outside.txt' %}}",
    "{{% include 'x/../../outside.txt' %}}",
    "{{% include './../outside.txt' %}}",
    "{{% include '..\\\\outside.txt' %}}",
    "{{% include 'file://{outside}' %}}",
    "{{% include ['nothing', '../outside.txt'] %}}",
    "{{% include 'linked.txt' %}}",
    "{{% include 'links/outside.txt' %}}",
    "{{% include 'linked.txt' ignore missing %}}{{{{ nobody }}}}",
    "{{% import '../outside.txt' as x %}}{{{{ x }}}}",
    "{{% from 'linked.txt' import x %}}{{{{ x }}}}",
)
ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) if range(9)|list|length %}{% for b in range(9) %}{% endfor %}{% endfor %}",
    "{% for a in 'x' * 9999 %}{% for b in [0] * 9999 %}{% endfor %}{% endfor %}",
    "{% for a in [range(99999)] recursive %}{{ loop(range(99999)) }}{% endfor %}",
    "{% for a in range(999999999) %}{% endfor %}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(200) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include 'stage.md.j2' %}",
    "{% include 'twice.md.j2' %}",
    "{{ self.user() }}{{ self.user() }}",
    "{{ 9 ** 9 ** 9 ** 9 }}",
    "{{ 'x' * 99999999999 }}",
    "{{ [0] * 99999999999 }}",
    "{{ 99999999999 * 'x' }}",
    "{{ lipsum(n=99999999) }}",
    "{{ sources|batch(99999999, 'x')|list }}",
    "{{ sources|slice(99999999)|list }}",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of templates, and beside it a file that is none of its business."""
    outside, inside = tmp_path / "outside.txt", tmp_path / "prompts"
    outside.write_text(SECRET, encoding="utf-8")
    inside.mkdir()
    (inside / "linked.txt").symlink_to(outside)
    (inside / "links").symlink_to(tmp_path)
    return inside


def rendered(folder: Path, text: str) -> str:
    """The user's message of a template with this text."""
    whole = f"{{% block system %}}{{% endblock %}}{{% block user %}}{text}{{% endblock %}}"
    (folder / "stage.md.j2").write_text(whole, encoding="utf-8")
    (message,) = Templates(folder).render("stage", sources=SOURCES)
    return message.content


@pytest.mark.parametrize("text", ESCAPES)
def test_no_attribute_of_the_program_is_reached_and_no_value_is_changed(folder: Path, text: str) -> None:
    before = repr(SOURCES)
    with pytest.raises(UsageError, match="stage"):
        rendered(folder, text)
    assert repr(SOURCES) == before


@pytest.mark.parametrize("text", SILENT)
def test_a_filter_finds_no_such_attribute_either(folder: Path, text: str) -> None:
    assert not re.search("class|type|object|built-in|0x", rendered(folder, text)), rendered(folder, text)


@pytest.mark.parametrize("text", FILES)
def test_no_file_outside_of_the_folder_is_read(folder: Path, text: str) -> None:
    with pytest.raises(UsageError) as told:
        rendered(folder, text.format(outside=folder.parent / "outside.txt"))
    assert SECRET not in str(told.value)


def test_a_link_out_of_the_folder_is_told_with_what_to_do(folder: Path) -> None:
    (folder / "claims.md.j2").symlink_to(folder.parent / "outside.txt")
    for ask in (Templates(folder).fingerprint, Templates(folder).render):
        with pytest.raises(UsageError, match=r"claims\.md\.j2 is a link out of the folder .* copy the file"):
            ask("claims")


def test_a_folder_that_is_a_link_itself_and_links_within_it_are_followed(folder: Path) -> None:
    (folder / "real.txt").write_text("Be brief.", encoding="utf-8")
    (folder / "alias.txt").symlink_to("real.txt")
    (folder.parent / "mine").symlink_to(folder)
    assert rendered(folder.parent / "mine", "{% include 'alias.txt' %}") == "Be brief."


@pytest.mark.parametrize("text", ENDLESS)
def test_an_endless_template_is_refused_in_time(folder: Path, text: str) -> None:
    again = "{% include 'twice.md.j2' %}"
    twice = f"{{% set n = n|default(60) - 1 %}}{{% if n %}}{again}{again}{{% endif %}}"
    (folder / "twice.md.j2").write_text(twice, encoding="utf-8")
    start = time.monotonic()
    with pytest.raises(UsageError):
        rendered(folder, text)
    assert time.monotonic() - start < PATIENCE


def test_what_a_prompt_is_made_of_still_works(folder: Path) -> None:
    text = (
        "{% set seen = namespace(n=0) %}{% for s in sources %}{% set seen.n = seen.n + 2 * 3 %}"
        "{{ loop.index }} of {{ loop.length }}: {{ s.label|lower }} "
        "{{ s.sentences|map(attribute='text')|join('; ') }}{% else %}none"
        "{% endfor %} {{ seen.n }} {{ range(3)|list }} {{ '-' * 3 }}"
    )
    assert rendered(folder, text) == "1 of 1: s1 The ferry ran aground. 6 [0, 1, 2] ---"


def test_each_rendering_has_all_its_steps(folder: Path) -> None:
    text = "{% for a in range(40000) %}{% for b in range(6) %}{% endfor %}{% endfor %}x"
    assert [rendered(folder, text) for _ in range(2)] == ["x", "x"]


def test_the_prompts_that_come_with_the_program_are_their_own(folder: Path) -> None:
    assert Templates(folder).fingerprint("claims") == Templates().fingerprint("claims")
    assert Templates(default_folder()).fingerprint("claims") == Templates().fingerprint("claims")
