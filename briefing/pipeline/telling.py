"""A story told by a model: stage by stage, code after each; the embedded engine stands in where it fails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefing import claims, disagreements, extractive, single, tokens, writing
from briefing.errors import MalformedReply, ModelError
from briefing.material import Material
from briefing.novelty import Update
from briefing.pipeline import quoting
from briefing.pipeline.capacity import chain, text_tokens
from briefing.pipeline.concurrency import both, gather
from briefing.pipeline.filling import filled, without_positions
from briefing.pipeline.seat import Seat
from briefing.pipeline.verified import verified
from briefing.types import (
    LEADS,
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
    role_of,
)

FEWEST_STATEMENTS = 2
"""A told story with fewer, or with fewer than were dropped, is no story: the embedded engine writes it."""
SPARSE = 0.3
"""Of a story's sentences: claims that rest on fewer have not read it. Then the embedded engine says what its
sources differ in, and a short story is filled up. Capable readers' rest on .66 to .93 (19 stories, of news
and shipped cases). A model of 135 million parameters doubted away two of the 13 contradictions of news that
the embedded engine finds."""
LONG = 100
"""Sentences that a longer story counts for: it repeats itself, and one call makes 80 claims at most."""


def tell(update: Update, words: int, seat: Seat, workers: int) -> tuple[Draft, bool]:
    """The story, and whether the embedded engine had to write it in the model's place.

    Nobody stands in for a model that writes it by a `single` prompt: then ModelError is raised.
    """
    if seat.single:
        return single.tell(chain(seat), update.cluster, words), False
    try:
        return _by_model(update, words, seat, workers), False
    except ModelError as error:
        draft = quoting.tell(update, words)
        lost = Omission(draft.story.headline, error.why, f"written by the extractive engine: {error}")
        return replace(draft, omissions=(*draft.omissions, lost)), True


@dataclass(frozen=True, slots=True)
class _Findings:
    """What the first two stages made of a story; `weighed` is what the doubting call was shown of it."""

    claims: tuple[Claim, ...]
    differing: tuple[Disagreement, ...]
    weighed: Material
    omissions: tuple[Omission, ...]
    sparse: bool
    """Whether the claims rest on so few sentences that they have not read the story."""


def _by_model(update: Update, words: int, seat: Seat, workers: int) -> Draft:
    """The story in the model's words, as far as the sources carry them; else raises ModelError."""
    cluster, whole = update.whole, Material.of(update.whole)
    found = _findings(update, whole, seat, workers)
    if found is None:
        return quoting.tell(update, words)
    proposed = writing.compose(
        chain(seat), whole, found.claims, found.differing, partial(_voices, cluster), words
    )
    statements, unfit = writing.settle(proposed, found.claims, whole, words)
    statements, again = without_positions(statements, found.differing, update.changes, found.claims)
    statements, differing, refused = verified(
        statements, found.differing, cluster, found.weighed, words, seat
    )
    gone = sum(one.why == "ungrounded" for one in unfit) + len(refused)  # what is too long is not unfounded
    fewest = 1 if update.changes else min(FEWEST_STATEMENTS, len(found.claims))
    if len(statements) < max(fewest, gone):
        raise MalformedReply("too little of the model's story was found in the sources")
    if gone or found.sparse:
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
    printed: list[Statement | Position] = [*statements, *(p for one in differing for p in one.positions)]
    verbatim = sum(one.support.verdict == "quoted" for one in printed)
    tally = Tally(len(printed) + gone, gone, verbatim)
    return Draft(story, tally, _collapsed((*found.omissions, *unfit, *again, *refused)))


def _findings(update: Update, whole: Material, seat: Seat, workers: int) -> _Findings | None:
    """The claims that are new, and what the sources differ in; None where every claim was told before.

    Raises MalformedReply where the sources carry no claim at all.
    """
    parts = whole.parts(text_tokens(seat), tokens.count)
    drawn, lost = _claims(parts, seat, workers)
    if not drawn:
        raise MalformedReply("no claim of the model's was found in the sources")
    read = {c.span for claim in drawn for c in claim.citations}
    sparse = len(read) < SPARSE * min(len(whole.sentences), LONG)
    new = update.untold(drawn)
    if not new:
        return None
    if sparse or len(update.whole.origins) < 2:
        local = update.opened(extractive.detect(update.whole))[: extractive.MOST_DISAGREEMENTS]
        return _Findings(new, local, whole.only(()), lost, sparse)
    shown = whole if len(parts) == 1 else _short(whole, new, seat)
    differing, doubted, weighed = _disagreements(shown, new, update.whole, seat, workers)
    return _Findings(new, update.opened(differing), weighed, (*lost, *doubted), sparse)


def _short(whole: Material, drawn: Sequence[Claim], seat: Seat) -> Material:
    """The sentences of a long story that its claims rest on, as many as one call may carry."""
    cited = {c.span for claim in drawn for c in claim.citations}
    brief = whole.only([s for s in whole.sentences if s.span in cited])
    return brief.parts(text_tokens(seat), tokens.count)[0]


def _collapsed(omissions: Sequence[Omission]) -> tuple[Omission, ...]:
    """Each omission once, with how often it was made."""
    return tuple(
        one if times == 1 else replace(one, detail=f"{one.detail} ({times} times)")
        for one, times in Counter(omissions).items()
    )


def _claims(
    parts: Sequence[Material], seat: Seat, workers: int
) -> tuple[tuple[Claim, ...], tuple[Omission, ...]]:
    jobs = [partial(claims.draw, chain(seat), part) for part in parts]
    drawn: list[Claim] = []
    lost: list[Omission] = []
    for part, proposed in zip(parts, gather(jobs, workers), strict=True):
        kept, omitted = claims.settle(proposed, part)
        drawn += kept
        lost += omitted
    return tuple(drawn), tuple(lost)


def _disagreements(
    shown: Material, drawn: Sequence[Claim], cluster: Cluster, seat: Seat, workers: int
) -> tuple[tuple[Disagreement, ...], tuple[Omission, ...], Material]:
    """Found by aspect in the sentences and by framing in the claims, then doubted on the last value."""
    local = extractive.detect(cluster)
    proposed = both(
        partial(disagreements.propose, chain(seat), shown, local),
        partial(disagreements.contrast, chain(seat), shown, drawn),
        workers,
    )
    found, lost = disagreements.candidates(proposed, local, shown, cluster)
    kept, doubted, weighed = disagreements.doubt(chain(seat), found, shown)
    return kept, (*lost, *doubted), weighed


def _voices(cluster: Cluster, claim: Claim) -> int:
    """How many separate voices carry a claim: origins, those that credit one outlet counted once."""
    return 1 if claim.via else len(cluster.origins_of(c.span for c in claim.citations))


def _in_roles(statements: Sequence[Statement], cluster: Cluster) -> tuple[Statement, ...]:
    """Leads first, at most three; what rests on one origin of several is marked so, and comes last."""
    leading = [n for n, s in enumerate(statements) if s.role == "lead"][:LEADS] or [0]
    marked = [
        replace(s, role="lead" if n in leading else role_of((c.span for c in s.citations), cluster))
        for n, s in enumerate(statements)
    ]
    return tuple(sorted(marked, key=lambda s: ROLES.index(s.role)))


def _headline(proposed: str, statements: Sequence[Statement], whole: Material, cluster: Cluster) -> str:
    """The model's headline where the story's evidence carries it; else one of the sources' titles."""
    citations = [c for s in statements for c in s.citations]
    return writing.headline(proposed, citations, whole) or extractive.headline(cluster)
