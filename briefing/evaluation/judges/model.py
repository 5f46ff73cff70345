"""A model as judge: it sees each claim with its evidence, and nothing of the brief or of its maker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from briefing.chain import Chain, Reply, unanswered
from briefing.errors import MalformedReply
from briefing.evaluation.judges import Ruling
from briefing.evaluation.judges.terms import read
from briefing.printable import one_line
from briefing.types import Model

if TYPE_CHECKING:
    from briefing.templates import Templates

STAGE = "judging"
BATCH = 12
"""Pairs in one call: few enough that a small window holds them, each with its own evidence."""
MAX_TOKENS = 1500
"""Of one reply: a verdict with its reason for each pair of a batch."""
LONGEST = 12_000
"""Characters of evidence shown for one claim; of longer evidence the sentences nearest to the claim are."""

Pair = tuple[str, str]
"""Evidence and claim."""


class Verdict(Reply):
    """What the model makes of one pair."""

    pair: int
    verdict: Literal["supported", "unsupported", "contradicted"]
    why: str


class Verdicts(Reply):
    """The reply to one batch."""

    verdicts: list[Verdict] = Field(max_length=BATCH)


class ModelJudge:
    """Asks the model once for each pair, in batches where they are known ahead (`study`).

    Of evidence of more than 12,000 characters it is shown the sentences that have most of the claim's words.
    """

    as_printed = True

    def __init__(self, name: str, model: Model, templates: Templates) -> None:
        self.name = name
        self._chain = Chain(model, templates)
        self._known: dict[Pair, Ruling] = {}

    def study(self, pairs: Iterable[Pair]) -> None:
        """Asks the model for all of these that it has not judged yet, in batches; raises ModelError."""
        new = iter(pair for pair in dict.fromkeys(pairs) if pair not in self._known)
        while batch := tuple(islice(new, BATCH)):
            self._known.update(self._rulings(batch))

    def judge(self, evidence: str, claim: str) -> Ruling:
        """Whether the evidence carries the claim; raises ModelError where the model gives no verdict."""
        self.study([(evidence, claim)])
        return self._known[evidence, claim]

    def _rulings(self, batch: Sequence[Pair]) -> Iterator[tuple[Pair, Ruling]]:
        shown = [
            {"number": n, "claim": one_line(claim), "evidence": shown_of(evidence, claim)}
            for n, (evidence, claim) in enumerate(batch, 1)
        ]

        def lacking(reply: Verdicts) -> list[str]:
            return unanswered("Pair", (v.pair for v in reply.verdicts), len(batch))

        reply = self._chain.ask(STAGE, {"pairs": shown}, Verdicts, MAX_TOKENS, lacking)
        verdicts = {v.pair: v for v in reversed(reply.verdicts)}
        for number, pair in enumerate(batch, 1):
            if number not in verdicts:
                raise MalformedReply(f"the judge {self.name} gave no verdict on: {pair[1]}")
            found = verdicts[number]
            supported = found.verdict == "supported"
            yield pair, Ruling(supported, float(supported), (found.why,), found.verdict == "contradicted")


def shown_of(evidence: str, claim: str) -> str:
    """The evidence in one line; where it is too long, its sentences with most of the claim's words, in order.

    No sentence is near that long: `sentences` parts what has no end.
    """
    whole = one_line(evidence)
    if len(whole) <= LONGEST:
        return whole
    index, said = read(evidence), {term.key for term in read(claim).terms}
    sentences = [one_line(sentence) for sentence in index.sentences]
    kept, left = set[int](), LONGEST
    for n in sorted(range(len(sentences)), key=lambda n: -len(said & index.keys[n])):
        if len(sentences[n]) < left:
            kept.add(n)
            left -= len(sentences[n]) + 1
    return " ".join(sentences[n] for n in sorted(kept))
