"""Stage one: what the sources say, claim by claim, each found in their sentences."""

from __future__ import annotations

import re

from pydantic import Field

from briefing import evidence, plain
from briefing.chain import Chain, Reply
from briefing.errors import WindowExceeded
from briefing.grounding import credited, fit
from briefing.grounding.verbatim import is_one_of
from briefing.material import Material
from briefing.printable import one_line
from briefing.types import Citation, Claim, Importance, Modality, Omission, Sentence
from briefing.words import FEWEST_WORDS, count_words, matching_key, stems

STAGE = "claims"
MAX_TOKENS = 6000
"""Of one reply: about 80 claims."""
_LONGEST_NAME = 15
"""Words of a speaker with his office; what is longer is no name."""
_ENDED = re.compile(r"(?:\w{4}|[)\"”])[.!?]\W*$|[!?]")
"""The end of a sentence; "Kestrel Lines Inc." has a short word before its point."""
_OWN_VOICE = "a commentary"
"""The speaker of what an article judges itself, by the rules of every prompt; no source calls itself so."""
MENDED_LATER = frozenset({"loaded", "relative_date", "person", "vouching", "address"})
"""Faults of wording alone: a claim is not printed, and its sentence is read again when it is written."""


class ProposedClaim(Reply):
    """A claim as a model proposes it."""

    text: str
    sentences: list[int]
    attributed_to: str | None
    via: str | None
    modality: Modality
    importance: Importance


class ProposedClaims(Reply):
    """The reply of this stage."""

    claims: list[ProposedClaim] = Field(max_length=80)


def draw(chain: Chain, material: Material) -> tuple[ProposedClaim, ...]:
    """What the model proposes for this material; where its window is too small, asked again half by half."""
    try:
        reply = chain.ask(STAGE, material.values(), ProposedClaims, MAX_TOKENS)
    except WindowExceeded:
        halves = material.halves()
        if not halves:
            raise
        return tuple(claim for half in halves for claim in draw(chain, half))
    return tuple(reply.claims)


def settle(
    proposed: tuple[ProposedClaim, ...], material: Material
) -> tuple[tuple[Claim, ...], tuple[Omission, ...]]:
    """The claims that the sentences carry, each once; where only the wording fails, the sentence speaks.

    A claim has words with a meaning of their own (weak models answer "1"), or is a sentence of a source.
    """
    kept: dict[str, Claim] = {}
    omitted: list[Omission] = []
    for one in proposed:
        carriers = evidence.carriers(one.text, one.sentences, material)
        if not carriers or (len(stems(one.text)) < FEWEST_WORDS and not _is_sentence(one.text, carriers)):
            omitted.append(
                Omission(
                    plain.proposed(one.text), "ungrounded", "no sentence of the sources carries this claim"
                )
            )
            continue
        claim = _claim(one, carriers, material)
        kept.setdefault(claim.text, claim)
    return tuple(kept.values()), tuple(omitted)


def _is_sentence(text: str, carriers: tuple[Sentence, ...]) -> bool:
    return count_words(matching_key(text)) >= FEWEST_WORDS and is_one_of(text, (s.text for s in carriers))


def _claim(one: ProposedClaim, carriers: tuple[Sentence, ...], material: Material) -> Claim:
    """The claim in the model's words where its sentences carry them; else the best of them."""
    text = one.text.strip()
    for found in evidence.ways(text, carriers, material):
        citations = tuple(Citation.of(s) for s in found)
        speaker = _named(one.attributed_to, citations, material)
        if not any(f.kind not in MENDED_LATER for f in material.faults(text, citations, speaker)):
            via = _named(one.via, citations, material)
            return Claim(text, citations, speaker, one.modality, via, one.importance)
    said = carriers[fit(text, [s.text for s in carriers])[0]]
    whole = (before, said) if (before := material.before(said)) else (said,)
    citations = tuple(Citation.of(s) for s in whole)
    speaker = _named(one.attributed_to, citations[-1:], material)
    text = " ".join(s.text for s in whole)
    return Claim(text, citations, speaker, one.modality, credited(said.text), one.importance)


def _named(stated: str | None, citations: tuple[Citation, ...], material: Material) -> str | None:
    """The name as it is printed, where it is somebody's in these sentences; a whole sentence names nobody."""
    name = one_line(stated or "")
    if not name or len(name.split()) > _LONGEST_NAME or not plain.is_plain(name):
        return None
    if is_one_of(name, (c.quote for c in citations)) or _ENDED.search(name):
        return None
    named = name.lower() == _OWN_VOICE or all(f.kind == "address" for f in material.faults(name, citations))
    return name if named else None
