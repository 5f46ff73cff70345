"""A brief, or a plan, as text for its readers: Markdown, a page, plain text, JSON."""

from briefing.forms import Form
from briefing.render.html import html
from briefing.render.json import json, json_with_text
from briefing.render.markdown import markdown
from briefing.render.plan import plan_json, plan_text
from briefing.render.reading import read_brief
from briefing.render.text import text
from briefing.types import Brief

__all__ = [
    "as_form",
    "html",
    "json",
    "json_with_text",
    "markdown",
    "plan_json",
    "plan_text",
    "read_brief",
    "text",
]


def as_form(brief: Brief, form: Form) -> str:
    """The brief in this form."""
    match form:
        case "md":
            return markdown(brief)
        case "html":
            return html(brief)
        case "json":
            return json(brief)
        case "text":
            return text(brief)
