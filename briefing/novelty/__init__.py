"""What is new since the last brief: novelty detection against what earlier briefs read and told. Pure."""

from briefing.novelty.past import Past

__all__ = ["Past"]
