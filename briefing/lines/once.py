"""Verbs of what happens to one thing once, at one time and in one place."""

from __future__ import annotations

EVENTS = {
    verb: head
    for head, *verbs in (
        row.split()
        for row in """
        arrest arrested detained seized captured apprehended
        die died killed collapsed drowned
        crash crashed fell landed sank sunk ditched capsized
        sign signed initialled
        meet met
        burst exploded detonated
        begin broke started erupted
        marry married wed
        bury buried
        bear born
        resign resigned quit
        steal stolen stole
        strike struck rammed
        arrive arrived
        build built
        collide collided
        """.strip().splitlines()
    )
    for verb in verbs
}
"""Each form with the event that it tells."""
