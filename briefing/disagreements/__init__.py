"""Stage two: where the sources disagree. Find from two angles, then doubt; code checks before and after."""

from briefing.disagreements.candidates import Candidate, Side, candidates
from briefing.disagreements.doubting import DOUBT, MAX_TOKENS_DOUBT, Verdicts, doubt
from briefing.disagreements.finding import FIND, MAX_TOKENS_FIND, ProposedDisagreements, propose
from briefing.disagreements.framing import FRAMING, contrast

__all__ = [
    "DOUBT",
    "FIND",
    "FRAMING",
    "MAX_TOKENS_DOUBT",
    "MAX_TOKENS_FIND",
    "Candidate",
    "ProposedDisagreements",
    "Side",
    "Verdicts",
    "candidates",
    "contrast",
    "doubt",
    "propose",
]
