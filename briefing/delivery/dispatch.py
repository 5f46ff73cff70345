"""Letters leave the outbox, each at most once; what became of each is on the disk before the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from briefing.delivery.post import Post
from briefing.errors import DeliveryError
from briefing.exits import Exit
from briefing.state import Fate, Outbox, StateError
from briefing.types import Letter, Outcome, Receipt

FATES: dict[Outcome, Fate] = {
    "accepted": "sent",
    "later": "queued",
    "refused": "refused",
    "unknown": "unknown",
}


def dispatch(letters: Iterable[Letter], post: Post, outbox: Outbox) -> tuple[tuple[Letter, Receipt], ...]:
    """Posts each letter once, in order; with what became of it.

    A letter is `sending` on the disk before any of its content leaves, and settled before the next one
    begins: a run that ends in between leaves it `sending`, which the next run takes for unknown. Raises
    BriefingError where nothing can be posted or recorded; the letters not told of are still in the outbox.
    """
    done = []
    with post:
        for letter in letters:
            receipt = post.send(letter, partial(outbox.settle, letter.id, "sending"))
            _settle(letter, receipt, outbox)
            done.append((letter, receipt))
    return tuple(done)


def exit_code(outcomes: Sequence[Outcome]) -> Exit:
    """What a run ends with that posted these: the gravest of them counts."""
    if "unknown" in outcomes:
        return Exit.FAILED
    if "later" in outcomes:
        return Exit.LATER
    if "refused" in outcomes:
        return Exit.INCOMPLETE if "accepted" in outcomes else Exit.FAILED
    return Exit.DONE


def _settle(letter: Letter, receipt: Receipt, outbox: Outbox) -> None:
    try:
        outbox.settle(letter.id, FATES[receipt.outcome], receipt.reason)
    except StateError as error:
        raise DeliveryError(
            f"the mail to {letter.recipient}: {receipt.outcome}, which could not be recorded: {error}"
        ) from error
