"""The forms of a brief, and the endings of files' names that ask for them."""

from __future__ import annotations

import pytest

from briefing.forms import FORMS, form_of, is_other


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_an_ending_of_its_own(form: str) -> None:
    assert form_of({"text": ".txt"}.get(form, f".{form}")) == form


def test_an_ending_is_read_in_any_case_and_one_that_says_nothing_means_markdown() -> None:
    assert [form_of(s) for s in (".HTML", ".brief", "")] == ["html", "md", "md"]


def test_an_ending_of_another_format_is_known_as_one() -> None:
    assert [is_other(s) for s in (".PDF", ".docx", ".brief", "", ".md")] == [True, True, False, False, False]
