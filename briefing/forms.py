"""The forms in which a brief is written, and what a file's name says of its form."""

from __future__ import annotations

from typing import Literal, get_args

Form = Literal["md", "html", "json", "text"]
FORMS: tuple[Form, ...] = get_args(Form)
_SUFFIXES: dict[str, Form] = {
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".txt": "text",
    ".text": "text",
}
_OTHERS = frozenset(".csv .doc .docx .eml .epub .odt .pdf .pptx .rtf .tex .xls .xlsx .xml".split())


def form_of(suffix: str) -> Form:
    """The form that a file's name asks for by its ending; Markdown where it asks for none."""
    return _SUFFIXES.get(suffix.lower(), "md")


def is_other(suffix: str) -> bool:
    """Whether a file's ending asks for a format in which no brief is written."""
    return suffix.lower() in _OTHERS
