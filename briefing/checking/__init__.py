"""Checking a finished brief again: every statement, citation, count and figure, against the source texts."""

from briefing.checking.report import Finding, Report, check

__all__ = ["Finding", "Report", "check"]
