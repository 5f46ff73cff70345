"""Speech: who says what a sentence reports, and which other outlet it credits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.grounding.lexicon import OUTLET_WORDS
from briefing.grounding.names import names
from briefing.grounding.quotations import outside
from briefing.words import STOPWORDS

_VERBS = {
    "say": "say says said saying", "tell": "tell tells told telling", "state": "stated stating",
    "add": "added adds adding", "announce": "announce announces announced announcing",
    "call": "called calls calling", "claim": "claim claims claimed claiming", "declare": "declared declares declaring",
    "insist": "insist insists insisted insisting", "argue": "argue argues argued arguing",
    "warn": "warn warns warned warning", "deny": "deny denies denied denying", "allege": "allege alleges alleged alleging",
    "accuse": "accuse accuses accused accusing", "admit": "admit admits admitted", "acknowledge": "acknowledge acknowledges acknowledged",
    "confirm": "confirm confirms confirmed", "describe": "described describes", "report": "reported reports",
    "explain": "explained explains", "write": "wrote writes", "tweet": "tweeted", "note": "noted notes",
    "suggest": "suggested suggests", "assert": "asserted asserts asserting", "maintain": "maintained maintains",
    "emphasize": "emphasized emphasised emphasizes emphasises emphasizing emphasising", "stress": "stressed stresses",
    "pledge": "pledged pledges", "vow": "vowed vows vowing", "promise": "promised promises", "demand": "demanded demands",
    "urge": "urged urges urging", "conclude": "concluded concludes", "reply": "replied replies", "respond": "responded",
    "complain": "complained", "concede": "conceded concedes", "contend": "contended contends contend", "reject": "rejected rejects",
    "dismiss": "dismissed dismisses", "condemn": "condemned condemns", "criticize": "criticized criticised criticizes criticises",
    "believe": "believes believed believe", "testify": "testified", "recall": "recalled", "remark": "remarked", "ask": "asked",
    "predict": "predicted predicts", "propose": "proposed proposes", "reiterate": "reiterated reiterates", "quip": "quipped", "shout": "shouted",
    "estimate": "estimates estimated", "reveal": "revealed reveals", "think": "thinks",
}  # fmt: skip
_LEMMA = {form: lemma for lemma, forms in _VERBS.items() for form in forms.split()}
_VERB = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(_LEMMA, key=len, reverse=True))})(?![\w-])", re.I)
_INVERTED = frozenset(
    {"say", "add", "declare", "write", "state", "claim", "ask", "reply", "warn", "note", "explain", "report"}
)
_ACCORDING = re.compile(r"\baccording\s+to\s+", re.I)
_PASSIVE = re.compile(r"(?<!\w)(?:is|are|was|were|be|been|being|it's|that's|to)\s+(?:\w+ly\s+)?$", re.I)
_TRAILING = re.compile(
    r"(?:\s+(?:has|have|had|also|later|then|previously|repeatedly|routinely|consistently|earlier|once|again|who|which"
    r"|yesterday|today|himself|herself|not|never|will|would|publicly|immediately|further|\w+ly))+\s*$",
    re.I,
)
_CUT = re.compile(
    r"[;:,—–()\[\]]|\s-\s|[.?!]\s|(?<!\w)(?:that|and|but|while|as|when|after|before|because|if|although|though|than|where|whether|since)(?!\w)",
    re.I,
)
_PHRASE = re.compile(
    r"(?:(?:the|a|an|his|her|their|its|our|my|some|two|three|one|another|several|both|many)\s+)?"
    r"(?:[\w.'’&-]+\s+){0,7}[\w.'’&-]+\s*$",
    re.I,
)
_AFTER = re.compile(
    r"\s+(?P<phrase>(?:(?:the|a|an|his|her|their|its|one|another)\s+)?[\w.'’&-]+(?:\s+(?:of\s+(?:the\s+)?)?[\w.'’&-]+){0,6})",
    re.I,
)
_PHRASE_END = re.compile(
    r"(?<!\w)(?:in|on|at|during|to|as|that|who|after|before|when|while|and|by|from|with|is|was|has|have|had|said)(?!\w).*$",
    re.I | re.S,
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we", "you"})
_OUTLET = rf"(?:[A-Z][\w.&'’-]*\s+|of\s+|the\s+){{0,5}}?(?:{OUTLET_WORDS})(?:\s+(?:News|Times|Post|Press|Journal|Agency|Radio|TV|Service|of\s+[A-Z]\w+))*"
_CREDITS = tuple(
    re.compile(form)
    for form in (
        rf"(?:[Aa]ccording to|[Cc]iting|reported by|[Tt]old|interview with|statement to|published (?:by|in)|quoted by|report (?:by|in|from))\s+(?:a\s+report\s+(?:by|in|from)\s+)?(?:the\s+|The\s+)?(?P<outlet>{_OUTLET})(?!\w)",
        rf"(?:^|[\s“\"‘'(])(?:the\s+|The\s+)?(?P<outlet>{_OUTLET})(?:\s+(?:newspaper|website|magazine|news agency|has|had|first|also))*\s+(?:reports?|reported|reporting|revealed|quoted|debunked)(?!\w)",
    )
)


@dataclass(frozen=True, slots=True)
class Speech:
    """One reported saying: `verb` is the lemma; `speaker` the name, noun phrase or pronoun, None where not told.

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


def speeches(text: str) -> tuple[Speech, ...]:
    """Every saying reported outside the quotation marks, in order."""
    plain = outside(text)
    found: list[Speech] = []
    for match in _VERB.finditer(plain):
        if _PASSIVE.search(plain[max(0, match.start() - 24) : match.start()]):
            continue
        verb = _LEMMA[match.group().lower()]
        gerund = match.group().lower().endswith("ing")
        speaker = (found[-1].speaker if found else None) if gerund else _before(plain, match.start())
        if speaker is None and verb in _INVERTED:
            speaker = _after(plain, match.end())
        found.append(Speech(speaker, verb, *match.span()))
    for match in _ACCORDING.finditer(plain):
        found.append(Speech(_after(plain, match.end() - 1), "according", *match.span()))
    return tuple(sorted(found, key=lambda s: s.start))


def credited(text: str) -> str | None:
    """The other outlet that the sentence credits ("the Guardian reports", "told the BBC"), without its article."""
    for form in _CREDITS:
        if match := form.search(text):
            return re.sub(r"^(?:the|of)\s+", "", match["outlet"], flags=re.I).strip()
    return None


def _before(plain: str, verb: int) -> str | None:
    """The subject that ends right before the verb; past an apposition ("X, an aide, called")."""
    left = plain[max(0, verb - 160) : verb]
    left = _TRAILING.sub(" ", left)
    if not left.strip() or left.endswith("   "):
        return None
    clause = left.rstrip()
    if clause.endswith((",", ")")) and (apposed := _apposed(clause)):
        return apposed
    clause = _CUT.split(clause)[-1]
    match = _PHRASE.search(clause)
    return _head(match.group()) if match and match.group().strip() else None


def _apposed(clause: str) -> str | None:
    """The name before an apposition that ends the clause: "Podolyak, an aide to Zelensky," is Podolyak."""
    parts = re.split(r"[,(]", clause.rstrip(",) "))
    if len(parts) < 2 or not parts[-1].strip():
        return None
    if (last := names("x " + parts[-1].strip())) and parts[-1].strip() == last[-1].text:
        return last[-1].text
    before = _CUT.split(parts[-2])[-1]
    found = names(before)
    return found[-1].text if found and before.rstrip().endswith(found[-1].text) else None


def _after(plain: str, verb: int) -> str | None:
    match = _AFTER.match(plain, verb, verb + 120)
    if not match:
        return None
    phrase = _PHRASE_END.sub("", match["phrase"])
    return _head(phrase)


def _head(phrase: str) -> str | None:
    """The name in a noun phrase ("His aide Mykhailo Podolyak"), else the phrase; None for function words alone."""
    phrase = phrase.strip(" .'’")
    if not phrase:
        return None
    if phrase.lower() in _PRONOUNS:
        return phrase.lower()
    found = names("— x " + phrase)
    people = [n.text for n in found if " " in n.text] or [n.text for n in found]
    if people and phrase.endswith(people[-1]):
        return people[-1]
    words = phrase.split()
    if words[-1].lower() in _PRONOUNS:
        return words[-1].lower()
    return None if all(w.lower() in STOPWORDS for w in words) else " ".join(words[-5:])
