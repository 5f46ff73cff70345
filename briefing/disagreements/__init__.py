"""Stage two: where the sources disagree. Find from two angles, then doubt; code checks before and after."""

from briefing.disagreements.candidates import candidates
from briefing.disagreements.doubting import ANSWERS, DOUBT, MAX_TOKENS_DOUBT, doubt
from briefing.disagreements.finding import FIND, MAX_TOKENS_FIND, propose
from briefing.disagreements.framing import FRAMING, contrast

__all__ = [
    "ANSWERS",
    "DOUBT",
    "FIND",
    "FRAMING",
    "MAX_TOKENS_DOUBT",
    "MAX_TOKENS_FIND",
    "candidates",
    "contrast",
    "doubt",
    "propose",
]
