"""The embedded engine: the same stages without a model. Always there, and the stand-in for one that fails."""

from briefing.extractive.detectors import detect
from briefing.extractive.elsewhere import Elsewhere
from briefing.extractive.headline import headline
from briefing.extractive.telling import MOST_DISAGREEMENTS, tell

__all__ = ["MOST_DISAGREEMENTS", "Elsewhere", "detect", "headline", "tell"]
