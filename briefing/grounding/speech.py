"""Speech: who says what a sentence reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.grounding.lexicon import SAYINGS, TITLES
from briefing.grounding.names import called
from briefing.grounding.quotations import outside
from briefing.words import STOPWORDS, WEEKDAYS, words

_VERB = re.compile(rf"(?<![\w-])(?:{'|'.join(SAYINGS)})(?![\w-])", re.I)
_INVERTED = frozenset(
    {"say", "add", "declare", "write", "state", "claim", "ask", "reply", "warn", "note", "explain", "report"}
)
_ACCORDING = re.compile(r"\baccording\s+to\s+", re.I)
_PASSIVE = re.compile(r"(?<!\w)(?:is|are|was|were|be|been|being|it's|that's|to)\s+(?:\w+ly\s+)?$", re.I)
_NOUN_AFTER = re.compile(
    r"\s*(?:[.,;:)?!]|$|(?:of|by|from|about|made|emerged|broke|were|was|are|is|have|had|and|if|whether)(?!\w))",
    re.I,
)
_NOUN_BEFORE = re.compile(r"(?<!\w)(?:the|an?|this|these|any|no|its|such|his|her|their|of)\s+$", re.I)
_ALSO_NOUNS = frozenset(
    "claim claims report reports call calls demand demands estimate estimates urge notes ask asked".split()
)
_NAMING = re.compile(
    r"(?<!\w)(?:of|in|within|by|with|from|to|for|at|on|about|through)\s+an?\s+(?:[\w’'-]+\s+){1,4}called\b",
    re.I,
)
"""A participle: "in a group called Open Quay" calls nobody anything."""
_SUMMONS = re.compile(r"\s+(?:up|off|back)(?!\w)", re.I)
_TRAILING = re.compile(
    rf"(?<!\s)(?:\s+(?:has|have|had|also|later|then|previously|repeatedly|routinely|consistently|earlier|once|again|who|which"
    r"|yesterday|today|himself|herself|not|never|will|would|publicly|immediately|further|\w+ly"
    rf"|on\s+(?:{'|'.join(WEEKDAYS)})(?:\s+(?:morning|afternoon|evening|night))?))+\s*$",
    re.I,
)
_CUT = re.compile(
    r"[;:,—–()\[\]]|\s-\s|[.?!]\s|(?<!\w)(?:that|and|but|while|as|when|after|before|because|if|although|though|than|where|whether|since|which|who|what)(?!\w)",
    re.I,
)
_PHRASE = re.compile(
    r"(?:(?:the|a|an|his|her|their|its|our|my|some|two|three|one|another|several|both|many)\s+)?"
    r"(?:[\w.'’&-]+\s+){0,7}[\w.'’&-]+\s*$",
    re.I,
)
_WORDS = 9  # the most that a phrase has, with its article
_BACK, _BESIDE = 160, 24
"""Characters before a verb in which its subject is looked for, and what makes it a passive or a noun; without
a bound many verbs cost quadratic time. Over 14,551 sentences of the suites, BASIL and FNC-1, 120 spoils seven
speakers, 200 finds three and spoils one; 18 to 30 do as 24, with 16 a passive is missed, with 40 a verb."""
_AFTER = re.compile(
    r"\s+(?P<phrase>(?:(?:the|a|an|his|her|their|its|one|another)\s+)?[\w.'’&-]+(?:\s+(?:of\s+(?:the\s+)?)?[\w.'’&-]+){0,6})",
    re.I,
)
_PHRASE_END = re.compile(
    r"(?<!\w)(?:in|on|at|during|to|as|that|who|after|before|when|while|and|by|from|with|is|was|has|have|had|said)(?!\w).*$",
    re.I | re.S,
)
_TITLED = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(TITLES))})\.?\s+$", re.I)
"""A title before a name: "Union of Teachers President Randa Weir" is Randa Weir."""
_OF = re.compile(r"\s(?:of|from|for|in|at|with|to)\s")
_ADVERBIAL = (["of"], ["for"], ["in"], ["at"], ["from"])
_NOMINAL = frozenset("a an the of for in at from own his her its their our my some other both".split())
_ARTICLES = frozenset({"the", "a", "an"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Speech:
    """One reported saying; `verb` is its lemma, `speaker` a name, noun phrase or pronoun, or None.

    [start, end) is the span of the verb.
    """

    speaker: str | None
    verb: str
    start: int
    end: int

    @property
    def named(self) -> bool:
        """Whether the speaker is told by name or noun phrase, not by a pronoun."""
        return self.speaker is not None and self.speaker.lower() not in _PRONOUNS


@lru_cache(maxsize=1 << 12)
def speeches(text: str) -> tuple[Speech, ...]:
    """Every saying reported outside the quotation marks, in order."""
    plain = outside(text)
    found: list[Speech] = []
    for match in _VERB.finditer(plain):
        if _PASSIVE.search(plain[max(0, match.start() - _BESIDE) : match.start()]) or _noun(plain, match):
            continue
        verb = SAYINGS[match.group().lower()]
        gerund = match.group().lower().endswith("ing")
        speaker = (found[-1].speaker if found else None) if gerund else _before(plain, match.start())
        if speaker is None and verb in _INVERTED and _inverts(plain, match.start()):
            speaker = _after(plain, match.end())
        found.append(Speech(speaker, verb, *match.span()))
    for match in _ACCORDING.finditer(plain):
        found.append(Speech(_after(plain, match.end() - 1), "according", *match.span()))
    return tuple(sorted(found, key=lambda s: s.start))


def speaker(text: str) -> str | None:
    """The first speaker whom the sentence tells by a noun phrase: no pronoun, no clause."""
    return next((s.speaker for s in speeches(text) if s.speaker and not _clause(s.speaker)), None)


def _clause(phrase: str) -> bool:
    """Whether a phrase has function words that no speaker's name has ("The chair did not", "in 1993")."""
    found = words(phrase)
    return found[:1] in _ADVERBIAL or not _NOMINAL.issuperset(STOPWORDS.intersection(found))


def _inverts(plain: str, verb: int) -> bool:
    """Whether nothing, a comma, a mark or a quotation, now blank, stands before the verb."""
    before = plain[:verb].rstrip()
    return not before or before[-1] in ",”\"'’" or verb - len(before) > 2


def _noun(plain: str, match: re.Match[str]) -> bool:
    """Whether the form is a noun ("after the reports") or a participle ("asked about it"), no verb."""
    if match.group().lower() == "called":
        naming = _NAMING.finditer(plain, max(0, match.start() - _BACK), match.end())
        if _SUMMONS.match(plain, match.end()) or any(n.end() == match.end() for n in naming):
            return True
    if match.group().lower() not in _ALSO_NOUNS:
        return False
    before = plain[max(0, match.start() - _BESIDE) : match.start()]
    return bool(_NOUN_AFTER.match(plain, match.end()) or _NOUN_BEFORE.search(before))


def _before(plain: str, verb: int) -> str | None:
    """The subject that ends right before the verb; past an apposition ("X, an aide, called")."""
    left = _TRAILING.sub("", plain[max(0, verb - _BACK) : verb])
    if not left.strip() or left.endswith("   "):
        return None
    clause = left.rstrip()
    if clause.endswith((",", ")")) and (apposed := _apposed(clause)):
        return apposed
    clause = _CUT.split(clause)[-1]
    match = _PHRASE.search(clause, _last_words(clause))
    return _head(match.group()) if match and match.group().strip() else None


def _last_words(clause: str) -> int:
    """Where the words begin that a phrase at the clause's end can have: it is not looked for before them."""
    parts = clause.rsplit(maxsplit=_WORDS)
    return len(parts[0]) if len(parts) > _WORDS else 0


def _apposed(clause: str) -> str | None:
    """The name before an apposition that ends the clause: "Podolyak, an aide to Zelensky," is Podolyak."""
    parts = re.split(r"[,(]", clause.rstrip(",) "))
    if len(parts) < 2 or not parts[-1].strip():
        return None
    before, apposition = _CUT.split(parts[-2])[-1].strip(), parts[-1].strip()
    for phrase in (before, apposition):
        found = called(phrase)
        if found and phrase.endswith(found[-1]):
            return found[-1]
    return None


def _after(plain: str, verb: int) -> str | None:
    match = _AFTER.match(plain, verb)
    return _head(_PHRASE_END.sub("", match["phrase"])) if match else None


def _head(phrase: str) -> str | None:
    """The name in a noun phrase ("His aide Mykhailo Podolyak"), else the phrase, None if empty."""
    phrase = phrase.strip(" .'’")
    if not phrase:
        return None
    if phrase.lower() in _PRONOUNS:
        return phrase.lower()
    whole = called(phrase)
    if whole and phrase.endswith(whole[-1]) and _TITLED.search(phrase[: -len(whole[-1])]):
        return whole[-1]
    head = phrase if re.search(r"['’]", phrase) else _OF.split(phrase)[0]
    found = called(head)
    if found and head.endswith(found[-1]):
        return found[-1]
    words = phrase.split()
    if words[-1].lower() in _PRONOUNS:
        return words[-1].lower()
    return None if all(w.lower() in STOPWORDS for w in words) else " ".join(words[_begins(words) :])


def _begins(words: Sequence[str]) -> int:
    """Where the last noun phrase begins ("morning the governor" has two); else five words."""
    phrases = [n for n in range(1, len(words)) if words[n].lower() in _ARTICLES]
    whole = [n for n in phrases if words[n - 1].lower() not in STOPWORDS]
    return whole[-1] if whole else max(0, len(words) - 5)
