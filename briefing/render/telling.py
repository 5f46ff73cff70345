"""How a statement and a position are told: the outlet is put in by us, the verb is "says" for all sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from briefing.render.order import Numbering
from briefing.render.page import Emphasis, Line, Number, Strong
from briefing.render.wording import listed
from briefing.types import Brief, Citation, Disagreement, Mention, Position, Statement
from briefing.words import STOPWORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_MID_SENTENCE = re.compile(r"(?<=[a-z,;] )" + _WORD.pattern)
_ATTRIBUTING = re.compile(
    r"according to\b|(?:\S+ ){1,6}(?:says?|said|tells?|told|adds|added)\b", re.IGNORECASE
)
_ENDS = (".", "!", "?", "…", "”", "’", '"')


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells a brief's statements, with the names of its outlets and the numbers of its citations."""

    names: dict[str, str]
    numbering: Numbering
    common: frozenset[str]
    """Words that open a sentence in capitals and are no names."""
    proper: frozenset[str]

    @classmethod
    def of(cls, brief: Brief, numbering: Numbering) -> Self:
        """The teller of this brief; which words are names is seen in what it quotes."""
        text = [c.quote for c in numbering.citations]
        lower = {w for quote in text for w in _WORD.findall(quote) if w[0].islower()}
        proper = {w for quote in text for w in _MID_SENTENCE.findall(quote) if w[0].isupper()}
        names = {entry.source.id: entry.source.name.strip() or entry.source.id for entry in brief.sources}
        common = (lower | STOPWORDS) - {w.lower() for w in proper} - {"i"}
        return cls(names, numbering, frozenset(common), frozenset(proper))

    def statement(self, statement: Statement) -> Line:
        """A sentence of a story, ending in its numbers."""
        numbers = self.numbers(statement.citations)
        credit = _credit(statement)
        if statement.support.verdict == "quoted":
            outlet = self.outlets([self._quoted(statement.text, statement.citations)])
            says = f", {credit}, says: " if credit else " says: "
            return (*outlet, f"{says}{statement.text}", *numbers)
        if not credit:
            return (statement.text, *numbers)
        stem = statement.text.rstrip()
        end = "." if stem.endswith(".") else ""
        outlets = self.outlets(c.span.source for c in statement.citations)
        return (f"{stem.removesuffix('.')} (", *outlets, f", {credit}){end}", *numbers)

    def disagreement(self, disagreement: Disagreement) -> Line:
        """The question, its strength, and each position with who says it."""
        parts: list[Line] = []
        for n, position in enumerate(disagreement.positions):
            parts.append(("; ",) if n else (f" ({disagreement.strength}): ",))
            parts.append(self.position(position))
        return (Strong(disagreement.question), *(inline for part in parts for inline in part), ".")

    def position(self, position: Position) -> Line:
        """One side: who says it, what, and its numbers."""
        numbers = self.numbers(position.citations)
        if position.support.verdict == "quoted":
            outlet = self.outlets([self._quoted(position.text, position.citations)])
            return (*outlet, f" says {position.text}", *numbers)
        outlets = self.outlets(position.sources)
        verb = "say" if len(outlets) > 1 else "says"
        text = position.text.strip().removesuffix(".")
        return (*outlets, f" {verb}{self._joined(text)}", *numbers)

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

    def _quoted(self, text: str, citations: Sequence[Citation]) -> str:
        """The source whose quote is the text."""
        inner = text.strip().removeprefix("“").removesuffix("”")
        exact = (c for c in citations if c.quote == inner)
        within = (c for c in citations if inner in c.quote)
        return next(exact, next(within, citations[0])).span.source

    def _joined(self, text: str) -> str:
        """The text after "says": a capital that only opens its sentence is lowered, a name's is kept."""
        opening = _WORD.match(text)
        if _ATTRIBUTING.match(text):
            return f": {text}"
        if not opening or not opening[0][0].isupper():
            return f" that {text}"
        word = opening[0]
        if word.lower() in self.common:
            return f" that {word[0].lower()}{text[1:]}"
        if word in self.proper or not word[1:].islower():
            return f" that {text}"
        return f": {text}"


def _credit(statement: Statement) -> str:
    """Whom the source credits, or whose words it gives, where the sentence itself does not say."""
    speaker = statement.attributed_to
    named = speaker is None or _last_word(speaker) in statement.text.lower()
    credits = [f"citing {statement.via}"] if statement.via else []
    if speaker is not None and not named and speaker != statement.via:
        credits.append(f"quoting {speaker}")
    return listed(credits) if credits else ""


def _last_word(text: str) -> str:
    return (text.lower().split() or [""])[-1]
