"""Documents about one event, by local similarity; ranking."""

from briefing.stories.clusters import cluster, events, voice
from briefing.stories.continuing import continued
from briefing.stories.ranking import ranked

__all__ = ["cluster", "continued", "events", "ranked", "voice"]
