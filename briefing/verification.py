"""Stage four: does the evidence say it? A model judges each statement on its cited sentences only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import Field

from briefing import evidence
from briefing.chain import Chain, Reply, unanswered
from briefing.grounding import introducing
from briefing.grounding.negation import polarity_conflict
from briefing.material import Material
from briefing.printable import one_line
from briefing.types import Citation, Sentence
from briefing.words import FEWEST_WORDS, count_words

STAGE = "verification"
MAX_TOKENS = 2500
"""Of one reply: about 50 verdicts."""
_MOST_NEEDED = 2
"""Further sentences that say who "he" is: more would be another statement."""
_MOST_ADDED = 12
"""Words that mending may add: a speaker with his office, a condition."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a reader will read: a text and the question above it, what it rests on, the outlets it credits.

    `perhaps` are sentences of other sources that may say it, too.
    """

    text: str
    question: str | None
    citations: tuple[Citation, ...]
    credits: tuple[str, ...] = ()
    perhaps: tuple[Sentence, ...] = ()

    def citing(self, sentences: Iterable[Sentence]) -> Printed:
        """The same, which rests on these sentences too."""
        return replace(self, citations=(*self.citations, *map(Citation.of, sentences)))


class Judgement(Reply):
    """What the model makes of one statement.

    `more` are further sentences that it needs, and `also` are those of other sources that tell it, too.
    `mended` is an unsupported one put so that its evidence says it.
    """

    statement: int
    verdict: Literal["supported", "unsupported", "contradicted"]
    more: list[int]
    also: list[int]
    fault: str | None
    mended: str | None


class Judgements(Reply):
    """The reply of this stage."""

    verdicts: list[Judgement] = Field(max_length=80)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is sent of the sources, each sentence once, and `whole`, which is both parts.

    `first` is what doubt was sent, so that both prompts have one prefix; `further` is the rest.
    """

    first: Material
    further: Material
    whole: Material

    @classmethod
    def of(cls, resting: Sequence[Sentence], weighed: Material, material: Material) -> _Shown:
        """These sentences, and those before them that name whom their "he" is, after what was `weighed`."""
        needed = material.introduced(resting)
        first = weighed if weighed.numbers else needed
        standing = first.sentences
        further = material.only([s for s in needed.sentences if s not in standing])
        return cls(first, further, material.only([*standing, *further.sentences]))

    def values(self) -> dict[str, object]:
        """What the template is given of it."""
        return {**self.first.values(), "further": self.further.values()["sources"]}


def supported(
    chain: Chain, material: Material, weighed: Material, told: Sequence[Printed]
) -> tuple[Printed | None, ...]:
    """For each what its evidence says: its words or mended ones, its citations and those that it needs.

    None where the evidence says nothing of it; what has no verdict is not supported. `weighed` is what doubt
    was sent. What a statement quotes is shown, and cited, with the sentences that tell whose words it gives.
    """
    if not told:
        return ()
    voices = [_whose(one, material) for one in told]
    shown = _Shown.of(_resting(told, voices, weighed, material), weighed, material)
    cited = [one.citing(whose) for one, whose in zip(told, voices, strict=True)]
    values = {**shown.values(), "statements": _listed(cited, shown.whole)}

    def lacking(reply: Judgements) -> list[str]:
        return unanswered("Statement", (v.statement for v in reply.verdicts), len(told))

    reply = chain.ask(STAGE, values, Judgements, MAX_TOKENS, lacking)
    verdicts = {v.statement: v for v in reversed(reply.verdicts)}
    return tuple(_read(one, verdicts.get(n), shown.whole) for n, one in enumerate(cited, 1))


def _resting(
    told: Sequence[Printed], voices: Sequence[tuple[Sentence, ...]], weighed: Material, material: Material
) -> list[Sentence]:
    """The sentences that the statements are judged by: one that is sent anyway need not be sent again."""
    resting: list[Sentence] = []
    for one, whose in zip(told, voices, strict=True):
        sent = (*weighed.sentences, *resting)
        resting += (*evidence.reread(one.text, one.citations, material, sent), *whose, *one.perhaps)
    return resting


def _listed(told: Sequence[Printed], shown: Material) -> list[dict[str, object]]:
    """The statements as the template is given them, each with the numbers of the sentences that it cites."""
    numbers = {sentence.span: n for n, sentence in shown.numbers}
    return [
        {
            "number": n,
            "text": one_line(one.text),
            "question": one.question,
            "via": ", ".join(one.credits),
            "numbers": sorted({numbers[c.span] for c in one.citations if c.span in numbers}),
            "perhaps": sorted(numbers[s.span] for s in one.perhaps),
        }
        for n, one in enumerate(told, 1)
    ]


def _whose(one: Printed, material: Material) -> tuple[Sentence, ...]:
    """The sentences that tell whose words the evidence gives; none where they would speak against it."""
    cited = {c.span for c in one.citations}
    resting = [s for s in material.sentences if s.span in cited]
    found = introducing(one.text, resting, material.sentences, one.credits)
    return () if material.faults(one.text, one.citing(found).citations) else found


def _read(one: Printed, judged: Judgement | None, seen: Material) -> Printed | None:
    """The statement as its evidence says it; mended words are checked as any others are."""
    if judged is None or judged.verdict == "contradicted":
        return None
    sources = {c.span.source for c in one.citations}
    needed = [s for s in seen.find(judged.more)[:_MOST_NEEDED] if s.span.source in sources]
    citations = _in_order(dict.fromkeys((*one.citations, *map(Citation.of, needed))))
    read = replace(one, citations=citations)
    if judged.verdict == "unsupported":
        text = one_line(judged.mended or "")
        if not FEWEST_WORDS <= count_words(text) <= count_words(one.text) + _MOST_ADDED:
            return None
        if seen.faults(text, citations):
            return None
        read = replace(read, text=text)
    return _corroborated(read, seen.find(judged.also))


def _corroborated(read: Printed, also: Iterable[Sentence]) -> Printed:
    """It cites those that may tell it, too, of which the model says so, but for what denies it."""
    return read.citing(s for s in also if s in read.perhaps and not polarity_conflict(read.text, [s.text]))


def _in_order(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Each source's sentences in its order: who "he" is stands before what he adds."""
    found = tuple(citations)
    places = {source: n for n, source in enumerate(dict.fromkeys(c.span.source for c in found))}
    return tuple(sorted(found, key=lambda c: (places[c.span.source], c.span.start)))
