"""What a brief asserts, as the scores see it: a statement with the evidence that it cites."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from briefing.grounding import passed_on
from briefing.types import Span, unquoted
from briefing.words import matching_key


@dataclass(frozen=True, slots=True)
class CitedText:
    """A citation that resolves to a source's text; `exact` where its quote is the slice of its span."""

    id: str
    span: Span
    text: str
    """The span, with the sentences around it."""
    exact: bool
    published: datetime | None = None
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Assertion:
    """A sentence of a story, or a position of a disagreement under its question.

    `where` is its id; `given` are the ids that it cites, each once, `citations` those of them that resolve.
    `quoted`: its text is a source's, verbatim; `via` is the outlet that it credits.
    """

    where: str
    text: str
    given: tuple[str, ...]
    citations: tuple[CitedText, ...]
    attributed_to: str | None = None
    quoted: bool = False
    question: str | None = None
    via: str | None = None

    @property
    def printed(self) -> str:
        """The statement as a reader meets it: under its question, with the outlet that it credits."""
        under = f"({self.question.rstrip('?')}?) " if self.question else ""
        return f"{under}{self.text}{f' (citing {self.via})' if self.via else ''}"

    def under(self, question: str) -> Assertion:
        """The position as it is printed: under its question, with the outlets that its sentences pass on."""
        own = [c.outlet for c in self.citations]
        via = None if self.quoted else ", ".join(passed_on(self.text, self.evidence, own))
        return replace(self, question=question, via=via or None)

    @property
    def evidence(self) -> tuple[str, ...]:
        """The texts of its citations, each once, in order."""
        return tuple(dict.fromkeys(c.text for c in self.citations))

    @property
    def verbatim(self) -> bool:
        """Whether it is `quoted`, and its words stand in a text that it cites, whatever marks are within."""
        words = matching_key(unquoted(self.text))
        return self.quoted and any(words in matching_key(text) for text in self.evidence)

    @property
    def published(self) -> tuple[datetime | None, ...]:
        """When the source of each text of `evidence` was published."""
        return tuple({c.text: c.published for c in reversed(self.citations)}[text] for text in self.evidence)


@dataclass(frozen=True, slots=True)
class Flag:
    """A disagreement that the brief tells."""

    where: str
    question: str
    kind: str
    strength: str
    positions: tuple[Assertion, ...]
