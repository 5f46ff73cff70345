"""Rows for the judge of support that people's gold gives: true statements, and the same broken on purpose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.evaluation.case import Case
from briefing.evaluation.judges.pairs import LabelledPair
from briefing.evaluation.judges.public import Public
from briefing.evaluation.mutations import MUTATIONS
from briefing.grounding import names
from briefing.sentences import spans
from briefing.types import Span

FACTS = "Seeded facts"
"""A gold fact, in a person's words, beside the sentences of its spans."""
OWN = "Seeded sentences"
"""A sentence of a source beside itself."""
_EVERY = 6
_MOST = 26  # sentences of a document
_SHORTEST = 8  # words


def seeded(cases: Iterable[Case]) -> Iterator[Public]:
    """Rows of both sets; what was done to a statement is its `kind`, "" where nothing was."""
    for case in cases:
        texts = [document.text for document in case.documents]
        called = list(dict.fromkeys(n.text for text in texts for n in names(text) if len(n.text.split()) > 1))
        facts = [(fact.statement, _evidence(case, fact.spans)) for fact in case.gold.facts]
        own = [(sentence, sentence) for text in texts for sentence in _some(text)]
        for name, told in ((FACTS, facts), (OWN, own)):
            for n, (statement, evidence) in enumerate(told):
                others = [other for other in called if other not in evidence]
                yield Public(name, case.event, LabelledPair(evidence, statement, 1))
                for kind, mutate in MUTATIONS.items():
                    broken = mutate(statement, others)
                    if broken and broken != statement:
                        yield Public(name, case.event, LabelledPair(evidence, broken, 0), kind)
                away = told[(n + 1) % len(told)][1]
                yield Public(name, case.event, LabelledPair(away, statement, 0), "citation moved")


def _evidence(case: Case, found: Sequence[Span]) -> str:
    texts = {f"S{n}": document.text for n, document in enumerate(case.documents, 1)}
    sentences = [
        texts[span.source][start:end]
        for span in found
        for start, end in spans(texts[span.source])
        if start < span.end and span.start < end
    ]
    return "\n".join(dict.fromkeys(sentences))


def _some(text: str) -> list[str]:
    sentences = [text[start:end] for start, end in spans(text)]
    return [s for s in sentences[2:_MOST:_EVERY] if len(s.split()) >= _SHORTEST]
