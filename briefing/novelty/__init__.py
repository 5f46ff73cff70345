"""What is new since the last brief: novelty detection and update summarisation against earlier ones. Pure."""

from briefing.novelty.past import Past
from briefing.novelty.review import updates
from briefing.novelty.update import Update

__all__ = ["Past", "Update", "updates"]
