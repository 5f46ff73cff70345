"""A story of today beside what earlier briefs told of it: what is new, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.novelty.repeated import repeats
from briefing.novelty.scene import Scene, worded
from briefing.novelty.setting import NOWHERE, Setting
from briefing.novelty.told import Told
from briefing.types import Change, Claim, Cluster, Disagreement, Span


@dataclass(frozen=True, slots=True)
class Update:
    """A story of today: `whole` as its sources have it, `cluster` with its new sentences only.

    `told` are the claims of earlier briefs, `changes` what became of them; `shown` are the sentences that a
    change shows, which the body does not say again.
    """

    whole: Cluster
    cluster: Cluster
    told: tuple[Told, ...] = ()
    changes: tuple[Change, ...] = ()
    shown: frozenset[Span] = frozenset()
    asked: frozenset[Span] = frozenset()
    """Those of `shown` that speak to a question which an earlier brief left open."""
    setting: Setting = NOWHERE
    apart: frozenset[Span] = frozenset()
    """Sentences whose figures are of another place, or replaced today: no disagreement rests on them."""
    moved: bool = False
    """Whether a change is news by itself; that a text changed is not, while what was told still stands."""

    @property
    def new(self) -> bool:
        """Whether there is a sentence to tell."""
        return any(not s.heading for s in self.cluster.sentences)

    def numbered(self, identifier: str) -> Update:
        """The same story under another id."""
        return replace(
            self, whole=replace(self.whole, id=identifier), cluster=replace(self.cluster, id=identifier)
        )

    def opened(self, differing: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
        """The disagreements that are new: none on a question that was open, none on old sentences."""
        cited = {c.span for d in differing for p in d.positions for c in p.citations}
        fresh = {s.span for s in self.cluster.sentences if s.span in cited}
        return tuple(
            d
            for d in differing
            if all(any(c.span in fresh for c in p.citations) for p in d.positions)
            and not all(any(c.span in self.asked for c in p.citations) for p in d.positions)
            and not (d.kind == "number" and any(p.citations[0].span in self.apart for p in d.positions))
        )

    def untold(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims that are new: neither resting on old sentences alone, nor told before in other words."""
        if not self.told:
            return tuple(claims)
        fresh = {s.span for s in self.cluster.sentences}
        cited = [claim for claim in claims if any(c.span in fresh for c in claim.citations)]
        sources = {r.source.id: r.source for r in self.whole.readings}
        said = [
            worded(replace(sources[claim.citations[0].span.source], id=f"claim {n}"), [claim.text])
            for n, claim in enumerate(cited)
        ]
        scene = Scene(self.told, said, max(told.at for told in self.told), self.setting)
        again = {line.source for line in scene.now if repeats(scene, line)}
        return tuple(c for n, c in enumerate(cited) if f"claim {n}" not in again)
