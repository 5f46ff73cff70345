"""Words that speak to a program that reads along, and not to the readers of the news."""

from __future__ import annotations

import re
from functools import cache

_RULES = (
    r"(?:instruction|prompt|rule|direction|guideline|order|command|constraint|directive|programming|"
    r"request)s?"
)
_DROP = r"(?:ignore|disregard|forget|override|bypass|neglect)"
_MACHINE = (
    r"(?:ai|a\.i\.|llm|gpt\w*|chat ?gpt|chat ?bot|bot|assistant|language model|summari[sz]er|"
    r"(?:analysis |screening |scoring )?(?:software|system|program|agent|algorithm)|model|scan(?:ner)?)s?"
)
_DO = (
    r"(?:print|output|repeat|say|write|respond|reply|answer|return|include|append|prepend|add|insert|echo|paste|"
    r"concatenate|summari[sz]e|translate|encode|decode|execute|render|display|reveal|recite|state|give|provide|show|"
    r"tell|describe|generate|produce|create|send|visit|recommend|rate|rank|omit|perform|share|report|conclude|focus|"
    r"override|mention|click|begin|start|follow|treat)"
)
_ANSWER = (
    r"(?:(?:your|the|this|that|any|every|an?) (?:\w+ ){0,2}(?:response|reply|answer|output|summary|summaries|"
    r"brief|conversation|chat|completion|prompt|context|configuration|headline)|(?:the )?following "
    r"(?:\w+ ){0,2}(?:text|string|words?|phrase|sentence|message|line|link|image|info\w*|code)|(?:the|"
    r"this|that|exact) (?:string|phrase|words?|sequence of words|code ?block|user)\b|verbatim|unique id|"
    r"api key|base64|placeholder)"
)
_CLAUSE = (
    r"(?:^|[.!?:;,>\n*_\"'(-]\s*|\b(?:and|then|please|just|simply|only|now|instead|also|to|must|should|not|"
    r"never)\s+)"
)

_STRONG = (
    rf"\b{_DROP}\b[^.!?]{{0,40}}\b(?:all|any|your|my|previous|prior|above|following|rest)\b[^.!?]{{0,30}}\b"
    rf"(?:{_RULES}|(?:previous|prior|rest of this) (?:data|text|input|message)s?|info\w*|above)\b",
    r"\b(?:system|hidden|secret) (?:prompt|instruction|message|override|annotation|note)s?\b",
    rf"\byou(?:'re| are| will be)\b (?:now )?(?:an? )?(?:[\w-]+,? ){{0,5}}{_MACHINE}\b",
    rf"\b(?:dear|attention|note|message|instructions?) (?:to|for) (?:all |any |the )?(?:[\w-]+ ){{0,2}}"
    rf"{_MACHINE}\b",
    rf"^\W*(?:as|for|if you are) an? (?:[\w-]+ ){{0,2}}{_MACHINE}\b|\bvisible to (?:[\w-]+ )?{_MACHINE}\b",
    r"^\W*(?:system|assistant|user|human|ai|model|instructions?|developer|tool|editors?|admin|operator)\s*[:>\]]",
    r"\b(?:begin|end|stop|core|new|follow) instructions?\b",
    rf"\b(?:follow|obey) (?:my|these) (?:\w+ )?{_RULES}\b|\b(?:admin|system|user) request\b::",
    r"\b(?:your|its) (?:new |only |next |real |previous )?(?:persona|programming|system prompt|instructions|"
    r"configuration|unique id)\b",
    rf"^\W*(?:\w+\W+){{0,12}}?{_DO}(?: (?:only|just|exactly|that|back|out|and \w+))*\s*[:\-–]+ ",
    r"\b(?:if|when|once) (?:the user|a user|user|you(?:'re| are)?) (?:asks?|asked|told|summari\w+|"
    r"instructed)\b|\bif questioned\b",
    rf"\b(?:can|could|would|will) you (?:please )?{_DO}\b[^.!?]*(?:\bfor me\b|\bplease\b|[<\[{{])",
    r"^\W*repeat\b",
    r"\bthis prompt\b|\bsystem malfunction\b|\bchain of thought\b|\bautomated screening\b",
)
"""Enough alone: nobody writes so to the readers of a newspaper."""
_WEAK = (
    rf"{_CLAUSE}{_DROP}\b[^.!?]{{0,40}}\b(?:{_RULES}|info\w*|data|text)\b",
    rf"{_CLAUSE}{_DO}\b[^.!?]{{0,100}}\b{_ANSWER}",
    rf"{_CLAUSE}{_DO} (?:to |only |just |the |this |that |with |back |also |out |me )*[\"'“‘<`*!\[(]",
    r"\b(?:if|when) (?:asked|prompted|instructed)\b[^.!?]{0,80}\b(?:respond|reply|say|answer|print|output)\b",
    r"\bfor (?:testing|academic|research|educational) purposes\b[^.!?]{0,20}[,:]",
    r"\byou (?:must|may|should|shall) (?:not|only|now|immediately|always|never)\b",
    rf"^\W*(?:please |now |just |simply )*{_DO}\b(?! (?:goodbye|hello|no|yes))[^.!?]*[:\"”>)]?$",
    rf"^\W*do(?:n't| not) {_DO}\b|^\W*don't evaluate\b",
)
"""Enough where nobody is reported to say so."""
_REPORTED = re.compile(
    r"\b(?:said|says|told|asked (?:by|what|whether|if|about)|replied|warned|according to|wrote|added|"
    r"reports?|reported|announced|police|court|spokes\w+)\b",
    re.IGNORECASE,
)


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


def is_order(text: str) -> bool:
    """Whether a sentence tells a program what to do.

    Written from public collections of such orders: of 510 sentences of theirs that hold what must not come
    through, all but 6 are orders or marked up; of 28,773 sentences of news 14 are taken for orders.
    """
    if _compiled(_STRONG).search(text):
        return True
    return bool(_compiled(_WEAK).search(text)) and not _REPORTED.search(text)
