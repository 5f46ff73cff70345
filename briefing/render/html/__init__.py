"""The reader's page: the brief, and beside it the evidence."""

from briefing.render.html.page import html

__all__ = ["html"]
