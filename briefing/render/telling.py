"""How a statement and a position are told: the outlet is put in by us, the verb is "says" for all sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from briefing.grounding import is_named, is_own, passed_on
from briefing.outlets import outlets
from briefing.render.order import Numbering, behind, quoted_source
from briefing.render.page import Comparison, Emphasis, Inline, Line, Number, Quote
from briefing.render.wording import CHANGES, day, listed
from briefing.types import (
    Brief,
    Change,
    Citation,
    Disagreement,
    Earlier,
    Mention,
    Position,
    Statement,
    unquoted,
)
from briefing.words import STOPWORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_APART = re.compile(
    r"(?:according to|but|and|yet|so|however)\b|(?:\S+ ){1,6}(?:says?|said|tells?|told|adds|added)\b",
    re.IGNORECASE,
)
"""Openings after which "says that" would not read: a speaker of its own, a link to what came before."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells a brief's statements, with the names of its outlets and the numbers of its citations."""

    names: Mapping[str, str]
    numbering: Numbering
    texts: tuple[str, ...]
    """What the brief cites from: shows which words are names."""

    @classmethod
    def of(cls, brief: Brief, numbering: Numbering) -> Self:
        """The teller of this brief."""
        cited = {citation.span.source for citation in numbering.citations}
        documents = [entry.document for entry in brief.sources if entry.source.id in cited]
        names = outlets(entry.source for entry in brief.sources)
        return cls(names, numbering, tuple(document.text for document in documents if document))

    def running(self, told: Iterable[Statement]) -> Line:
        """Statements as running text; an outlet that is quoted several times in a row is named once."""
        line: list[Inline] = []
        before: Line = ()
        for statement in told:
            voice = self.voice(statement)
            line += (" ", *self.statement(statement, named=bool(voice) and voice == before))
            before = voice
        return tuple(line[1:])

    def voice(self, statement: Statement) -> Line:
        """What stands before a quotation, and nothing before words of our own: "*A*, citing B, says: "."""
        if statement.support.verdict != "quoted":
            return ()
        credit = self._credit(statement)
        return (*self._outlet(statement), f", {credit}, says: " if credit else " says: ")

    def statement(self, statement: Statement, named: bool = False) -> Line:
        """A sentence of a story, ending in its numbers; `named`: whom it quotes was just said."""
        numbers = self.numbers(statement.citations)
        if voice := self.voice(statement):
            return (*(() if named else voice), Quote(unquoted(statement.text)), *numbers)
        credit = self._credit(statement)
        if not credit:
            return (statement.text, *numbers)
        stem = statement.text.rstrip()
        end = "." if stem.endswith(".") else ""
        outlets = self.outlets(self.numbering.sources(statement.citations))
        return (f"{stem.removesuffix('.')} (", *outlets, f", {credit}){end}", *numbers)

    def disagreement(self, disagreement: Disagreement) -> Comparison:
        """The question, and each position with who says it."""
        sides = tuple(self.position(position) for position in disagreement.positions)
        return Comparison(disagreement.question, disagreement.strength, sides, disagreement.kind)

    def change(self, change: Change) -> Comparison:
        """Old beside new: what was told and when, then what is said now."""
        before = (_before(earlier, change.kind == "text_changed") for earlier in change.before)
        now = (self.position(position) for position in change.now)
        return Comparison(change.about, CHANGES[change.kind], (*before, *now))

    def position(self, position: Position) -> Line:
        """One side: who says it, what, and its numbers."""
        if position.support.verdict == "quoted":
            return self._quoted(position)
        numbers = self.numbers(position.citations)
        outlets = self.outlets(self.numbering.sources(position.citations))
        verb = "say" if len(outlets) > 1 else "says"
        text = position.text.strip().removesuffix(".").rstrip()
        credit = listed(passed_on(text, [c.quote for c in position.citations], self._named(position)))
        citing = f", citing {credit}," if credit else ""
        return (*outlets, f"{citing} {verb}{self._joined(text)}", *numbers)

    def mention(self, mention: Mention) -> Line:
        """A story that is only named, and who reports it."""
        outlets = self.outlets(mention.sources)
        return (f"{mention.headline.strip()} (", *outlets, ")", *self.numbers(mention.citations))

    def outlets(self, sources: Iterable[str]) -> Line:
        """The names of these sources, each once: "*A*, *B* and *C*"."""
        names = list(dict.fromkeys(self.names[source] for source in sources))
        parts: list[Emphasis | str] = []
        for n, name in enumerate(names):
            if n:
                parts.append(" and " if n == len(names) - 1 else ", ")
            parts.append(Emphasis(name))
        return tuple(parts)

    def numbers(self, citations: Iterable[Citation]) -> Line:
        """The numbers of these citations, each after a space."""
        return tuple(part for n in self.numbering(citations) for part in (" ", Number(n)))

    def _credit(self, statement: Statement) -> str:
        """Whom the source credits, and whose words it gives, where the sentence itself does not name them."""
        via = statement.via
        if via and is_own(via, self._named(statement)):
            via = None
        credits = {"citing": via, "quoting": statement.attributed_to}
        return listed(
            [f"{verb} {who}" for verb, who in credits.items() if who and not is_named(who, statement.text)]
        )

    def _named(self, of: Statement | Position) -> list[str]:
        """The names of the outlets that are cited."""
        return [self.names[source] for source in self.numbering.sources(of.citations)]

    def _outlet(self, quoting: Statement) -> Line:
        """The name of the source whose quote it is."""
        return self.outlets([quoted_source(quoting, self.numbering.ordered(quoting.citations))])

    def _quoted(self, quoting: Position) -> Line:
        """A side that is quoted, and behind it the side's other outlets: " [1] (see also *B* [2])"."""
        own, *others = behind(quoting).items()
        told = [(", ", *self.outlets([source]), *self.numbers(cited)) for source, cited in others]
        also = tuple(part for one in told for part in one)[1:]
        return (
            *self.outlets(own[:1]),
            " says: ",
            Quote(unquoted(quoting.text)),
            *self.numbers(own[1]),
            *((" (see also ", *also, ")") if also else ()),
        )

    def _joined(self, text: str) -> str:
        """The text after "says": a capital that only opens its sentence is lowered, a name's is kept."""
        opening = _WORD.match(text)
        if _APART.match(text):
            return f": {text}"
        if not opening or not opening[0][0].isupper():
            return f" that {text}"
        word = opening[0]
        if self._is_name(text, word):
            return f" that {text}"
        if word.lower() in STOPWORDS or self._cited(rf"\b{re.escape(word.lower())}\b"):
            return f" that {word[0].lower()}{text[1:]}"
        return f": {text}"

    def _is_name(self, text: str, word: str) -> bool:
        """Whether the text's first word is "I", has more capitals, or has its capital within a sentence too.

        For "The" that sentence must go on alike ("in The Hague"): some name somewhere begins with it.
        """
        if word == "I" or not (word[1:].islower() or len(word) == 1):
            return True
        name = " ".join(text.split()[:2]) if word.lower() in STOPWORDS else word
        return self._cited(rf"[a-z,;] {re.escape(name)}\b")

    def _cited(self, pattern: str) -> bool:
        return any(re.search(pattern, text) for text in self.texts)


def _before(earlier: Earlier, gone: bool) -> Line:
    """What was told: by which outlet and when; or, where it is `gone` from its text, only when."""
    told = f"told {day(earlier.told)}"
    lead: Line = (
        (f"{told}, and no longer in it: ",) if gone else (Emphasis(earlier.name), f" said ({told}): ")
    )
    return (*lead, Quote(earlier.quote))
