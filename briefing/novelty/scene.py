"""One story then and now: what was told of it, and every sentence of today, as lines that can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from briefing.grounding import quantities, speeches
from briefing.grounding.lexicon import OPENERS
from briefing.lines.corpus import Corpus, Line
from briefing.lines.question import opening_clause
from briefing.lines.thesaurus import concepts
from briefing.novelty.setting import NOWHERE, Setting
from briefing.novelty.told import Told, aware
from briefing.types import Cluster, Document, Origin, Reading, Sentence, Source, Span
from briefing.words import STOPWORDS, matching_key

THEN = "then"
_SAYING = concepts(
    """
    say said tell told add added confirm confirmed report reported announce announced according spokesman
    spokeswoman spokesperson official officials authority authorities now still also far again today yesterday
    tonight morning evening night day put bring brought number total toll count figure know known
    remain remained remains continue continued continues
    """
)
"""Words by which a thing is said, dated or counted: where only they are new, a sentence says nothing new."""


class Scene:
    """What was told of a story beside what is said today: lines of one corpus, which weighs their words.

    `told` maps a line to the claim that it stands for, `now` are today's lines; `places` and `names` are
    the concepts of the story's setting.
    """

    def __init__(
        self,
        told: Sequence[Told],
        today: Sequence[Reading],
        as_of: datetime,
        setting: Setting = NOWHERE,
    ) -> None:
        origins = tuple(Origin(reading.source.id, (reading.source.id,)) for reading in today)
        self.today = tuple(today)
        self.setting = setting
        self.places = concepts(" ".join(setting.places))
        self.names = concepts(" ".join(setting.names))
        self.past = worded(Source(THEN, THEN), [t.text for t in told])
        self.corpus = Corpus(Cluster("", (self.past, *today), (Origin(THEN, (THEN,)), *origins)))
        then = [line for line in self.corpus.lines if line.source == THEN]
        self.told = dict(zip(then, told, strict=False))  # of a long past the corpus has the first lines only
        self.now = tuple(line for line in self.corpus.lines if line.source != THEN)
        self.pairing = self.corpus.pairing
        self._keys: dict[Line, str] = {}
        self._published = {
            r.source.id: aware(r.source.published) if r.source.published else aware(as_of) for r in today
        }

    def at(self, line: Line) -> datetime:
        """When the line was said, as far as that is known."""
        return self.told[line].at if line in self.told else self._published[line.source]

    def later(self, now: Line, then: Line) -> bool:
        """Whether today's line was not said before the told one."""
        return self.at(now) >= self.at(then)

    def carried(self, one: Line, other: Line) -> float:
        """The share of what one line says that the other has too, in these words or near ones, in [0, 1]."""
        return self.covered(said_concepts(one), other)

    def covered(self, concepts: frozenset[str], line: Line) -> float:
        """The share of the weight of some concepts that a line has, near words in part, in [0, 1]."""
        return self.pairing.share(concepts, line.stems)

    def key(self, line: Line) -> str:
        """The words of a line as they are matched."""
        if line not in self._keys:
            self._keys[line] = matching_key(line.text)
        return self._keys[line]


def as_question(scene: Scene, then: Line) -> str:
    """The told line as a question."""
    told = opening_clause(scene.corpus, then.text)
    first = told.split(" ", 1)[0].lower()
    opens = first in OPENERS | STOPWORDS or any(q.start == 0 for q in quantities(told))
    return f"Whether {told[:1].lower() + told[1:] if opens else told}"


@lru_cache(maxsize=1 << 12)
def said_concepts(line: Line) -> frozenset[str]:
    """The concepts of what is said: without who says it, and without figures."""
    speakers = {s for speech in speeches(line.text) if speech.speaker for s in concepts(speech.speaker)}
    return frozenset(c for c in line.stems - _SAYING - speakers if not c[0].isdigit()) or line.stems


def worded(source: Source, texts: Sequence[str]) -> Reading:
    """The texts as the sentences of one document of this source."""
    whole, sentences = "", []
    for number, text in enumerate(texts):
        span = Span(source.id, len(whole), len(whole) + len(text))
        sentences.append(Sentence(f"{source.id}.{number}", span, text))
        whole += f"{text}\n"
    return Reading(Document(source, whole), tuple(sentences))
