"""What outlives a run, in one database; and the lock that lets one run of a series at a time.

It holds replies that were paid for, pages that were fetched, the archive of briefs with their texts and what
made them, what each series has told and read, and the outbox.
"""

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
