"""A story told by a model: stage by stage, code after each; the embedded engine stands in where it fails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from briefing import claims, disagreements, extractive, material, single, tokens, verification, writing
from briefing.errors import MalformedReply, ModelError
from briefing.novelty import Update
from briefing.pipeline import quoting
from briefing.pipeline.concurrency import both, gather
from briefing.pipeline.filling import filled, without_positions
from briefing.pipeline.options import Seat
from briefing.pipeline.verified import verified
from briefing.types import (
    ROLES,
    Claim,
    Cluster,
    Disagreement,
    Draft,
    Omission,
    Position,
    Statement,
    Story,
    Tally,
)

PROMPT_TOKENS = 24_000
"""Of source text in one call, where the model's window is not known: fits every hosted model's."""
RULES_TOKENS = 1_300
"""Of rules, task and schema beside the source text, at most (disagreements, the longest, has 1,297)."""
FEWEST_STATEMENTS = 2
"""A told story with fewer, or with fewer than were dropped, is no story: the embedded engine writes it."""

SPARSE = 0.3
"""Of a story's sentences: claims that rest on fewer have not read it, and a short story is filled up. Capable
readers' rest on .66 to .93 (19 stories, of news and shipped cases)."""


def budget(seat: Seat) -> int:
    """Tokens of source text that one call may carry."""
    return PROMPT_TOKENS if seat.window is None else max(200, seat.window - RULES_TOKENS - cap(seat))


def cap(seat: Seat) -> int:
    """Tokens that one reply may have at most: a sixth of a small window, so that a slow model ends."""
    return PROMPT_TOKENS if seat.window is None else max(256, seat.window // 6)


def reply_cap(stage: str, seat: Seat) -> int:
    """Tokens that a stage's reply may have."""
    own = {
        claims.STAGE: claims.MAX_TOKENS,
        disagreements.FIND: disagreements.MAX_TOKENS_FIND,
        disagreements.FRAMING: disagreements.MAX_TOKENS_FIND,
        disagreements.DOUBT: disagreements.MAX_TOKENS_DOUBT,
        writing.STAGE: writing.MAX_TOKENS,
        verification.STAGE: verification.MAX_TOKENS,
    }
    return min(own[stage], cap(seat))


def tell(update: Update, words: int, seat: Seat, workers: int) -> tuple[Draft, bool]:
    """The story, and whether the embedded engine had to write it in the model's place."""
    try:
        return _told(update, words, seat, workers), False
    except ModelError as error:
        draft = quoting.tell(update, words)
        lost = Omission(draft.story.headline, error.why, f"written by the extractive engine: {error}")
        return replace(draft, omissions=(*draft.omissions, lost)), True


def tell_at_once(update: Update, words: int, seat: Seat, _workers: int) -> tuple[Draft, bool]:
    """The story by one prompt, and that nobody stood in for it; raises ModelError, so that none ever does."""
    return single.tell(seat.model, seat.templates, update.cluster, words, cap(seat)), False


def _told(update: Update, words: int, seat: Seat, workers: int) -> Draft:
    cluster = update.whole
    whole = material.Material.of(cluster)
    parts = whole.parts(budget(seat), tokens.count)
    drawn, lost = _claims(parts, seat, workers)
    if not drawn:
        raise MalformedReply("no claim of the model's was found in the sources")
    sparse = len({c.span for one in drawn for c in one.citations}) < SPARSE * len(whole.sentences)
    drawn = update.untold(drawn)
    if not drawn:
        return quoting.tell(update, words)
    shown = whole if len(parts) == 1 else _short(whole, drawn, seat)
    differing, doubted, weighed = _disagreements(shown, drawn, cluster, seat, workers)
    differing = update.opened(differing)
    voices = partial(_voices, cluster)
    proposed = writing.compose(seat.model, seat.templates, whole, drawn, differing, voices, words, cap(seat))
    statements, unfit = writing.settle(proposed, drawn, whole, words)
    statements, again = without_positions(statements, differing, update.changes, drawn)
    statements, differing, refused = verified(statements, differing, whole, weighed, words, seat, cap(seat))
    gone = sum(one.why == "ungrounded" for one in unfit) + len(refused)  # what is too long is not unfounded
    fewest = 1 if update.changes else min(FEWEST_STATEMENTS, len(drawn))
    if len(statements) < max(fewest, gone):
        raise MalformedReply("too little of the model's story was found in the sources")
    if gone or sparse:
        statements = filled(statements, differing, update, words)
    story = Story(
        id=cluster.id,
        headline=_headline(proposed.headline, statements, whole, cluster),
        sources=cluster.sources,
        origins=len(cluster.origins),
        engine="model",
        statements=_in_roles(statements, cluster),
        disagreements=differing,
        changes=update.changes,
    )
    dropped = _collapsed((*lost, *doubted, *unfit, *again, *refused))
    kept: list[Statement | Position] = [*statements, *(p for one in differing for p in one.positions)]
    verbatim = sum(one.support.verdict == "quoted" for one in kept)
    return Draft(story, Tally(len(kept) + gone, gone, verbatim), dropped)


def _short(whole: material.Material, drawn: Sequence[Claim], seat: Seat) -> material.Material:
    """The sentences of a long story that its claims rest on, as many as one call may carry."""
    cited = {c.span for claim in drawn for c in claim.citations}
    brief = whole.only([s for s in whole.sentences if s.span in cited])
    return brief.parts(budget(seat), tokens.count)[0]


def _collapsed(omissions: Sequence[Omission]) -> tuple[Omission, ...]:
    """Each omission once, with how often it was made."""
    return tuple(
        one if times == 1 else replace(one, detail=f"{one.detail} ({times} times)")
        for one, times in Counter(omissions).items()
    )


def _claims(
    parts: Sequence[material.Material], seat: Seat, workers: int
) -> tuple[tuple[Claim, ...], tuple[Omission, ...]]:
    jobs = [partial(claims.draw, seat.model, seat.templates, part, cap(seat)) for part in parts]
    drawn: list[Claim] = []
    lost: list[Omission] = []
    for part, proposed in zip(parts, gather(jobs, workers), strict=True):
        kept, omitted = claims.settle(proposed, part)
        drawn += kept
        lost += omitted
    return tuple(drawn), tuple(lost)


def _disagreements(
    shown: material.Material, drawn: Sequence[Claim], cluster: Cluster, seat: Seat, workers: int
) -> tuple[tuple[Disagreement, ...], tuple[Omission, ...], material.Material]:
    """Found by aspect in the sentences and by framing in the claims, then doubted on the last value."""
    if len(cluster.origins) < 2:
        return (), (), shown.only(())
    local = extractive.detect(cluster)
    proposed = both(
        partial(disagreements.propose, seat.model, seat.templates, shown, local, cap(seat)),
        partial(disagreements.contrast, seat.model, seat.templates, shown, drawn, cap(seat)),
        workers,
    )
    found, lost = disagreements.candidates(proposed, local, shown, cluster)
    kept, doubted, weighed = disagreements.doubt(seat.model, seat.templates, found, shown, cap(seat))
    return kept, (*lost, *doubted), weighed


def _voices(cluster: Cluster, claim: Claim) -> int:
    """How many separate voices carry a claim: origins, those that credit one outlet counted once."""
    return 1 if claim.via else len(cluster.origins_of(c.span for c in claim.citations))


def _in_roles(statements: Sequence[Statement], cluster: Cluster) -> tuple[Statement, ...]:
    """Leads first; a body sentence that rests on one origin of several is marked so, and comes last."""
    several = len(cluster.origins) > 1
    marked = [
        replace(s, role="single_source")
        if several and s.role == "body" and len(cluster.origins_of(c.span for c in s.citations)) == 1
        else s
        for s in statements
    ]
    if marked and all(s.role != "lead" for s in marked):
        marked[0] = replace(marked[0], role="lead")
    return tuple(sorted(marked, key=lambda s: ROLES.index(s.role)))


def _headline(
    proposed: str, statements: Sequence[Statement], whole: material.Material, cluster: Cluster
) -> str:
    """The model's headline where the story's evidence carries it; else one of the sources' titles."""
    citations = [c for s in statements for c in s.citations]
    return writing.headline(proposed, citations, whole) or extractive.headline(cluster)
