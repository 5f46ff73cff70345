"""Checking a finished brief again: every statement, citation, count and figure, against the source texts."""

from briefing.checking.finding import Finding
from briefing.checking.report import Report, check

__all__ = ["Finding", "Report", "check"]
