"""Stubs: pages that hold back what they are about, so that their silence says nothing."""

from __future__ import annotations

import re

from briefing.words import count_words

_WALL = re.compile(
    r"(?:subscribe|log ?in|sign ?in|register|become a (?:member|subscriber))\b[^.\n]{0,40}\b(?:to|and)\s+"
    r"(?:continue|keep|read|finish|unlock|access|get (?:full|unlimited))\b"
    r"|(?:continue|keep) reading (?:with|by|for) (?:a|your)?\s*(?:subscription|free trial|account)"
    r"|this (?:article|content|story|post) is (?:for|only (?:for|available to)|exclusive to|reserved for)"
    r" (?:[\w-]+ )?(?:subscribers|members|patrons)"
    r"|already a (?:subscriber|member)\?"
    r"|to read (?:the full|this|more of this) (?:article|story)\b[^.\n]{0,30}(?:subscri|log|sign|regist)"
    r"|you(?:['’]ve| have) (?:reached|read|used) (?:your|all|the)\b[^.\n]{0,30}"
    r"(?:free )?(?:articles?|limit)|start your (?:free )?trial|unlock this (?:article|story)",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"\b(?:accept|consent|manage|use of|we use|uses)\b[^.\n]{0,40}\bcookies\b|before you continue\b"
    r"|please enable (?:cookies|javascript)|checking your browser|verify (?:that )?you are (?:a )?human",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:\[(?:…|\.\.\.)\]"
    r"|\b(?:read|continue reading|see) (?:the )?(?:more|full (?:story|article)|rest)\b[\s.…»>→]*)\s*\Z",
    re.IGNORECASE,
)
_WALLED = 400
"""Words up to which a page that asks for a subscription is taken to hold back the rest."""
_TEASER = 120
"""Words up to which a text that ends in "read more" or "…" is a teaser."""
_NOTICE = 250
"""Words up to which a page that speaks of cookies is nothing but the notice."""


def stub(text: str, markup_text: str = "", free: bool = True) -> str | None:
    """Why the text is not the whole of what its page is about; None where nothing says so.

    `markup_text` is all that the page shows, menus and notices included.
    """
    words = count_words(text)
    if words <= _NOTICE and _COOKIES.search(text):
        return "a notice about cookies or scripts stands in its place"
    if words <= _WALLED and (_WALL.search(text) or _WALL.search(markup_text)):
        return "the rest is for subscribers"
    if not free and words <= _WALLED:
        return "the page says that it is not free to read"
    if words <= _TEASER and (_MORE.search(text) or text.rstrip().endswith(("…", "...", "[…]"))):
        return "a teaser: the text stops where the story begins"
    return None
