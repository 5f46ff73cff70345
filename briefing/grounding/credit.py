"""Credit: which other outlet a sentence has its news from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.grounding.lexicon import OUTLET_WORDS
from briefing.grounding.namesakes import is_named, unowned
from briefing.grounding.verdict import content_overlap
from briefing.words import words

_ENDS = OUTLET_WORDS.replace(" ", r"\ ")  # the forms are verbose: a plain space counts nothing there
_OUTLET = (
    rf"(?:[A-Z][\w.&'’-]*\s+|of\s+|the\s+){{0,5}}?(?:{_ENDS})"
    r"(?:\s+(?:News|Times|Post|Press|Journal|Agency|Radio|TV|Service|Mail|Telegraph|Express|Beast|of\s+[A-Z]\w+))*"
)
AS_MUCH = 0.8
"""Share of what the fullest sentence has of a text that another must have to say it, too."""
_CREDITS = tuple(
    re.compile(form, re.VERBOSE)
    for form in (
        rf"""(?: [Aa]ccording\ to | [Cc]iting | reported\ by | [Tt]old | interview\ with | statement\ to
            | quoted\ by | published\ (?:by|in) | report\ (?:by|in|from)
            | [Rr]eports,\ including\ (?:one|those)\ (?:by|in|from) )\s+
            (?:a\s+report\s+(?:by|in|from)\s+)? (?:[Tt]he\s+)? (?P<outlet>{_OUTLET}) (?!\w)""",
        rf"""[Aa]ccording\ to\s+(?:an?|the)\s+(?P<outlet>{_OUTLET})
            \s+(?:count|tally|poll|survey|analysis|review|investigation|report)(?!\w)""",
        rf"""(?:^|[\s“"‘'(]) (?:[Tt]he\s+)? (?P<outlet>{_OUTLET})
            (?:\s+(?:newspaper|website|magazine|news\ agency|has|had|first|also))*
            \s+(?:reports?|reported|reporting|revealed|quoted|debunked)(?!\w)""",
        rf"""[,”"’']\s+(?:writes?|wrote|reports?|reported)\s+(?:the\s+)?(?P<outlet>{_OUTLET})(?!\w)""",
        r"""[Tt]he\s+(?P<outlet>[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,3})\s+(?:news\s+(?:web)?site|newspaper)
            \s+report(?:s|ed)(?!\w)""",
        # What is said to be said, too, but not of the outlet itself: in 87,700 sentences of news 42 are found
        # by this form alone, 38 of them rightly.
        rf"""(?:^|[\s“"‘'(]) [Tt]he\s+ (?!(?:Agency|Press|News|Standard|Daily|Weekly|Wire|Mail)\s)
            (?P<outlet>{_OUTLET}) (?:(?<!Agency)|(?<=News\ Agency))
            (?:\s+(?:newspaper|website|magazine|news\ agency))* \s+(?:says?|said|writes?|wrote)(?!\w)
            (?!\s+(?:its?|the(?:y|ir)|in\s+(?:an?|its|the)\s+statement)\b)""",
    )
)


def credited(text: str) -> str | None:
    """The other outlet that the sentence credits ("the Guardian reports", "told the BBC"), no article."""
    for form in _CREDITS:
        if match := form.search(text):
            return re.sub(r"^(?:the|of)\s+", "", match["outlet"], flags=re.I).strip()
    return None


def has_name(outlet: str, text: str) -> bool:
    """Whether the text has the whole name of an outlet: "Jewish" alone is no news agency."""
    return set(map(unowned, words(outlet))) <= {*map(unowned, words(text)), "the"}


def is_own(credit: str, outlets: Iterable[str]) -> bool:
    """Whether the outlet credited is one of these: what was told to *A* is not passed on by *A*."""
    credited = set(words(credit))
    named = (set(words(outlet)) for outlet in outlets)
    return any(name <= credited or credited <= name for name in named if name)


def passed_on(text: str, evidence: Sequence[str], outlets: Iterable[str] = ()) -> tuple[str, ...]:
    """The other outlets from whom the evidence has the text, and whom the text does not name, each once.

    `outlets` are those whose sentences the evidence is. Nothing where a sentence that has about as much of
    the text credits none: then the source says it itself.
    """
    own = tuple(outlets)
    shares = {sentence: content_overlap(text, [sentence]) for sentence in evidence}
    least = AS_MUCH * max(shares.values(), default=0.0)
    credits = [credited(sentence) for sentence, share in shares.items() if share >= least]
    if None in credits:
        return ()
    return tuple(dict.fromkeys(c for c in credits if c and not is_named(c, text) and not is_own(c, own)))
