"""Whether a party has answered: silence reported by one source, an answer quoted by another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.parties import ANSWERING, akin, same_party, words_of

_ANSWER = "respond|reply|replie|answer|react|comment|speak|spoke"
_ADVERBS = r"(?:(?:yet|so far|publicly|formally|officially|immediately|directly|still|as yet)\s+){0,2}"
_SILENCE = re.compile(
    rf"\b(?:(?:has|have|had)\s+{_ADVERBS}(?:not|never)\s+{_ADVERBS}(?:responded|replied|answered|reacted|commented)"
    rf"|(?:has|have|had)n['’]t\s+{_ADVERBS}(?:responded|replied|answered|reacted|commented)"
    rf"|(?:has|have|had)\s+yet\s+to\s+{_ADVERBS}(?:respond|reply|answer|react|comment|issue an? \w+)"
    rf"|(?:is|are|was|were|has|have)\s+(?:still\s+)?(?:remain(?:ed|s)?\s+)?(?:publicly\s+)?silent"
    rf"|remain(?:s|ed)?\s+(?:publicly\s+)?silent"
    rf"|made\s+no\s+(?:public\s+|official\s+|immediate\s+)?(?:response|reply|answer|comment|statement)"
    rf"|(?:has|have|had)\s+(?:made|given|offered|issued)\s+no\s+(?:\w+\s+)?(?:response|reply|answer|comment|statement|reaction)"
    rf")\b(?P<object>[^.;“”\"]*)",
    re.IGNORECASE,
)
_NO_WORD = re.compile(
    r"(?<!if )\b(?:there (?:was|is|has been|had been) )?no (?:immediate |official |public |formal )?"
    r"(?:response|reaction|reply|comment|word|answer) (?:yet )?(?:has come )?from (?P<party>[^,;:.“”\"()]{2,60}?)"
    r"(?= (?:to|on|about|over|regarding)\b|[,;.]|$)(?P<object>[^.;“”\"]*)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:requests?|e-?mails?|calls?|messages?|inquir|enquir|questions?|when asked|reporters|contacted)\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:routinely|consistently|repeatedly|always|previously|has long|have long|in the past|often|earlier|traditionally|"
    r"before the|last (?:week|month|year))\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(rf"\b(?:{ANSWERING})\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:()“”\"]|\b(?:but|and|while|although|though|as|that|however|after|if|when)\s")
_OFFERS = frozenset(
    "proposal proposition offer plan initiative terms conditions overture declaration demand demands announcement "
    "statement remarks comments ultimatum deal".split()
)
_CHARGES = frozenset(
    "allegation allegations accusation accusations claim claims charge charges report reports lawsuit complaint "
    "complaints story rumor rumour rumors rumours findings criticism".split()
)
_DEEDS = frozenset(
    "attack attacks strike strikes incident shooting killing bombing raid decision ruling verdict move sanctions".split()
)


def detect(field: Field) -> Iterator[Finding]:
    """A party said to have kept silent in one origin, and quoted with its answer in another."""
    for line in field.lines:
        silence = _silence(line)
        if silence is None:
            continue
        party, about, question = silence
        answers = [
            other
            for other in field.lines
            if other.origin != line.origin and _answers(field, other, party, about)
        ]
        finding = Finding.of(
            question, "response", "contradiction", ([line], answers), field.closeness(line) + 1
        )
        if finding:
            yield finding


def _silence(line: Line) -> tuple[str, list[str], str] | None:
    """The party that kept silent, the words of what it was silent on, and the question, or None."""
    match = _SILENCE.search(line.plain)
    if match:
        party = (
            _CLAUSE.split(line.plain[max(0, match.start() - 90) : match.start()])[-1].split(",")[-1].strip()
        )
    else:
        match = _NO_WORD.search(line.plain)
        party = match["party"].strip() if match else ""
    if match is None or _ASKED.search(match["object"]) or not words_of(party):
        return None
    about = [w for w in words_of(match["object"]) if len(w) > 3]
    have = "has" if re.match(r"(?:has|was|is)\b", match[0]) else "have"
    rest = match["object"].rstrip(" ,")
    kept = rest if re.match(r"\s+(?:to|on|about|over|regarding)\b", rest) else ""
    return party, about, f"Whether {party} {have} responded{kept}"


def _answers(field: Field, line: Line, party: str, about: list[str]) -> bool:
    """Whether the party speaks in this line, now rather than by habit, of what it was to answer."""
    if _silence(line) or _HABIT.search(line.plain):
        return False
    for match in _ANSWERED.finditer(line.plain):
        before = _CLAUSE.split(line.plain[max(0, match.start() - 90) : match.start()])[-1]
        behind = re.match(r"\s+((?:an?\s+|the\s+)?(?:[A-Z]|spokes)[^.;]{2,60})", line.plain[match.end() :])
        if same_party(field, party, before if before.strip() or not behind else behind[1], line):
            return _concerns(field, line, about)
    return False


def _concerns(field: Field, line: Line, about: list[str]) -> bool:
    """Whether the line speaks of what was to be answered; with nothing named, of the story's core."""
    words = words_of(line.text)
    if not about:
        return field.covered(field.core, line.stems) > 0.25
    for group in (_OFFERS, _CHARGES, _DEEDS):
        if group.intersection(about) and group.intersection(words):
            return True
    return any(akin(a, w) for a in about if a not in _OFFERS for w in words if len(w) > 4)
