"""Stubs: pages that hold back what they are about, so that their silence says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing import sentences
from briefing.sources.page.hidden import SILENT
from briefing.words import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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
    r"|\b(?:read|see) (?:the )?(?:more|full (?:story|article)|rest)\b[\s.…»>→]*"
    r"|\b(?:continue reading|keep reading|read (?:more|on) (?:at|on))\b[^\n]{0,120})\s*\Z",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"{_MORE.pattern}|\[?(?:…|\.\.\.)\]?\Z", re.IGNORECASE)
_FAILED = re.compile(
    r"\b(?:page|file|resource|article|document|url|site)\b[^.\n]{0,50}\b(?:could(?: not|n['’]t) be found"
    r"|(?:was|is) not (?:found|available)|not found|(?:does not|doesn['’]t|no longer) exists?)"
    r"|\b(?:something|oops)\b[^.\n]{0,20}\bwent wrong\b|\b(?:an|internal|server|unexpected) error\b"
    r"|\b(?:service|site|server|page)\b[^.\n]{0,20}\b(?:temporarily )?un(?:available|able)\b"
    r"|\b(?:40[0-9]|410|429|50[0-9])\b[^.\n]{0,20}\b(?:error|forbidden|found|gone|unavailable|requests|gateway)\b"
    r"|\bbad gateway\b|\bgateway time-?out\b|\btoo many requests\b|\baccess (?:is |was )?denied\b"
    r"|\b(?:down|closed) for (?:scheduled )?maintenance\b|\bunder maintenance\b"
    r"|\bdomain (?:name )?(?:is|may be) for sale\b|\bbuy this domain\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*\s*\Z")
_CAPTION = 5
"""Words up to which a summary is a caption ("With video."), a page without a full stop none ("captcha")."""
_MESSAGE = 40
"""Words, with the title, up to which what a server gives is the error message that it sounds like."""
_WALLED = 250
"""Words up to which a page that asks for a subscription is taken to hold back the rest: of 181 news pages two
that did had 94 and 106, one that says it is not free has all its 391."""
_TEASER = 120
"""Words up to which a text that ends in "read more" or "…" is a teaser."""
_NOTICE = 60
"""Words up to which what a page says beside its notice about cookies is the notice's own."""
_FRAME = SILENT | {"header", "footer", "nav", "aside"}
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
_BLOCKS = frozenset("p div section article main li h1 h2 h3 h4 h5 h6 td br button".split())


def stub(text: str, around: str = "", free: bool = True) -> str | None:
    """Why the text is not the whole of what its page is about; None where nothing says so.

    `around` is what else the page shows in the place of its text (`surroundings`).
    """
    words = count_words(text)
    told = sum(count_words(p) for p in text.split("\n\n") if not _COOKIES.search(p))
    if told <= _NOTICE and told < words:
        return "a notice about cookies or scripts stands in its place"
    if words <= _WALLED and (_WALL.search(text) or _WALL.search(around)):
        return "the rest is for subscribers"
    if not free and words <= _WALLED:
        return "the page says that it is not free to read"
    if words <= _TEASER and (_MORE.search(text) or text.rstrip().endswith(("…", "...", "[…]"))):
        return "a teaser: the text stops where the story begins"
    return None


def prose(summary: str, title: str | None) -> str | None:
    """The whole sentences of a feed's summary, which stand where the page behind it cannot be read; or None.

    What leads to the page ("Continue reading", "[…]"), and a sentence that breaks off there, are cut away.
    """
    told = summary.rstrip()
    while tail := _TAIL.search(told):
        told = told[: tail.start()].rstrip()
    if told != summary.rstrip() and not _SENTENCE.search(told):
        told = told[: sentences.spans(told)[-1][0]].rstrip() if told else ""
    whole = _SENTENCE.search(told) and count_words(told) > _CAPTION and not _WALL.search(summary)
    return told if whole and stub(told) is None and told != title else None


def error_message(title: str | None, text: str) -> str | None:
    """Why what a server gave as a document is none; None where nothing says so."""
    told = f"{title}\n{text}" if title else text
    if count_words(told) <= _MESSAGE and _FAILED.search(told):
        return "an error message stands in its place"
    if count_words(text) <= _CAPTION and not _SENTENCE.search(text):
        return "no sentence stands there"
    return None


def surroundings(tree: HtmlElement) -> str:
    """What a page shows beside its site's own head, foot and menus, where "sign in" stands on any page."""
    return "".join(_shown(tree))


def _shown(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _FRAME or element.get("role") in _ROLES:
        return
    yield element.text or ""
    for child in element:
        yield from _shown(child)
        yield child.tail or ""
    if element.tag in _BLOCKS:
        yield "\n"
