"""What the embedded engine tells of the labelled groups: prints the figures that its constants were swept by.

    python eval/fit/told.py DATA

`newsworthy.py` says which facts a brief of 250 words should tell and what it should not print, `retold.py`
which sentences tell what others do. Disagreements are left out. It takes seconds.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import newsworthy
import retold
from grouped import story

from briefing.extractive import tell
from briefing.types import Cluster, Statement

WORDS = 250


def counts(cluster: Cluster, edited: newsworthy.Edited, group: retold.Group) -> Counter[str]:
    """What is told of one group, each kind counted."""
    named = {sentence.span: sentence.id for sentence in cluster.sentences}
    statements = tell(cluster, WORDS, differing=lambda _: ()).story.statements
    told = [[named[c.span] for c in statement.citations] for statement in statements]
    cited = {one for ids in told for one in ids}
    found = Counter(_kinds([ids[0] for ids in told], edited))
    found += Counter(kind for s, ids in zip(statements, told, strict=True) for kind in _cited(s, ids, group))
    for kind, facts in (("core facts", edited.core), ("supporting facts", edited.supporting)):
        found += Counter({kind: sum(not fact.isdisjoint(cited) for fact in facts), f"of {kind}": len(facts)})
    return found


def _kinds(printed: Sequence[str], edited: newsworthy.Edited) -> Iterator[str]:
    """What is counted of each sentence that is printed."""
    facts = edited.core + edited.supporting
    known: set[int] = set()
    for one in printed:
        yield "sentences"
        new = {number for number, fact in enumerate(facts) if one in fact} - known
        known |= new
        source, _, number = one.rpartition(".")
        alone = f"{source}.{int(number) - 1}" not in printed
        marks = {
            "that bring a fact": new,
            "fillers": one in edited.fillers,
            "not understood": one in edited.dangling and alone,
        }
        yield from (kind for kind, holds in marks.items() if holds)


def _cited(statement: Statement, ids: Sequence[str], group: retold.Group) -> Iterator[str]:
    """What is counted of who else is cited for it, or is not."""
    first, *others = ids
    told = group.told.get(first, retold.Told())
    if statement.role == "single_source":
        yield "of one source only"
        yield from ["untrue of one source only"] * bool(told.alone or told.together)
    for other in others:
        yield "citations of others"
        yield from ["that tell it"] * (other in told.alone)
        yield from ["that tell it, with others or in part, too"] * (
            other in told.alone | told.together | told.partly
        )


def main(data: str) -> None:
    """Reads the groups, tells each, prints."""
    found: Counter[str] = Counter()
    for edited, group in zip(newsworthy.groups(Path(data)), retold.groups(Path(data)), strict=True):
        found += counts(story(edited.texts), edited, group)
    for kind, count in found.items():
        print(f"{count:6} {kind}")  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
