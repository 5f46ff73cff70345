"""Negation: what a text denies, and whether a statement turns its evidence round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.grounding.answers import refused
from briefing.grounding.denied import misdenied
from briefing.grounding.echo import unguarded
from briefing.grounding.names import names
from briefing.grounding.quotations import outside
from briefing.grounding.scope import bears, content, cues, twin

_MERELY = r"(?!\s+(?:only|just|merely|simply|solely)\b)"
"""What a negation denies nothing before: "not only birds"."""
_BUT_FOR = r"(?<!\bif\s)(?!(?:were|was)n['’]t\s+for\b)"
"""Nor does it in "if not for the raids", "if it weren't for the raids"."""
_BOUND = r"(?!\s+(?:(?:less|more|fewer|further|sooner)\s+than|but|short\s+of)\b)"
"""The same: "nothing less than", "no further than", "nothing but"."""
_NEGATION = re.compile(
    rf"""(?<![\w-])(?:
        {_BUT_FOR}not(?!\s+(?:a|an|the)\b){_MERELY}
      | no(?=\s+[a-z])(?!\s+(?:later|doubt|matter)){_BOUND} | never | neither | nor | none | nobody
      | nothing{_BOUND} | cannot | without | hardly | barely | {_BUT_FOR}\w+n['’]t{_MERELY}
      | (?:yet|fail(?:ed|s|ing)?|refus(?:ed|es|e|ing|al)|declin(?:ed|es|e|ing)|unable)\s+to
      | den(?:ied|ies|y|ying) | reject(?:ed|s|ing)? | rul(?:ed|es|ing)\s+out | refut(?:ed|es)
      | (?<!\bthe\s)(?<!\ba\s)(?<!\bthis\s)(?<!\btheir\s)dispute[sd]?
      | rebuff(?:ed|s) | absence\s+of | stopped\s+short\s+of
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_OUTRIGHT = re.compile(
    rf"(?<![\w-])(?:{_BUT_FOR}(?:not|\w+n['’]t){_MERELY}|never|no{_BOUND}|cannot|neither|none|nobody"
    rf"|nothing{_BOUND}|without|den(?:ied|ies|y|ying)|reject(?:ed|s|ing)?"
    r"|(?:yet|fail(?:ed|s|ing)?|refus(?:ed|es|e|ing)|declin(?:ed|es|e|ing))\s+to)(?![\w-])",
    re.IGNORECASE,
)
_ANY = re.compile(rf"(?<![\w-])not(?![\w-])|{_NEGATION.pattern}", re.IGNORECASE | re.VERBOSE)
_NONE = re.compile(r"\bnone\b", re.IGNORECASE)
_TWICE = re.compile(
    r"\bnot\s+(?:be\s+)?(?:no|not|never|none)\b"
    r"|\b(?:nobody|nothing|none|no\s+one|never)\s+(?:\w+\s+)?(?:not|no)\b",
    re.IGNORECASE,
)
"""One negation upon another."""
_REACH = (80, 60)
"""Characters before and after a word within which a negation bears on it: of 28 dropped denials of readers'
410 statements 25 are seen, without a limit 23; 60 and 40 see no more, and raise one false alarm."""
_ASKED = 0.3
"""Share of a statement's content words that a question about it has; its "she" may be a name here."""
_DENIAL = re.compile(rf"(?:{_ANY.pattern})(?:\s+[\w'’.-]*\w){{0,2}}", re.IGNORECASE | re.VERBOSE)


def negated(text: str) -> frozenset[str]:
    """Stems of the predicates that the text negates: "has not yet responded" gives {"respond"}."""
    return frozenset(stem for _, stem in cues(_NEGATION, text) if stem)


def denials(text: str) -> tuple[str, ...]:
    """Each negation of the text with two words after it, as they stand: "not yet seen"."""
    return tuple(match.group() for match in _DENIAL.finditer(text))


def polarity_conflict(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a denial of the evidence is dropped in the statement, or one is added to it.

    Beside a sentence with nearly the same words, the negations are counted. Else a predicate
    conflicts where one side only ever has it negated and the other never, or where the words that a
    negation of one side governs stand plain in the other. A denial of a denial is one that the evidence has.
    """
    if _answered(statement, evidence):
        return False
    return (
        _turned(statement, evidence)
        or _added(statement, evidence)
        or _dropped(statement, evidence)
        or _doubled(statement, evidence)
        or misdenied(_ANY, statement, evidence)
    )


def _added(statement: str, evidence: Sequence[str]) -> bool:
    said = outside(statement)
    if any(_NONE.search(e) for e in evidence):
        said = _NONE.sub("all", said)  # what "none" denies may stand before it
    denied = frozenset(stem for e in evidence for stem in negated(e))
    return unguarded(_OUTRIGHT, _ANY, said, evidence, lost=1, known=denied)


def _dropped(statement: str, evidence: Sequence[str]) -> bool:
    said = outside(statement)
    return any(unguarded(_OUTRIGHT, _ANY, e, [said], [o for o in evidence if o != e]) for e in evidence)


def _doubled(statement: str, evidence: Sequence[str]) -> bool:
    return bool(_TWICE.search(outside(statement))) and not any(_TWICE.search(e) for e in evidence)


def _answered(statement: str, evidence: Sequence[str]) -> bool:
    """Whether the statement denies what a question of the evidence asks that has a no behind it."""
    said = set(content(statement))
    asked = (e for e in evidence if refused(e))
    return bool(_ANY.search(statement)) and any(
        len(said.intersection(content(e))) >= _ASKED * len(said) for e in asked
    )


def _turned(statement: str, evidence: Sequence[str]) -> bool:
    if (near := twin(statement, evidence)) is not None:
        left = set(content(statement))
        bearing = [cue for cue, word in cues(_OUTRIGHT, near) if word is None or word in left]
        return len(_OUTRIGHT.findall(statement)) != len(bearing)
    said, shown = _polarities(statement), _polarities(" . ".join(evidence))
    predicates = said.keys() - {s for name in names(statement) for s in content(name.text)}
    for stem in predicates:
        plain, denied = said[stem]
        shown_plain, shown_denied = shown.get(stem, (0, 0))
        added = denied and not plain and shown_plain and not shown_denied
        dropped = plain and not denied and shown_denied and not shown_plain
        if added and not _negated_near(statement, evidence, stem):
            return True
        if dropped and not bears(_ANY, statement, stem, _REACH):
            return True
    return False


def _polarities(text: str) -> dict[str, tuple[int, int]]:
    """For each content stem, how often it stands plain and how often governed by a negation."""
    denied = Counter(stem for _, stem in cues(_NEGATION, text) if stem)
    return {stem: (count - denied[stem], denied[stem]) for stem, count in Counter(content(text)).items()}


def _negated_near(statement: str, evidence: Sequence[str], stem: str) -> bool:
    """Whether the evidence about the predicate has a negation that the statement may render."""
    spent = len(_NEGATION.findall(statement))
    said = set(content(statement))
    shared = {e: len(said.intersection(content(e))) for e in evidence}
    plain = max((n for e, n in shared.items() if stem in content(e) and not _ANY.search(e)), default=0)
    return any(
        len(_NEGATION.findall(e)) >= spent and (stem in content(e) or n >= max(len(said) / 3, plain))
        for e, n in shared.items()
    )
