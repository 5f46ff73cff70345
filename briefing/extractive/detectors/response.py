"""Whether a party has answered: silence told by one source, an answer by another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extractive.detectors.finding import Finding
from briefing.lines.corpus import Corpus, Line
from briefing.lines.parties import akin, same_party, words_of

_ADVERBS = r"(?:(?:yet|so far|publicly|formally|officially|immediately|directly|still|as yet)\s+){0,2}"
_ANSWERED = "responded|replied|answered|reacted|commented"
_SILENCE = re.compile(
    rf"\b(?:(?:has|have|had)\s+{_ADVERBS}(?:not|never)\s+{_ADVERBS}(?:{_ANSWERED})"
    rf"|(?:has|have|had)n['’]t\s+{_ADVERBS}(?:{_ANSWERED})"
    rf"|(?:has|have|had)\s+yet\s+to\s+{_ADVERBS}(?:respond|reply|answer|react|comment|issue an? \w+)"
    r"|(?:is|are|was|were|has|have)\s+(?:still\s+)?(?:remain(?:ed|s)?\s+)?(?:publicly\s+)?silent"
    r"|remain(?:s|ed)?\s+(?:publicly\s+)?silent"
    r"|(?:has|have|had)?\s*(?:made|given|offered|issued)\s+no\s+(?:\w+\s+)?"
    r"(?:response|reply|answer|comment|statement|reaction))\b"
    r"(?P<object>[^.;“”\"]*)",
    re.IGNORECASE,
)
_NO_WORD = re.compile(
    r"(?<!if )\b(?:there (?:was|is|has been|had been) )?no (?:immediate |official |public |formal )?"
    r"(?:response|reaction|reply|comment|word|answer) (?:yet )?(?:has come )?from "
    r"(?P<party>[^,;:.“”\"()]{2,60}?)(?= (?:to|on|about|over|regarding)\b|[,;.]|$)(?P<object>[^.;“”\"]*)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:requests?|e-?mails?|calls?|messages?|inquir\w*|enquir\w*|questions?|asked|reporters|contacted)\b",
    re.I,
)
"""Silence towards one newsroom's question, which says nothing of what others were told."""
_CONDITIONAL = re.compile(r"\b(?:if|unless|until)\s[^,.;]*$", re.IGNORECASE)
_HABIT = re.compile(
    r"\b(?:routinely|consistently|repeatedly|always|previously|(?:has|have) long|in the past|often|earlier|"
    r"traditionally|before the|last (?:week|month|year))\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:respond(?:ed|s)|repli(?:ed|es)|answer(?:ed|s)|react(?:ed|s)|retorted|countered|rebuff(?:ed|s)|"
    r"dismiss(?:ed|es|ing)|reject(?:ed|s|ing)|denounc(?:ed|es)|condemn(?:ed|s)|slammed|blasted|critici[sz]ed|"
    r"branded|labell?ed|termed|ridiculed|mocked|derided|scoffed|welcom(?:ed|es)|hailed|praised|"
    r"accept(?:ed|s)|"
    r"embraced|refused(?! to (?:comment|answer|respond|say))|"
    r"rebuked|decried|brushed off|(?:hit|shot|fired) back|lashed out|call(?:ed|s|ing)|"
    r"describ(?:ed|es|ing)|said|says|told|tweeted|wrote|den(?:ied|ies|ying))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:()“”\"]|\b(?:but|and|while|although|though|as|that|however|after|if|when)\s")
_BEHIND = re.compile(r"\s+((?:an?\s+|the\s+)?(?:[A-Z]|spokes)[^.;]{2,60})")
_SPEAKS = re.compile(
    r"\bspokes\w+|\b(?:chief executive|chair\w*|managing director|owner|boss)\b", re.IGNORECASE
)
"""Who speaks for a party by office."""
_ABOUT = re.compile(r"\s+(?:to|on|about|over|regarding)\b")
_MATTERS = tuple(
    frozenset(words.split())
    for words in (
        "proposal proposition offer plan initiative terms conditions overture declaration demand demands "
        "announcement statement remarks comments ultimatum deal",
        "allegation allegations accusation accusations claim claims charge charges report reports lawsuit "
        "complaint complaints story rumor rumour rumors rumours findings criticism",
        "attack attacks strike strikes incident shooting killing bombing raid decision ruling verdict "
        "move sanctions",
    )
)
"""Names for one and the same thing to be answered: offers, charges, deeds."""
_REACH = 90
"""Characters before a verb in which its subject is looked for; 70, 110 and no bound change nothing."""
_CORE, _BY_NAME = 0.25, 0.15
"""The share of the story's core that an answer has, where it is not told what is answered: less will do where
the party is called by its name. Of 95 plain events none is flagged at either."""


@dataclass(frozen=True, slots=True, eq=False)
class _Silence:
    """A party that a line says has not answered: what about (words), and the question that this leaves."""

    line: Line
    party: str
    about: tuple[str, ...]
    question: str


def detect(corpus: Corpus) -> Iterator[Finding]:
    """A party said to have kept silent in one origin, and told with its answer in another."""
    silences = [silence for line in corpus.lines if (silence := _silence(line))]
    for number, silence in enumerate(silences):
        if any(_same(silence, earlier) for earlier in silences[:number]):
            continue
        silent = [other.line for other in silences if _same(silence, other)]
        answers = [line for line in corpus.lines if _answers(corpus, line, silence)]
        answers.sort(key=lambda line: (not _named(silence, line), -corpus.closeness(line), line.text))
        weight = 1 + corpus.closeness(silence.line)
        yield from Finding.between(silence.question, "response", "contradiction", (silent, answers), weight)


def _silence(line: Line) -> _Silence | None:
    match = _SILENCE.search(line.plain)
    if match:
        before = line.plain[max(0, match.start() - _REACH) : match.start()]
        party = _CLAUSE.split(before)[-1].split(",")[-1].strip()
    else:
        match = _NO_WORD.search(line.plain)
        party = match["party"].strip() if match else ""
    if match is None or not words_of(party) or _ASKED.search(match["object"]):
        return None
    if _CONDITIONAL.search(line.plain[: match.start()]):
        return None
    rest = match["object"].rstrip(" ,")
    verb = "has" if re.match(r"(?:has|was|is)\b", match[0]) else "have"
    question = f"Whether {party} {verb} responded{rest if _ABOUT.match(rest) else ''}"
    return _Silence(line, party, tuple(w for w in words_of(rest) if len(w) > 3), question)


def _same(a: _Silence, b: _Silence) -> bool:
    return any(akin(x, y) for x in words_of(a.party) for y in words_of(b.party))


def _answers(corpus: Corpus, line: Line, silence: _Silence) -> bool:
    """Whether the party speaks in this line, now rather than by habit, of what it was to answer."""
    if line.origin == silence.line.origin or _silence(line) or _HABIT.search(line.plain):
        return False
    for match in _ANSWERS.finditer(line.plain):
        before = _CLAUSE.split(line.plain[max(0, match.start() - _REACH) : match.start()])[-1]
        behind = _BEHIND.match(line.plain, match.end())
        actor = _subject(before) if before.strip() or not behind else behind[1]
        if same_party(corpus, silence.party, actor, line):
            speaks = not silence.about and _SPEAKS.search(actor) is not None
            named = any(akin(a, b) for a in words_of(silence.party) for b in words_of(actor))
            return speaks or _concerns(corpus, line, silence.about, _BY_NAME if named else _CORE)
    return False


def _named(silence: _Silence, line: Line) -> bool:
    """Whether the line calls the party by its name, before what it says."""
    told = words_of(line.plain[: match.start()]) if (match := _ANSWERS.search(line.plain)) else []
    return any(akin(a, b) for a in words_of(silence.party) for b in told)


def _subject(before: str) -> str:
    """Who stands right before the verb: after the last comma, unless an apposition ends there."""
    return before if before.rstrip().endswith(",") else before.rsplit(",", 1)[-1]


def _concerns(corpus: Corpus, line: Line, about: tuple[str, ...], least: float) -> bool:
    """Whether the line speaks of what was to be answered; where nothing is named, of the story's core."""
    if not about:
        return corpus.covered(corpus.core, line.stems) > least
    words = words_of(line.text)
    if any(group.intersection(about) and group.intersection(words) for group in _MATTERS):
        return True
    return any(akin(a, w) for a in about if a not in _MATTERS[0] for w in words if len(w) > 4)
