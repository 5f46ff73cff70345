"""Addresses, markup and code in a text: what a sentence of ours never has, and a quotation may."""

from __future__ import annotations

import re

_ADDRESS = (
    r"\w+://|//:?\w|\b(?:javascript|data|vbscript|mailto|tel):(?=\S)|\bwww\.\w"
    r"|(?<![\w.@-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|biz|info|io|ai|dev|app|example|test|xyz|onion|co|ly|me"
    r"|site|online|top|link|click|shop|security|domain|[a-z]{2}/\S)\b(?:/\S*)?"
    r"|(?<!\w)\+\d(?:[\s().-]{0,2}\d){6,}"
    r"|\bbc1\w{8,}|\b0x[0-9a-f]{8,}|\b[a-z]{2}\d{2} ?\w{4}(?: ?\d{4}){2,}"  # where money is sent to
    r"|(?<=\w)@[\w-]+\.\w|\bxn--\w|[。．｡]\w+/"
)
_SITE = re.compile(r"(?<![\w.@/:-])\w[\w-]*\.(?:com|org|net|info)\b(?![/\w@:.-]*[/\w@:])", re.IGNORECASE)
"""A site that is named as an outlet is: "reported by Gauge.com"."""
_TAGS = (
    "a|b|i|p|br|hr|div|span|img|svg|script|style|iframe|object|embed|form|input|button|link|meta|base|body|"
    "html|head|table|td|tr|details|video|audio|source|math|template|title|textarea|marquee|instructions?|system|prompt|secret"
)
_MARKUP = (
    rf"</?(?:{_TAGS})\b[^<>]{{0,400}}>?|<[!/?][^<>]{{0,400}}>|<\w+[\s/][^<>]*=|<!--|-->"
    r"|\]\s?\(|!\[|\]:\s|\{\{|\}\}|\{%|<%|%>"
    r"|`|‘{3}|\{\s*[\"“]\w+[\"”]\s*:|~~|(?<=\S)\s#{2,6}\s|\*\*|\|\s*-{2,}|^\s*\||\|\s*$|&(?:#\w+|\w+);|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|%[0-9a-f]{2}%"
)
_CONTROL = (
    r"<\|?[\w ]+\|>|\[/?(?:INST|SYS|SYSTEM|END|DATA)\]|<<\w|\bon\w+\s*=\s*[\"'\w]|\$\{|\balert\s*\("
    r"|(?:^|\s)\d+\|\s"  # a sentence's number, as our own prompts write it
)
_LONG = r"[A-Za-z0-9+/=_-]{40,}"
_MARKED = re.compile("|".join((_ADDRESS, _MARKUP, _CONTROL, _LONG)), re.IGNORECASE | re.MULTILINE)


def marked_up(text: str) -> str | None:
    """The first address, piece of markup or code in a text; None in a plain one."""
    found = _MARKED.search(text)
    return found[0] if found else None


def is_marked_up(text: str) -> bool:
    """Whether a text has an address, markup or code in it, other than a site's bare name ("orrin.com").

    Such a text can be quoted, but is not told in our words.
    """
    return marked_up(_SITE.sub("", text)) is not None
