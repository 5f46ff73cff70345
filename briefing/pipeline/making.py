"""The order of the stages: from what was read to a finished brief."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import count
from sys import maxsize

from briefing import extractive
from briefing.errors import NothingToBrief
from briefing.grounding import checks
from briefing.novelty import Update
from briefing.pipeline import quoting
from briefing.pipeline.allotment import divide
from briefing.pipeline.concurrency import gather
from briefing.pipeline.datelines import behind, without_datelines
from briefing.pipeline.gate import Gate
from briefing.pipeline.intake import take_in
from briefing.pipeline.nothing import nothing
from briefing.pipeline.options import Options
from briefing.pipeline.planning import bounds
from briefing.pipeline.progress import Progress
from briefing.pipeline.seat import Seat
from briefing.pipeline.speakers import without_outlets
from briefing.pipeline.updating import news
from briefing.render.wording import without_model
from briefing.types import (
    Brief,
    Citation,
    Cluster,
    Document,
    Draft,
    EngineRecord,
    Mention,
    Tally,
    Unread,
    Usage,
)

STORIES_UNDER_WAY = 4
"""Stories begun for each call at once: enough for the longest to be among those that wait for a call."""


def make(
    items: Sequence[Document | Unread],
    options: Options,
    *,
    as_of: datetime,
    seat: Seat | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    earlier: Sequence[Brief] = (),
) -> Brief:
    """The brief of these sources, by the model at `seat` or by the embedded engine.

    `earlier` are the last briefs sent, newest first: what they told is not told again.
    Raises NothingToBrief where no source gave a text to brief from, and NothingNew where all that they give
    was in an earlier brief.
    """
    intake = take_in(items, options)
    progress(Progress("reading", len(items), len(items)))
    if not intake.clusters:
        raise NothingToBrief(nothing(intake))
    new = news(intake, earlier, as_of)
    updates = {update.cluster.id: update for update in new.updates}
    told, also = divide([update.cluster for update in new.updates], options)
    drafts, fallbacks = _drafts([(updates[c.id], words) for c, words in told], options, seat, progress)
    pairs = [(cluster, draft) for (cluster, _), draft in zip(told, drafts, strict=True)]
    written = [(cluster, draft) for cluster, draft in pairs if draft.story.statements]
    empty = [cluster for cluster, draft in pairs if not draft.story.statements]
    outlets = [entry.source.name for entry in intake.entries]
    stories = tuple(without_datelines(without_outlets(draft.story, outlets)) for _, draft in written)
    tally = sum((draft.tally for _, draft in written), Tally())
    read = {reading.source.id for cluster, _ in written for reading in cluster.readings}
    return Brief(
        title=options.title,
        as_of=as_of,
        since=options.window.since,
        engine=_record(seat, fallbacks),
        sources=intake.entries,
        stories=stories,
        also=tuple(_mention(cluster) for cluster in (*empty, *also)),
        not_covered=(
            *intake.omissions,
            *new.omissions,
            *(o for _, draft in written for o in draft.omissions),
        ),
        checks=checks(stories, intake.documents, [r for r in intake.readings if r.source.id in read], tally),
        usage=seat.usage() if seat else Usage(),
        changes=(*new.changes, *(change for c in (*empty, *also) for change in updates[c.id].changes)),
    )


def _drafts(
    told: Sequence[tuple[Update, int]],
    options: Options,
    seat: Seat | None,
    progress: Callable[[Progress], None],
) -> tuple[list[Draft], int]:
    """Each story written, in order, and how many of them the embedded engine wrote in the model's place."""
    done = count(1)

    def note_progress(note: str = "") -> None:
        progress(Progress("writing", next(done), len(told), note))

    if seat is None:
        drafts = []
        for update, words in told:
            drafts.append(quoting.tell(update, words))
            note_progress()
        return drafts, 0
    # the model's stages load pydantic; the embedded engine needs none
    from briefing.pipeline import telling
    from briefing.pipeline.paths import path

    calls, stories = _at_once([update.whole for update, _ in told], options, seat)
    gate = Gate(seat.model, calls)

    def written(update: Update, words: int) -> tuple[Draft, bool]:
        if private := seat.withheld(update.whole):
            draft = quoting.tell(update, words)
            note_progress(f"{update.whole.id}: {without_model(private)}")
            return draft, False
        gated = replace(seat, model=gate.lane(path(update.whole)))
        draft, stood_in = telling.tell(update, words, gated, calls)
        note_progress()
        return draft, stood_in

    results = gather([partial(written, update, words) for update, words in told], stories)
    return [draft for draft, _ in results], sum(stood_in for _, stood_in in results)


def _at_once(clusters: Sequence[Cluster], options: Options, seat: Seat) -> tuple[int, int]:
    """How many calls, and how many stories, may be under way at once."""
    is_limited = seat.tight(maxsize, maxsize)
    if is_limited and seat.tight(*bounds(clusters, seat)):
        return 1, 1  # a budget that may run out is spent story by story, so that the outcome is one
    calls = options.concurrency
    stories = calls * STORIES_UNDER_WAY if calls > 1 else 1
    return calls, stories


def _record(seat: Seat | None, fallbacks: int) -> EngineRecord:
    if seat is None:
        return EngineRecord("extractive")
    # both load pydantic
    from briefing import single
    from briefing.pipeline.stages import MOST_TOKENS

    stages = (single.STAGE,) if seat.single else tuple(MOST_TOKENS)
    prompts = {stage: seat.templates.fingerprint(stage) for stage in stages}
    return EngineRecord("model", seat.name, seat.host, prompts, fallbacks)


def _mention(cluster: Cluster) -> Mention:
    lead = next((s for s in cluster.sentences if not s.heading), None) or next(cluster.sentences)
    return Mention(extractive.headline(cluster), cluster.sources, (behind(Citation.of(lead)),))
