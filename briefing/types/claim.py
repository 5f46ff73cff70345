"""What a source says: citations, and the claims and disagreements that rest on them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from briefing.types.document import Document
from briefing.types.span import Sentence, Span

Modality = Literal["stated", "alleged", "denied", "planned", "estimated"]
Kind = Literal[
    "number",
    "time",
    "place",
    "attribution",
    "occurrence",
    "response",
    "scope",
    "cause",
    "identity",
    "status",
    "characterisation",
]
Importance = Literal["core", "supporting", "background"]
Strength = Literal["contradiction", "tension"]


@dataclass(frozen=True, slots=True)
class Support:
    """How a statement is known to be supported by its citations.

    `quoted`: its text is one verbatim sentence of its evidence inside “ ” and nothing else.
    """

    verdict: Literal["supported", "quoted"]
    by: Literal["rules", "model"] = "rules"


def quoted(words: str) -> str:
    """The verbatim words of a source as the text of what is `quoted`: inside “ ”."""
    return f"“{words}”"


def unquoted(text: str) -> str:
    """The verbatim words in the text of what is `quoted`."""
    return text.strip().removeprefix("“").removesuffix("”")


@dataclass(frozen=True, slots=True)
class Citation:
    """Position and quote together, so that a citation proves itself."""

    span: Span
    quote: str

    @classmethod
    def of(cls, sentence: Sentence) -> Citation:
        """The citation of a whole sentence."""
        return cls(sentence.span, sentence.text)

    def holds(self, document: Document) -> bool:
        """Whether the quote is exactly what the document has at the span."""
        return document.text[self.span.start : self.span.end] == self.quote


@dataclass(frozen=True, slots=True)
class Claim:
    """One point of a story in words of its own or a source's, with its evidence.

    `attributed_to` is the speaker named in the evidence, never the outlet;
    `via` the other outlet that the source credits.
    """

    text: str
    citations: tuple[Citation, ...]
    attributed_to: str | None = None
    modality: Modality = "stated"
    via: str | None = None
    importance: Importance = "supporting"

    def __post_init__(self) -> None:
        check_cited(self.text, self.citations)


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a disagreement; `origins` are the ids of the origins that it rests on."""

    text: str
    citations: tuple[Citation, ...]
    origins: frozenset[str]
    support: Support

    def __post_init__(self) -> None:
        check_cited(self.text, self.citations)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources cited, in order of citation, each once."""
        return tuple(dict.fromkeys(c.span.source for c in self.citations))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A typed question on which at least two positions of different origins differ."""

    question: str
    kind: Kind
    strength: Strength
    positions: tuple[Position, ...]
    weight: float = 0.0
    """How much hangs on it; orders the disagreements of one strength, larger first."""

    def __post_init__(self) -> None:
        if len(self.positions) < 2:
            raise ValueError(f"a disagreement needs two positions: {self.question}")
        for a, b in combinations(self.positions, 2):
            if a.origins & b.origins:
                raise ValueError(f"two positions rest on one origin: {self.question}")


def check_cited(text: str, citations: tuple[Citation, ...]) -> None:
    """Raises ValueError for a text without words, or without a citation."""
    if not text.strip() or not citations:
        raise ValueError(f"a statement needs words and a citation: {text!r}")
