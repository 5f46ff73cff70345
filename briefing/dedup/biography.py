"""The biography of a text's author under it ("Mara Lind is the Post's harbour correspondent."): no news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.types import Sentence

_LONGEST = 240
"""Characters of its first sentence."""
_ROLE = r"(?:(?:staff|contributing) writer|columnist|contributor|correspondent|editor|journalist|reporter)"
_OPENING = re.compile(
    r"(?!.*\b(?:said|told|announced|will|was|were)\b)[-*_(— ]*[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3} is "
    rf"(?!\w+(?:ing|ed)\b)(?:an? |the |our |[A-Z][\w ]{{1,40}}['’]s? )?(?:[\w&'’/-]+ ){{0,5}}?{_ROLE}"
    r"(?: (?:and|at|based|covering|for|in|of|on|who (?:covers|reports|writes))\b.*|,.*)?[.)*_ ]*"
)
"""Of 105,000 sentences of news and their authors it takes seven, each an author's: news has it that somebody
was one, or was made one."""
_GOES_ON = re.compile(r"[*_ ]*(?:he|she|they|his|her|their|follow|e-?mail|contact)\b", re.IGNORECASE)


def biographies(paragraph: Iterable[Sentence]) -> Iterator[bool]:
    """For each sentence of a paragraph whether it is an author's biography, or goes on with one."""
    inside = False
    for sentence in paragraph:
        inside = _opens(sentence.text) or (inside and _GOES_ON.match(sentence.text) is not None)
        yield inside


def _opens(text: str) -> bool:
    return len(text) <= _LONGEST and _OPENING.fullmatch(text) is not None
