"""What is new since the last brief: novelty detection and update summarisation against earlier ones. Pure.

Where a constant says what another value does, it was swept over the four moving stories of examples/ and
tests/mornings, of whose changes 35 are found, and over 34 BASIL events, one report told
and two taken for the next day's.
"""

from briefing.novelty.past import Past
from briefing.novelty.review import updates
from briefing.novelty.update import Update

__all__ = ["Past", "Update", "updates"]
