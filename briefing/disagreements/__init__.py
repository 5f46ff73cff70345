"""Stage two: where the sources disagree. Find, then doubt; code checks before and after."""

from briefing.disagreements.candidates import Candidate, Side, candidates
from briefing.disagreements.doubting import DOUBT, MAX_TOKENS_DOUBT, Verdicts, doubt
from briefing.disagreements.finding import FIND, MAX_TOKENS_FIND, ProposedDisagreements, propose

__all__ = [
    "DOUBT",
    "FIND",
    "MAX_TOKENS_DOUBT",
    "MAX_TOKENS_FIND",
    "Candidate",
    "ProposedDisagreements",
    "Side",
    "Verdicts",
    "candidates",
    "doubt",
    "propose",
]
