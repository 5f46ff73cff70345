"""What outlives a run: replies that were paid for, and the archive of briefs with their texts."""

from briefing.state.archive import Filed
from briefing.state.database import StateError
from briefing.state.store import State, database_in, default_folder, is_kept, open_state

__all__ = ["Filed", "State", "StateError", "database_in", "default_folder", "is_kept", "open_state"]
