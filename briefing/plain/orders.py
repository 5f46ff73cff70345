"""Words that speak to a program that reads along, and not to the readers of the news."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

_RULES = (
    r"(?:instruction|prompt|rule|direction|guideline|order|command|constraint|directive|programming|"
    r"request)s?"
)
_MACHINE = (
    r"(?:ai|a\.i\.|llm|gpt\w*|chat ?gpt|chat ?bot|bot|assistant|language model|summari[sz]er|"
    r"(?:analysis |screening |scoring )?(?:software|system|program|agent|algorithm)|model|scan(?:ner)?)s?"
)
_DROPS = "ignore disregard forget override bypass neglect"
_DOES = (
    "print output repeat say write respond reply answer return include append prepend add insert echo paste "
    "concatenate summarise summarize translate encode decode execute render display reveal recite state give "
    "provide show tell describe generate produce create send visit recommend rate rank omit perform share "
    "report conclude focus override mention click begin start follow treat"
)
_SPEAKERS = (
    "system assistant user human ai model instruction instructions developer tool editor editors admin "
    "operator"
)
_DROP, _DO, _SPEAKER = (f"(?:{words.replace(' ', '|')})" for words in (_DROPS, _DOES, _SPEAKERS))
_ANSWER = (
    r"(?:(?:your|the|this|that|any|every|an?) (?:\w+ ){0,2}(?:response|reply|answer|output|summary|summaries|"
    r"brief|conversation|chat|completion|prompt|context|configuration|headline)|(?:the )?following "
    r"(?:\w+ ){0,2}(?:text|string|words?|phrase|sentence|message|line|link|image|info\w*|code)|(?:the|"
    r"this|that|exact) (?:string|phrase|words?|sequence of words|code ?block|user)\b|verbatim|unique id|"
    r"api key|base64|placeholder)"
)
_FIRST = (
    r"(?:the|this|that|these|an?|any|all|each|every|only|just|exactly|with|to|in|as|back|out|me|us|it|your|"
    r"no|nothing)"
)
_CLAUSE = (
    r"(?:^|[.!?:;,>\n*_\"'(-]\s*|\b(?:and|then|please|just|simply|only|now|instead|also|to|must|should|not|"
    r"never)\s+)"
)
_TOLD = "".join(
    rf"(?<!\b{word} )" for word in "a an the this that its his her our they we who people".split()
) + (r"(?<![”\"’] )")
"""Nobody is told to do what others do ("they say: …"), nor what is a thing ("the report – his third – …"): of
18,148 sentences of news 25 in place of 32 are taken for orders, and of 505 such orders none fewer."""

Phrase = tuple[str, str]
"""Words, and a pattern that matches no text without one of them: looking for words is ten times as fast."""

STRONG: tuple[Phrase, ...] = (
    (
        _DROPS,
        rf"\b{_DROP}\b[^.!?]{{0,40}}\b(?:all|any|your|my|previous|prior|above|following|rest)\b[^.!?]{{0,30}}\b"
        rf"(?:{_RULES}|(?:previous|prior|rest of this) (?:data|text|input|message)s?|info\w*|above)\b",
    ),
    (_DROPS, rf"\b{_DROP} (?:all |everything |of |the )*above\s*(?:[.!:]|$)"),
    (
        "system hidden secret",
        r"\b(?:system|hidden|secret) (?:prompt|instruction|message|override|annotation|note)s?\b",
    ),
    ("you", rf"\byou(?:'re| are| will be)\b (?:now )?(?:an? )?(?:[\w-]+,? ){{0,5}}{_MACHINE}\b"),
    (
        "dear attention note message instruction instructions",
        rf"\b(?:dear|attention|note|message|instructions?) (?:to|for) (?:all |any |the )?(?:[\w-]+ ){{0,2}}"
        rf"{_MACHINE}\b",
    ),
    ("as for if", rf"^\W*(?:as|for|if you are) an? (?:[\w-]+ ){{0,2}}{_MACHINE}\b"),
    ("visible", rf"\bvisible to (?:[\w-]+ )?{_MACHINE}\b"),
    (_SPEAKERS, rf"^\W*{_SPEAKER}\s*[:>\]]"),
    ("instruction instructions", r"\b(?:begin|end|stop|core|new|follow) instructions?\b"),
    ("follow obey", rf"\b(?:follow|obey) (?:my|these) (?:\w+ )?{_RULES}\b"),
    ("request", r"\b(?:admin|system|user) request:"),
    (
        "persona programming prompt instructions configuration id",
        r"\b(?:your|its) (?:new |only |next |real |previous )?(?:persona|programming|system prompt|"
        r"instructions|configuration|unique id)\b",
    ),
    (
        _DOES,
        rf"^\W*(?:\w+\W+){{0,12}}?{_TOLD}{_DO}(?: (?:only|just|exactly|that|back|out|and \w+))*\s*[:\-–]+ ",
    ),
    (
        "user you",
        r"\b(?:if|when|once) (?:the user|a user|user|you(?:'re| are)?) (?:asks?|asked|told|summari\w+|"
        r"instructed)\b",
    ),
    ("questioned", r"\bif questioned\b"),
    (
        "you",
        rf"\b(?:can|could|would|will) you (?:please )?{_DO}\b[^.!?]*(?:\bfor me\b|\bplease\b|[<\[{{])",
    ),
    ("repeat", r"^\W*repeat\b"),
    (
        "prompt malfunction thought screening",
        r"\bthis prompt\b|\bsystem malfunction\b|\bchain of thought\b|\bautomated screening\b",
    ),
)
"""Enough alone: nobody writes so to the readers of a newspaper."""
WEAK: tuple[Phrase, ...] = (
    (_DROPS, rf"{_CLAUSE}{_DROP}\b[^.!?]{{0,40}}\b(?:{_RULES}|info\w*|data|text)\b"),
    (
        _DOES,
        rf"{_CLAUSE}{_DO}(?:\b[^.!?]{{0,100}}\b{_ANSWER}|"
        r" (?:to |only |just |the |this |that |with |back |also |out |me )*[\"'“‘<`*!\[(])",
    ),
    (
        "asked prompted instructed",
        r"\b(?:if|when) (?:asked|prompted|instructed)\b[^.!?]{0,80}\b"
        r"(?:respond|reply|say|answer|print|output)\b",
    ),
    ("purposes", r"\bfor (?:testing|academic|research|educational) purposes\b[^.!?]{0,20}[,:]"),
    ("you", r"\byou (?:must|may|should|shall) (?:not|only|now|immediately|always|never)\b"),
    (_DOES, rf"^\W*(?:please |now |just |simply )*{_DO}\b(?! (?:goodbye|hello|no|yes))[^.!?]*[:\"”>)]?$"),
    ("instead", rf"(?:^|[.!?]\s+)instead,? {_DO} (?:that|the|this|an?|only|just)\b"),
    ("do don", rf"^\W*do(?:n't| not) {_DO}\b|^\W*don't evaluate\b"),
    # Within a title that it was put into, an order begins with its capital.
    (_DOES, rf"\w (?-i:{_DO.title()}) {_FIRST} [^.!?]{{0,100}}\b{_ANSWER}"),
)
"""Enough where nobody is reported to say so."""
REPORTED = re.compile(
    r"\b(?:said|says|told|asked (?:by|what|whether|if|about)|replied|warned|according to|wrote|added|"
    r"reports?|reported|announced|insisted|demanded|refused|police|court|spokes\w+)\b",
    re.IGNORECASE,
)
ALIKE = str.maketrans("\u0130\u0131\u017f\u212a", "iisk")
"""Letters outside ASCII that a pattern takes for one of these where case is ignored."""
_LETTERS = bytes(b | 0x20 if chr(b).isalpha() and b < 0x80 else 0x20 for b in range(256))
"""What becomes of each byte: ASCII's letters are made small, all else is a space."""


@cache
def _by_word(phrases: tuple[Phrase, ...]) -> Mapping[bytes, list[re.Pattern[str]]]:
    found: defaultdict[bytes, list[re.Pattern[str]]] = defaultdict(list)
    for needed, pattern in phrases:
        for word in needed.split():
            found[word.encode()].append(re.compile(pattern, re.IGNORECASE))
    return dict(found)


def is_order(text: str) -> bool:
    """Whether a sentence tells a program what to do.

    Written from public collections of such orders: of 510 sentences of theirs that hold what must not come
    through, all but 6 are orders or marked up; of 28,773 sentences of news 14 are taken for orders.
    """
    words = _words(text)
    if _holds(text, words, STRONG):
        return True
    return _holds(text, words, WEAK) and not REPORTED.search(text)


def _holds(text: str, words: set[bytes], phrases: tuple[Phrase, ...]) -> bool:
    patterns = _by_word(phrases)
    likely = {pattern for word in words if word in patterns for pattern in patterns[word]}
    return any(pattern.search(text) for pattern in likely)


def _words(text: str) -> set[bytes]:
    """Its runs of ASCII letters, small."""
    plain = text if text.isascii() else text.translate(ALIKE)
    return set(plain.encode("ascii", "replace").translate(_LETTERS).split())
