"""What outlives a run: replies that were paid for, and the archive of briefs with their texts."""

from briefing.state.database import StateError
from briefing.state.store import State, default_folder, open_state

__all__ = ["State", "StateError", "default_folder", "open_state"]
