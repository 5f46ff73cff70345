"""A letter's body: its items, each under its heading; furniture and quoted parts are gone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.sources.clean import clean
from briefing.sources.forwarded import Forwarded, forwarded, is_forward, unforwarded, unquoted
from briefing.sources.metadata import address, line
from briefing.sources.page.fragment import parsed, pieces
from briefing.sources.page.stubs import prose
from briefing.words import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FURNITURE = re.compile(
    r"\b(?:view (?:this|it|in)|read|open|see)\b[^.\n]{0,30}\b(?:browser|online|web version)\b"
    r"|\bunsubscribe\b|\bmanage (?:your )?(?:preferences|subscription)|\bupdate (?:your )?preferences"
    r"|\bforward(?:ed)? (?:this|to a friend)|\byou(?:['’]re| are) receiving this|\bprivacy policy\b"
    r"|\bterms of (?:use|service)\b|\ball rights reserved\b|^©|\bfollow us\b|\bshare (?:this|on)\b"
    r"|\badd us to your address book|\bwas this email forwarded|\bsign up here\b|^advertisement\b"
    r"|^(?:(?:read|learn|see) (?:more|on)|read (?:the )?full (?:story|article)|continue reading|full story"
    r"|more)[ .…»>→]*$|^sent from my\b|^(?:our|today['’]s) (?:sponsors?|partners?):"
    r"|^(?:a (?:message|word) |news )?from our (?:sponsors?|partners?)[ .:]*$"
    r"|^(?:sponsored|brought to you) by [^,.]{2,40}$",
    re.IGNORECASE,
)
_FURNITURE_WORDS = 40
"""Words up to which a paragraph that sounds like furniture is taken for it."""
_ITEM = 30
"""Words from which what stands under a heading is an item of its own."""
_SHORT = 15
"""Words from which it is one in a letter that has others, where it tells something in whole sentences."""
_FEW = 2
"""Items, one of them long, above which the others may all be short."""
_STUB = 3
"""Times as many words as HTML of less than an item that make a message's plain text the letter."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a letter; `title` and `url` where its heading gives them."""

    text: str
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class MailBody:
    """What a message tells; `passed_on`: the header of another's letter, where it only forwards that."""

    items: tuple[Item, ...] = ()
    passed_on: Forwarded | None = None

    @property
    def words(self) -> int:
        """Words of all items."""
        return sum(count_words(item.text) for item in self.items)


def mail_body(markup: str, plain: str, subject: str | None = None) -> MailBody | None:
    """What the HTML of a message tells, or its plain text where that tells more than a stub; None: neither.

    A stub sends its reader to a browser, or asks for pictures to be shown.
    """
    shown = _shown(markup, subject) if markup else MailBody()
    if shown and (not plain or shown.words >= _ITEM):
        return shown
    whole = _plain(plain, subject)
    if shown is None:
        return whole if whole.items else None
    return whole if whole.words > _STUB * shown.words else shown


def _shown(markup: str, subject: str | None) -> MailBody | None:
    """The items of a letter's HTML; one where its headings part nothing; None where it cannot be read."""
    tree = parsed(markup)
    if tree is None:
        return None
    for quoted in tree.xpath("//blockquote[@type='cite'] | //div[contains(@class, 'gmail_quote')]"):
        if not is_forward(quoted.text_content()):
            quoted.drop_tree()
    headings = [h for h in tree.iter(*_HEADINGS) if line(h.text_content())]
    marks = {h: f"\ue000{number}\ue001" for number, h in enumerate(headings)}
    whole = re.sub(" *\n *", "\n", "".join(pieces(tree, marks)))
    passed_on = forwarded(whole, subject)
    whole = passed_on.text if passed_on else unforwarded(whole)
    parts = re.split("\ue000(\\d+)\ue001", whole)
    found = [_under(headings[int(n)], text) for n, text in zip(parts[1::2], parts[2::2], strict=True)]
    told = tuple(item for item in found if _is_item(item))
    long = sum(count_words(item.text) >= _ITEM for item in told)
    if long > 1 or (long and len(told) > _FEW):
        return MailBody(told, passed_on)
    return MailBody(_one(clean(re.sub("\ue000\\d+\ue001", "", whole))), passed_on)


def _plain(text: str, subject: str | None) -> MailBody:
    """The letter's plain text as one item."""
    passed_on = forwarded(text, subject)
    told = passed_on.text if passed_on else text
    own = "\n".join(row for row in told.split("\n") if not row.startswith(">"))
    return MailBody(_one(clean(_joined(unquoted(own)))), passed_on)


def _is_item(item: Item) -> bool:
    words = count_words(item.text)
    return words >= _ITEM or (words >= _SHORT and prose(item.text, item.title) is not None)


def _under(heading: HtmlElement, text: str) -> Item:
    title = line(heading.text_content())
    links = [a.get("href") for a in heading.iter("a")] or [heading.getparent().get("href")]
    body = without_furniture(clean(text))
    if title and body.startswith(title):
        body = body[len(title) :].lstrip()
    return Item(body, title, next((url for link in links if (url := address(link))), None))


def _one(text: str) -> tuple[Item, ...]:
    kept = without_furniture(unquoted(text))
    return (Item(kept),) if kept else ()


def without_furniture(text: str) -> str:
    """The text without the short paragraphs that serve the letter, not its reader."""
    kept = (p for p in text.split("\n\n") if count_words(p) > _FURNITURE_WORDS or not _FURNITURE.search(p))
    return "\n\n".join(kept).strip()


def _joined(text: str) -> str:
    """Lines broken by a mail program run on; an empty line ends a paragraph."""
    return re.sub(r"(?<=\S)\n(?=[^\s*•\-–])", " ", text)
