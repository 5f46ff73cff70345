"""Stage three: the story in words of its own, each sentence resting on numbered claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from pydantic import Field

from briefing import evidence, plain, quotation
from briefing.chain import Chain, Reply
from briefing.grounding import repeated
from briefing.grounding.verbatim import is_one_of
from briefing.listing import listed
from briefing.material import Material
from briefing.printable import numbered, one_line
from briefing.types import (
    LEADS,
    Citation,
    Claim,
    Disagreement,
    Omission,
    Role,
    Statement,
    Support,
    unquoted,
)
from briefing.words import FEWEST_WORDS, count_words, matching_key

STAGE = "writing"
MAX_TOKENS = 2500
"""Of one reply: a story of 250 words with its claims' numbers."""
LONGEST_HEADLINE = 20
"""Words."""


class ProposedSentence(Reply):
    """A sentence of the story, as a model proposes it."""

    text: str
    claims: list[int]
    role: Literal["lead", "body"]


class ProposedStory(Reply):
    """The reply of this stage."""

    headline: str
    sentences: list[ProposedSentence] = Field(max_length=30)


def compose(
    chain: Chain,
    material: Material,
    claims: Sequence[Claim],
    disagreements: Sequence[Disagreement],
    voices: Callable[[Claim], int],
    words: int,
) -> ProposedStory:
    """The story that the model proposes, asked again where it is too long or its claims do not carry it."""
    values = {
        **listed(claims),
        "notes": [{"number": n, "text": _note(c, voices(c))} for n, c in enumerate(claims, 1)],
        "questions": [
            {"text": d.question, "sides": [one_line(p.text) for p in d.positions]} for d in disagreements
        ],
        "words": words,
    }

    def wrong(reply: ProposedStory) -> list[str]:
        said = sum(count_words(one.text) for one in reply.sentences)
        length = [f"All sentences together have {said} words; {words} are allowed"] if said > words else []
        return length + [
            f"Sentence {n} ({one.text!r}): {fault}"
            for n, one in enumerate(reply.sentences, 1)
            for fault in _faults(one, claims, material)
        ]

    return chain.ask(STAGE, values, ProposedStory, MAX_TOKENS, wrong)


def settle(
    proposed: ProposedStory, claims: Sequence[Claim], material: Material, words: int
) -> tuple[tuple[Statement, ...], tuple[Omission, ...]]:
    """The sentences that their evidence carries; one that fails gives way to a quotation, or is dropped.

    One that copies a sentence of its evidence is that quotation, and needs no second reading. What was told
    before is not told again. Of a story that is too long the last sentences without a core claim go first.
    """
    kept: list[Statement] = []
    spare: list[int] = []
    omitted: list[Omission] = []
    for one in proposed.sentences:
        role: Role = "lead" if one.role == "lead" and len(kept) < LEADS else "body"
        statement = _statement(one, role, claims, kept, material)
        if statement is None:
            omitted.append(Omission(plain.proposed(one.text), "ungrounded", "its claims do not carry it"))
            continue
        again = repeated(statement.text, [s.text for s in kept])
        if again is not None:
            kept[again] = _with(kept[again], statement)
            omitted.append(Omission(plain.proposed(unquoted(one.text)), "duplicate", "told before"))
            continue
        if role == "body" and all(c.importance != "core" for c in _cited(one, claims)[0]):
            spare.append(len(kept))
        kept.append(statement)
    fitting = _within(words, kept, spare)
    if beyond := len(kept) - len(fitting):
        count = f"{numbered(beyond, 'sentence')} of the model's"
        omitted.append(Omission(count, "low_rank", "beyond the story's length"))
    return fitting, tuple(omitted)


def _within(words: int, kept: Sequence[Statement], spare: Sequence[int]) -> tuple[Statement, ...]:
    """The statements that fit into so many words: the last of those at the `spare` places go first."""
    left = dict(enumerate(kept))
    going = iter([*reversed(spare), *(n for n in reversed(range(len(kept))) if n not in spare)])
    while sum(count_words(statement.text) for statement in left.values()) > words:
        del left[next(going)]
    return tuple(left.values())


def _with(first: Statement, again: Statement) -> Statement:
    """A quotation with what another source has in nearly the same words; other statements as they are."""
    if first.support.verdict == again.support.verdict == "quoted":
        return replace(first, citations=tuple(dict.fromkeys((*first.citations, *again.citations))))
    return first


def headline(proposed: str, citations: Sequence[Citation], material: Material) -> str | None:
    """The proposed headline on one line, where the story's evidence carries it; else None."""
    line = one_line(proposed).rstrip(".")
    fits = FEWEST_WORDS <= count_words(line) <= LONGEST_HEADLINE and plain.is_plain(line)
    return line if fits and not material.faults(line, citations) else None


def _note(claim: Claim, voices: int) -> str:
    parts = [claim.importance, claim.modality, numbered(voices, "voice")]
    if claim.attributed_to:
        parts.append(f"said by {one_line(claim.attributed_to)}")
    if claim.via:
        parts.append(f"via {one_line(claim.via)}")
    return ", ".join(parts)


def _cited(one: ProposedSentence, claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    resting = tuple(claims[n - 1] for n in dict.fromkeys(one.claims) if 1 <= n <= len(claims))
    return resting, tuple(dict.fromkeys(c for claim in resting for c in claim.citations))


def _faults(one: ProposedSentence, claims: Sequence[Claim], material: Material) -> list[str]:
    resting, citations = _cited(one, claims)
    if not resting:
        return ["it names no claim"]
    if count_words(one.text) < FEWEST_WORDS:
        return ["it is no sentence"]
    return [f"{f.kind}: {f.detail}" for f in material.faults(one.text, citations)]


def _statement(
    one: ProposedSentence, role: Role, claims: Sequence[Claim], kept: Sequence[Statement], material: Material
) -> Statement | None:
    resting, citations = _cited(one, claims)
    text = one_line(one.text)
    if not resting or not text:
        return None
    copied = [c for c in citations if matching_key(c.quote) == matching_key(text)]
    if copied or _faults(one, claims, material):
        return quotation.nearest(text, copied or citations, [s.text for s in kept], role)
    if is_one_of(text, (s.text for s in kept)):
        return None
    speakers = {c.attributed_to for c in resting}
    return Statement(
        text,
        role,
        citations,
        Support("supported"),
        speakers.pop() if len(speakers) == 1 else None,
        evidence.credit(text, [c.via for c in resting], citations, material),
    )
