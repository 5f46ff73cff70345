"""Hedges: how surely a text says what it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.grounding.echo import unguarded
from briefing.grounding.quotations import outside
from briefing.grounding.scope import bears, content, governed, twin

_CLASSES = {
    "alleged": r"alleg\w+|accus(?:ed|es|ing|ations?)|claim(?:ed|s|ing)?|purported(?:ly)?|suspect(?:ed|s)?"
    r"|supposed(?:ly)?",
    "reported": r"reportedly|rumou?r(?:ed|s)?|(?:said|believed|thought|understood)\s+to|reports?\s+that"
    r"|unconfirmed|unverified|according\s+to",
    "possible": r"(?-i:may)|might|could|possib(?:le|ly|ility)|perhaps|potential(?:ly)?|maybe|can",
    "likely": r"(?:un)?likely|probabl[ey]|appear(?:s|ed)?\s+to|seem(?:s|ed|ingly)?|apparent(?:ly)?"
    r"|suggest(?:s|ed|ing)?",
    "expected": r"expect(?:ed|s|ing)?|(?:due|set)\s+to|anticipat\w+|scheduled|poised",
    "planned": r"plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intentions?|propos\w+|aim(?:s|ed|ing)?"
    r"|want(?:s|ed)?|hop(?:e|es|ed|ing)|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)|seek(?:s|ing)?|sought|vow(?:s|ed)|pledg(?:e|es|ed)"
    r"|threat(?:s|en|ens|ened|ening)?|offer(?:s|ed|ing)?|promis(?:e|es|ed)|try(?:ing)?|tries|tried|attempt\w*"
    r"|prepar(?:e|es|ed|ing)|ready|willing|would",
    "estimated": r"estimat\w+|approximately|roughly",
    "conditional": r"if|unless|provided\s+that|should|contingent|conditional",
}
_PATTERNS = {
    name: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) for name, words in _CLASSES.items()
}
_ANY = re.compile(rf"(?<![\w-])(?:{'|'.join(_CLASSES.values())})(?![\w-])", re.IGNORECASE)
_STRONG = re.compile(
    r"""(?<![\w-])(?:
        alleged(?:ly)? | reportedly | (?-i:may) | might | could | possibl[ey] | perhaps
      | potential(?:ly)? | maybe
      | likely(?:\s+to)? | probably | (?:appear|seem)(?:s|ed)?\s+to | apparently | suspected | supposed(?:ly)?
      | purported(?:ly)? | (?:believed|thought|said|expected|set|due|intend(?:s|ed)?|plan(?:s|ned|ning)?
        | hop(?:es|ed|ing)|threaten(?:s|ed|ing)?)\s+to
      | rumou?red | unconfirmed | unverified | consider(?:s|ed|ing)
      | accus(?:ed|es)(?:\s+\w+)?\s+of
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOSE = re.compile(
    r"(?<![\w-])(?:(?-i:may)|might|could|alleged(?:ly)?|alleging|reportedly|perhaps"
    r"|possib(?:le|ly)|potentially|probably|suspected|likely|apparently|appears?|seems?|unconfirmed"
    r"|(?:believed|thought|said|rumou?red|expected)\s+to)(?![\w-])",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently|presumably)\b", re.IGNORECASE
)
"""Adverbs that hedge the whole of their sentence."""
_WILL = re.compile(r"\b(?:will|shall)\b(?!\s+not\b)", re.IGNORECASE)
_HOPED = (
    r"(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intentions?|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|(?:un)?likely"
    r"|consider(?:s|ed|ing)?|propos(?:e|es|ed|ing|als?)|want(?:s|ed)?|seek(?:s|ing)?|sought"
    r"|(?:expect|anticipat)(?:s|e|es|ed|ing)?(?:\s+(?!will\b)[\w'’-]+){0,6}?)"
)
_MAY = re.compile(rf"\b(?:(?-i:may)|might|could|can|{_HOPED}\s+to)\b", re.IGNORECASE)
_MEANT = re.compile(rf"\b(?:{_HOPED}\s+to|(will|shall|would|to))\b", re.IGNORECASE)
_ADVERBS = re.compile(
    r"(?:\s+(?:soon|well|in\s+fact|(?!(?:app|supp|rep|re|f|imp|comp|multip)ly\b)[a-z]+ly)\b)*", re.IGNORECASE
)
"""What may stand between a hedge and its predicate: "may simply be a trick"."""
_REACH = (70, 30)
"""Characters before and after a word within which a hedge can bear on it; before what will be, only those
before: in "will meet him, perhaps in June" the meeting is certain."""
_VERBS = {f"{stem}s": f"{stem}d" for stem in "deci conclu exten suspen expan inva".split()}


def hedges(text: str) -> frozenset[str]:
    """The classes of modality in the text; empty where it states plain fact."""
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(text))


def hardened(statement: str, evidence: Sequence[str]) -> bool:
    """Whether the statement says plainly what its evidence only hedges.

    Beside a sentence with nearly the same words, the hedges of what the statement has are counted. Else
    the words that a hedge governs, or its predicate alone, must be in the statement without a hedge
    near, and nowhere plain in the evidence. What may be is not what will be, and what is reportedly so is
    not so.
    """
    if (near := twin(statement, evidence)) is not None:
        left = set(content(statement))
        bearing = Counter(
            cue.group() for cue, word in _cues(_STRONG, near.lower()) if word is None or word in left
        )
        lost = bearing - Counter(_STRONG.findall(statement.lower()))
        return bool(lost) and len(_ANY.findall(near)) > len(_ANY.findall(statement))
    said = outside(statement)
    meant = frozenset(word for e in evidence for cue, word in _cues(_MEANT, e) if word and cue[1])
    hoped = {form for word in _predicates(_MAY, evidence) - meant for form in (word, _verb(word))}
    firm = (cue for cue, word in _cues(_WILL, said) if word in hoped)
    if any(
        not _STRONG.search(said, max(0, cue.start() - _REACH[0]), _after(said, cue.end())) for cue in firm
    ):
        return True
    if not hedges(said) and _hearsay(said, evidence):
        return True
    if any(unguarded(_LOOSE, _LOOSE, e, [said], [o for o in evidence if o != e]) for e in evidence):
        return True
    shown = " . ".join(evidence)
    hedged = Counter(predicate for _, predicate in _cues(_STRONG, shown) if predicate)
    everywhere = Counter(content(shown))
    never_plain = {s for s in hedged if everywhere[s] <= hedged[s]} & set(content(statement))
    return any(not bears(_ANY, statement, predicate, _REACH) for predicate in never_plain)


def _hearsay(said: str, evidence: Sequence[str]) -> bool:
    """Whether all sentences with half of what is said have it from hearsay."""
    wanted = set(content(said))
    carrying = [e for e in evidence if wanted and 2 * len(wanted.intersection(content(e))) >= len(wanted)]
    return bool(carrying) and all(_HEARSAY.search(outside(e)) for e in carrying)


def _predicates(modal: re.Pattern[str], texts: Sequence[str]) -> frozenset[str]:
    """The stems of the predicates that a modal governs."""
    return frozenset(word for text in texts for _, word in _cues(modal, text) if word)


def _verb(word: str) -> str:
    """The stem of the verb of a noun that a light verb has: to make a decision is to decide."""
    return _VERBS.get(word, word)


def _cues(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], str | None]]:
    """Every hedge of the text with the stem of what it governs, adverbs passed over."""
    for match in pattern.finditer(text):
        yield match, governed(text, _after(text, match.end()))


def _after(text: str, at: int) -> int:
    """Where the adverbs that stand here end."""
    adverbs = _ADVERBS.match(text, at)
    return adverbs.end() if adverbs else at
