"""A newsletter's body: its items, each under its heading; furniture, quoted and forwarded parts are gone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.sources.clean import clean
from briefing.sources.metadata import address, line
from briefing.sources.page.fragment import parsed, pieces
from briefing.sources.page.stubs import is_prose
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
    r"|more)[ .…»>→]*$|^sent from my\b",
    re.IGNORECASE,
)
_FURNITURE_WORDS = 40
"""Words up to which a paragraph that sounds like furniture is taken for it."""
_QUOTED = re.compile(
    r"^(?:On .{5,200} wrote:|-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,}|Begin forwarded message:"
    r"|From: .+\n(?:.+\n){0,3}?(?:Sent|Date|Subject): .+)$",
    re.MULTILINE,
)
_FORWARDED = re.compile(r"^(?:-{2,} ?Forwarded [Mm]essage ?-{2,}|Begin forwarded message:)$", re.MULTILINE)
_ITEM = 30
"""Words from which what stands under a heading is an item of its own."""
_SHORT = 15
"""Words from which it is one in a letter that has others, where it tells something in whole sentences."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a letter; `title` and `url` where its heading gives them."""

    text: str
    title: str | None = None
    url: str | None = None


def items(markup: str) -> list[Item] | None:
    """The items of a letter's HTML; one where its headings part nothing; None where it cannot be read."""
    tree = parsed(markup)
    if tree is None:
        return None
    for quoted in tree.xpath("//blockquote[@type='cite'] | //div[contains(@class, 'gmail_quote')]"):
        quoted.drop_tree()
    headings = [h for h in tree.iter(*_HEADINGS) if line(h.text_content())]
    marks = {h: f"\ue000{number}\ue001" for number, h in enumerate(headings)}
    whole = "".join(pieces(tree, marks))
    parts = re.split("\ue000(\\d+)\ue001", whole)
    found = [_under(headings[int(n)], text) for n, text in zip(parts[1::2], parts[2::2], strict=True)]
    if sum(count_words(item.text) >= _ITEM for item in found) > 1:
        return [item for item in found if _is_item(item)]
    return _one(re.sub("\ue000\\d+\ue001", "", whole))


def plain_items(text: str) -> list[Item]:
    """The letter's plain text as one item."""
    own = "\n".join(row for row in text.split("\n") if not row.startswith(">"))
    return _one(_joined(unquoted(own)))


def _is_item(item: Item) -> bool:
    words = count_words(item.text)
    return words >= _ITEM or (words >= _SHORT and is_prose(item.text, item.title))


def _under(heading: HtmlElement, text: str) -> Item:
    title = line(heading.text_content())
    links = [a.get("href") for a in heading.iter("a")] or [heading.getparent().get("href")]
    body = without_furniture(clean(text))
    if title and body.startswith(title):
        body = body[len(title) :].lstrip()
    return Item(body, title, next((url for link in links if (url := address(link))), None))


def _one(text: str) -> list[Item]:
    kept = without_furniture(unquoted(clean(text)))
    return [Item(kept)] if kept else []


def unquoted(text: str) -> str:
    """The text before what it quotes; a letter that only forwards another is that other one."""
    cut = _QUOTED.search(text)
    if not cut:
        return text
    own = text[: cut.start()].strip()
    if count_words(own) < _ITEM and _FORWARDED.search(text):
        rest = text[cut.end() :]
        return re.sub(r"\A\s*(?:(?:From|Date|Sent|Subject|To|Cc|Reply-To): .*\n?)+", "", rest).strip()
    return own


def without_furniture(text: str) -> str:
    """The text without the short paragraphs that serve the letter, not its reader."""
    kept = (p for p in text.split("\n\n") if count_words(p) > _FURNITURE_WORDS or not _FURNITURE.search(p))
    return "\n\n".join(kept).strip()


def _joined(text: str) -> str:
    """Lines broken by a mail program run on; an empty line ends a paragraph."""
    return re.sub(r"(?<=\S)\n(?=[^\s*•\-–])", " ", text)
