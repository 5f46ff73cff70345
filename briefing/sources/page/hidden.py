"""What a page holds and no reader sees: taken out before anything is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SILENT = frozenset(
    "script style head title noscript noframes template svg math iframe object select textarea".split()
)
"""Elements whose text a page does not show."""
_UNSHOWN = frozenset({"template", "noscript", "noframes"})
_END = r"\s*(?:!important\s*)?(?:;|\Z)"
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:left|top|text-indent)\s*:\s*-\d{3}"
    rf"|(?:font-size|max-height)\s*:\s*0+(?:\.0*)?(?:px|p[tc]|r?em|%|v[wh])?{_END}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|transform\s*:\s*scale[xy]?\(\s*0\s*[,)]",
    re.IGNORECASE,
)
_FADED = re.compile(rf"(?<!-)opacity\s*:\s*0*(?:\.0*)?%?{_END}", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE = re.compile(r"[.#]-?[A-Za-z_][\w-]*")
_SHEET = 200_000
"""Characters of one style element that are looked at."""


def is_hidden(element: HtmlElement) -> bool:
    """Whether the element's own attributes keep it from being seen."""
    return _is_unseen(element) or bool(_FADED.search(element.get("style") or ""))


def drop_hidden(tree: HtmlElement) -> None:
    """Takes what is hidden out of the tree: by its attributes, or by the page's style for a class or an id.

    What holds most of the page's text, and is hidden by less than its own word, is the page itself: a script
    shows it, or an element was never closed. Of 1,171 web pages three were so.
    """
    marks = frozenset(_marks(tree))
    unseen = [
        e
        for e in tree.iter("*")
        if is_hidden(e) or e.tag in _UNSHOWN or (marks and not marks.isdisjoint(_names(e)))
    ]
    most = len(tree.text_content()) / 2 if unseen else 0
    for element in unseen:
        if element.tag in ("html", "body") or element.getparent() is None:
            continue
        if _is_unseen(element) or len(element.text_content()) <= most:
            element.drop_tree()


def _is_unseen(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_UNSEEN.search(element.get("style") or ""))


def _marks(tree: HtmlElement) -> Iterator[str]:
    """The classes (".x") and ids ("#x") that the page's own style sheets hide wherever they stand.

    Rules within another (@media) or of more than one part depend on what is not known here.
    """
    for sheet in tree.iter("style"):
        for selectors, body in _rules(_COMMENT.sub("", (sheet.text or "")[:_SHEET])):
            if _UNSEEN.search(body):
                yield from (s for one in selectors.split(",") if _SIMPLE.fullmatch(s := one.strip()))


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """The selectors and the body of each rule that stands in no other."""
    deep = begin = inside = 0
    for brace in re.finditer(r"[{}]", css):
        if brace[0] == "{":
            deep += 1
            if deep == 1:
                inside = brace.end()
        elif deep:
            deep -= 1
            if deep == 0:
                yield css[begin : inside - 1], css[inside : brace.start()]
                begin = brace.end()


def _names(element: HtmlElement) -> Iterator[str]:
    yield f"#{element.get('id')}"
    yield from (f".{name}" for name in (element.get("class") or "").split())
