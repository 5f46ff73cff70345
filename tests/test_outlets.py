"""What sources are called: two files of one name are told apart, wherever a brief is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from golden_brief import BRIEF

from briefing import render
from briefing.outlets import outlets
from briefing.pipeline import Options
from briefing.pipeline.intake import take_in
from briefing.render.mail import mail
from briefing.types import Brief, Document, Omission, Source, SourceEntry, Unread


def of(*files: tuple[str, str | None]) -> Brief:
    """The golden brief, its first sources with these names and paths."""
    given: Sequence[SourceEntry] = BRIEF.sources
    named = [
        replace(entry, source=replace(entry.source, name=name, path=path))
        for entry, (name, path) in zip(given, files, strict=False)
    ]
    return replace(BRIEF, sources=(*named, *given[len(named) :]))


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("a/report.txt", "b/report.txt", ["a/report", "b/report"]),
        ("x/a/2/report.txt", "x/b/2/report.txt", ["a/2/report", "b/2/report"]),
        ("report.txt", "b/report.txt", ["report", "b/report"]),
        ("a/report.txt", "a/report.md", ["report.txt", "report.md"]),
        ("a/report.txt", "a/report.txt", ["report", "report"]),
    ],
)
def test_files_of_one_name_stand_with_what_tells_them_apart(first: str, second: str, told: list[str]) -> None:
    brief = of(("report", first), ("report", second))
    assert [outlets(entry.source for entry in brief.sources)[name] for name in ("S1", "S2")] == told


def test_an_outlet_has_its_name_however_many_files_are_its_own() -> None:
    brief = of(("Harbour Post", "a/report.txt"), ("Harbour Post", "b/report.txt"))
    assert [outlets(entry.source for entry in brief.sources)[name] for name in ("S1", "S2")] == [
        "Harbour Post"
    ] * 2


def test_every_form_says_so_and_the_json_keeps_name_and_path() -> None:
    brief = of(("report", "a/report.txt"), ("report", "b/report.txt"))
    for form in ("md", "html", "text"):
        told = render.as_form(brief, form)
        assert "a/report" in told, form
        assert "b/report" in told, form
    assert '"name": "report"' in render.json(brief)


def test_what_is_not_covered_is_called_so_too() -> None:
    items = [
        Unread(Source(f"S{n}", "report", path=f"{folder}/report.txt"), "unreadable", "no such file")
        for n, folder in enumerate(("a", "b"), start=1)
    ]
    assert [o.what for o in take_in(items, Options()).omissions] == ["a/report", "b/report"]


def test_a_mail_tells_them_apart_without_their_folders() -> None:
    brief = of(("report", "secret/report.txt"), ("report", "b/report.txt"))
    told = mail(replace(brief, not_covered=(Omission("secret/report", "duplicate", "1 sentence"),)))
    for part in (told.markdown, told.html):
        assert "report (S1)" in part.replace("\\", "")
        assert "report (S2)" in part.replace("\\", "")
        assert "secret" not in part


def test_two_sources_that_are_left_out_with_one_text_have_one_origin() -> None:
    left = [
        Document(Source(f"S{n}", f"Outlet {n}", language="de"), text)
        for n, text in ((1, "Die Fähre sank.\n"), (2, "Die Fähre sank.\n"), (3, "Es goss.\n"))
    ]
    assert [entry.origin for entry in take_in(left, Options()).entries] == ["O1", "O1", "O2"]
