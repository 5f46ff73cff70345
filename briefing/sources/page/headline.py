"""A page's headline and the name of its site, which stand together in its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.sources.metadata import line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SEPARATOR = re.compile(r"\s*+(?:[|–—·•»›«‹]|::?|(?<=\s)[-/~]+(?=\s))\s*+")
"""What stands between a headline and the name of the site."""
_JOINING = frozenset("of the and & for on in de".split())
_LONGEST = 6
"""Words of a site's name."""
_FIRST_PAGE = frozenset({"home", "homepage", "home page", "front page", "start"})
"""What a link to a site's first page is called where it is not called by the site's name."""


def headline(told: str | None, headings: Sequence[str], site: str | None) -> str | None:
    """What a page calls itself, without the site's name before or after it; else its first heading."""
    if told is None:
        return headings[0] if headings else None
    for heading in headings:
        rest = _without(told, heading)
        if rest and len(heading) > len(rest):
            return heading
    return (site and _without(told, site)) or told


def site_in(title: str | None, headings: Sequence[str], tree: HtmlElement) -> str | None:
    """The site's name where the title has it before or after the headline, and the page has it elsewhere.

    It is the site's, not a section's, where it owns the copyright or is a link to the site's first page.
    """
    for heading in headings:
        rest = title and _without(title, heading)
        if title and rest:
            parts = _SEPARATOR.split(rest)
            name = parts[0] if title.startswith(rest) else parts[-1]
            return name if _is_name(name) and _is_site(name, tree) else None
    return None


def _is_name(text: str) -> bool:
    words = text.split()
    capitals = all(word in _JOINING or word[0].isupper() or word[0].isdecimal() for word in words)
    return capitals and 0 < len(words) <= _LONGEST and text.lower() not in _FIRST_PAGE


def _is_site(name: str, tree: HtmlElement) -> bool:
    owner = rf"(?i:(?:©|\(c\)|\bcopyright\b)[^A-Za-z]{{0,40}}(?:by |the ){{0,2}}){re.escape(name)}\b"
    if re.search(owner if " " in name else rf"{owner}(?! [A-Z])", tree.text_content()):
        return True
    links = (a for a in tree.iter("a") if a.get("href"))
    return any(line(a.text_content()) == name and _is_root(a.get("href", "")) for a in links)


def _is_root(link: str) -> bool:
    try:
        place = urlsplit(link.strip())
    except ValueError:
        return False
    return place.path == "/" or bool(place.netloc and not place.path)


def _without(whole: str, part: str) -> str | None:
    """The rest of the whole, where the part stands at its beginning or its end and a sign parts the two."""
    if whole.casefold().startswith(part.casefold()) and (cut := _SEPARATOR.match(whole, len(part))):
        return whole[cut.end() :] or None
    if whole.casefold().endswith(part.casefold()) and len(part) < len(whole):
        before = whole[: -len(part)]
        cuts = [m.start() for m in _SEPARATOR.finditer(before) if m.end() == len(before)]
        return (whole[: cuts[0]] or None) if cuts else None
    return None
