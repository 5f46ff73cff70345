"""The setting of a story: the names that it goes on about, and which of them are places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from briefing.grounding import names
from briefing.sentences import split
from briefing.types import Document
from briefing.words import MONTHS, WEEKDAYS, words

_PLACE = re.compile(
    r"\b(?:in|near|at|off|outside|around|neighbouring|neighboring)\s+(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?){0,2}"
    r"([A-Z][\w’'-]+)"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Words in lower case: `names` stand in a title or in two sentences; `places` are those of where.

    With every name, or those of three sentences only, one and two changes are missed.
    """

    names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Self:
        """The setting of the story that these documents tell, each once."""
        named: Counter[str] = Counter()
        places: set[str] = set()
        for document in {document.id: document for document in documents}.values():
            sentences = [sentence.text for sentence in split("S0", document.text)]
            for text in (*sentences, *[document.source.title or ""] * 2):
                named.update({word for name in names(text) for word in words(name.text)})
                places |= _places(text)
        known = frozenset(word for word, count in named.items() if count > 1)
        return cls(known, known & places)

    def lacks(self, text: str) -> bool:
        """Whether the text is of a place, and of none that the story names."""
        places = _places(text)
        return bool(places) and not places & self.names


NOWHERE = Setting()


def _places(text: str) -> set[str]:
    found = {word.removesuffix("'s") for place in _PLACE.findall(text) for word in words(place)}
    return found - {*MONTHS, *WEEKDAYS}
