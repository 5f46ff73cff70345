"""A brief that a serious reader can trust: every line is found in its sources."""

__version__ = "0.1.0"
