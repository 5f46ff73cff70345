"""Checking a finished brief again: every statement, citation, count and figure, against the source texts."""

from briefing.checking.defect import Defect
from briefing.checking.report import Report, check

__all__ = ["Defect", "Report", "check"]
