"""Questions in the sources' own words: a sentence's main clause, short enough to stand after "Whether"."""

from __future__ import annotations

import re

from briefing.extractive.detectors.alignment import Field

_SHORTEST = 6
_LONGEST = 20
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.’' ]+(?:,\s+[\w. ]{2,20})?(?:\s*\([^)]*\))?|[A-Z]\w+(?:,\s+\w+)?)\s*(?:—|–|―|--)\s*"
)
_OPENING = re.compile(
    r"^(?:(?:In|On|At|By|During|After|Before|As|Since|Despite|Last|Earlier|Over|With|Amid|According to|While|"
    r"Although|However|"
    r"Meanwhile|But|And|Also|Now|So|Well|Yet|Still)\b[^,“”\"]{0,60},\s+)(?=\w)|^(?:But|And|So|Yet)\s+"
)
_BREAK = re.compile(
    r"\s*[,;:()]\s+|\s*[—–]\s*|\s+-\s+|"
    r"\s+(?=(?:who|which|whose|where|when|after|because|although|while|as|but|and|since|before|"
    r"according|following|amid|despite|unless|if|said|saying)\b)"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|do|made|took|got|went|"
    r"came|left|won|"
    r"lost|says|said|held|told|met|set|began|became|found|gave|sent|wants|plans|\w{3,}ed)\b"
)
_RELATIVE = re.compile(r",\s+(?:which|who|whose)\b[^,]*,?")
_MARKS = re.compile(r"[“”\"]|(?<!\w)['‘’]|['‘’](?!\w)")
_SPACE = re.compile(r"\s+")
_LINKS = frozenset(
    "to of in on at by for with from as into after before over about during against that".split()
)
_DANGLING = frozenset(
    "a an the of to in on at by for with from and or but as that his her their its is was were are be "
    "been has have "
    "had who which not no into over after before more than would will could".split()
)


def clause(field: Field, text: str) -> str:
    """The sentence's opening clause without dateline and connectives, lower case unless a name begins it.

    It ends at the first break behind a verb; where that is far off, before the last preposition in reach.
    """
    plain = _SPACE.sub(" ", _DATELINE.sub("", text.strip()))
    plain = _MARKS.sub("", _OPENING.sub("", plain)).strip()
    ends = (match.start() for match in _BREAK.finditer(plain))
    cut = next((end for end in ends if _complete(plain[:end])), len(plain))
    words = plain[:cut].split()
    if len(words) > _LONGEST:
        links = [i for i in range(_SHORTEST, _LONGEST + 1) if words[i].lower() in _LINKS]
        words = words[: links[-1] if links else _LONGEST]
    while words and words[-1].lower() in _DANGLING:
        words.pop()
    return uncapitalised(field, " ".join(words).rstrip(" .,;:!?…-"))


def uncapitalised(field: Field, text: str) -> str:
    """The text with its first letter in lower case, where some line writes that word so within a sentence."""
    first = text.split(" ", 1)[0]
    if first.lower() in field.common:
        return first.lower() + text[len(first) :]
    return text


def _complete(text: str) -> bool:
    return len(text.split()) >= _SHORTEST and _VERB.search(_RELATIVE.sub(" ", text)) is not None
