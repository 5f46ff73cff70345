"""Each story of today beside the past: what of it was read or told, and what stands in its place now."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime

from briefing.lines.corpus import Line
from briefing.novelty import recount
from briefing.novelty.answers import Answer, answered, reconciled
from briefing.novelty.changed import changed, superseded
from briefing.novelty.past import Past
from briefing.novelty.relations import Relations
from briefing.novelty.repeated import Read, repeats
from briefing.novelty.rewritten import Rewritten, rewritten
from briefing.novelty.scene import Scene
from briefing.novelty.setting import Setting
from briefing.novelty.shown import Shown
from briefing.novelty.told import Told
from briefing.novelty.update import Update
from briefing.novelty.withdrawn import withdrawn
from briefing.stories import continued
from briefing.types import Cluster, Reading, Span


@dataclass(frozen=True)
class Review:
    """A story beside what earlier briefs told of it (`told`), and how its lines relate to that (`compared`).

    `speaking` are its lines that no earlier brief has read, and `fresh` those of them that say something
    new. `rewritten` are documents whose text has changed since; `answers` are what it says to questions that
    an earlier brief left open.
    """

    cluster: Cluster
    told: tuple[Told, ...]
    compared: Relations
    speaking: tuple[Line, ...]
    fresh: tuple[Line, ...]
    rewritten: tuple[Rewritten, ...]
    answers: tuple[Answer, ...]

    @classmethod
    def of(cls, cluster: Cluster, alike: frozenset[int], past: Past, as_of: datetime) -> Review:
        """The story beside the episodes with the numbers `alike`, and those made of its own documents."""
        unread = [r for r in cluster.readings if r.document.id not in past.read]
        texts = tuple(
            t for t in rewritten([r.document for r in unread], past.documents) if past.cites(t.then)
        )
        known = {r.document.id for r in cluster.readings} | {text.then.id for text in texts}
        episodes = [e for n, e in enumerate(past.episodes) if n in alike or e.rests_on(known)]
        told = tuple(t for episode in episodes for t in episode.told)
        read = Read([*(d for e in episodes for d in e.documents), *(text.then for text in texts)])
        scene = Scene(told, unread, as_of, Setting.of(d for e in episodes for d in e.documents))
        speaking = tuple(line for line in scene.now if not read.has(line.sentence))
        origins = {source: origin.id for origin in cluster.origins for source in origin.sources}
        compared = Relations(scene, speaking, origins)
        fresh = tuple(x for x in speaking if not repeats(scene, x) and not superseded(compared, x))
        answers = answered(compared, past.questions, speaking, fresh, past.since)
        return cls(cluster, told, compared, speaking, fresh, texts, answers)

    def update(self, questions: Sequence[Shown], since: datetime) -> Update:
        """What is new of the story, and what changed; `questions` are the answers that it is to show."""
        shown = [*self._changes(since), *questions]
        news = {line for s in shown if s.news for line in s.lines} & set(self.speaking)
        kept = {line.sentence.span for line in (*self.fresh, *news)}
        setting = self.compared.scene.setting
        apart = {x.sentence.span for x in self.fresh if setting.lacks(x.plain) or self._replaced(x, shown)}
        cited = {c.span.source for s in shown for p in s.change.now for c in p.citations}
        return Update(
            self.cluster,
            _cut(self.cluster, kept, cited),
            self.told,
            tuple(s.change for s in shown),
            frozenset(line.sentence.span for s in shown for line in s.lines),
            frozenset(line.sentence.span for s in questions for line in s.lines),
            setting,
            frozenset(apart),
            any(s.news for s in shown),
        )

    def _replaced(self, line: Line, shown: Sequence[Shown]) -> bool:
        """Whether the line repeats a told figure that today's change replaces."""
        gone = {e for s in shown if s.change.kind == "changed" for e in s.change.before}
        scene = self.compared.scene
        return any(
            told.earlier in gone and recount.same(scene, line, then) for then, told in scene.told.items()
        )

    def _changes(self, since: datetime) -> list[Shown]:
        """The changes other than answers: what an answer or a withdrawal tells is not told a second time."""
        compared, speaking = self.compared, self.speaking
        back = withdrawn(compared, speaking, self.rewritten, since)
        gone = {e for shown in back for e in shown.change.before}
        spoken = {line for answer in self.answers for line in answer.lines}
        spoken |= {line for shown in back for line in shown.lines}
        spoken |= {line for line, told in compared.scene.told.items() if told.earlier in gone}
        moved = changed(compared, self.fresh, spoken, since)
        rest = [_rewriting(compared, text, [*back, *moved], speaking, since) for text in self.rewritten]
        return [*moved, *back, *(shown for shown in rest if shown)]


def updates(clusters: Sequence[Cluster], past: Past, as_of: datetime) -> tuple[Update, ...]:
    """Each story beside the past; `as_of` stands for the time at which an undated source was published."""
    texts = [[_text(reading) for reading in cluster.readings] for cluster in clusters]
    alike = continued(texts, [episode.texts for episode in past.episodes])
    reviews = [
        Review.of(cluster, frozenset(numbers), past, as_of)
        for cluster, numbers in zip(clusters, alike, strict=True)
    ]
    questions = reconciled([review.answers for review in reviews])
    return tuple(review.update(shown, past.since) for review, shown in zip(reviews, questions, strict=True))


def _rewriting(
    compared: Relations, text: Rewritten, shown: Sequence[Shown], speaking: Sequence[Line], since: datetime
) -> Shown | None:
    """The change that says that a text was rewritten, with the told sentences that it has lost.

    Sentences that another change shows are left out. None where the text has no line today.
    """
    scene, source = compared.scene, text.now.source
    elsewhere = {earlier for one in shown for earlier in one.change.before}
    gone = [
        line
        for line, told in scene.told.items()
        if told.earlier.sha256 == text.then.id
        and text.lacks(told.earlier.quote)
        and told.earlier not in elsewhere
    ]
    new = [line for line in speaking if line.source == source.id]
    lines = new or [line for line in scene.now if line.source == source.id]
    if not lines:
        return None
    about = source.title or source.name
    first = max(lines, key=lambda line: scene.carried(gone[0], line)) if gone else lines[0]
    return Shown.of(compared, "text_changed", about, since, gone, [first], news=bool(gone))


def _cut(cluster: Cluster, kept: Set[Span], cited: Set[str]) -> Cluster:
    """The cluster with these sentences only, and with the cited sources though they have none of them."""
    readings = [
        replace(reading, sentences=tuple(s for s in reading.sentences if s.span in kept))
        for reading in cluster.readings
    ]
    told = tuple(r for r in readings if any(not s.heading for s in r.sentences) or r.source.id in cited)
    sources = {reading.source.id for reading in told}
    return Cluster(cluster.id, told, tuple(o for o in cluster.origins if sources & set(o.sources)))


def _text(reading: Reading) -> str:
    return "\n".join([reading.source.title or "", *(s.text for s in reading.sentences)])
