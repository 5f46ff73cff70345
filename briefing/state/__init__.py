"""What outlives a run: replies that were paid for, and the archive of briefs with their texts."""

from briefing.state.archive import Filed
from briefing.state.database import StateError
from briefing.state.lock import alone
from briefing.state.outbox import Fate, Outbox, Posted
from briefing.state.pruning import REMEMBERED, TRUSTED
from briefing.state.store import State, database_in, is_kept, open_state, state_folder

__all__ = [
    "REMEMBERED",
    "TRUSTED",
    "Fate",
    "Filed",
    "Outbox",
    "Posted",
    "State",
    "StateError",
    "alone",
    "database_in",
    "is_kept",
    "open_state",
    "state_folder",
]
