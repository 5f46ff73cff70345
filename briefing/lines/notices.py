"""Notices: the words in which an outlet takes back what it reported itself."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.grounding import outside
from briefing.printable import one_line
from briefing.types import Cluster

_HEADED = r"^(?:correction|clarification|corrected)\s*[:(—–-]"
_EARLIER = (
    r"\b(?:an?|the) (?:earlier|previous|original|first) version of th(?:is|e) "
    r"(?:article|story|report|page|item)\b"
)
_US = r"\b(?:we|this (?:newspaper|paper|site|website))"
_SAID = r"(?:reported|said|stated|wrote|gave)\b"
_ERRED = rf"{_US} (?:wrongly|incorrectly|mistakenly|erroneously) {_SAID}"
_WROTE = (
    rf"(?<!\bas ){_US} (?:(?:earlier|previously|originally|first) {_SAID}|"
    r"(?:reported|wrote) (?:earlier|previously|originally|at first|yesterday)\b)"
)
"""Not "as we first reported", which affirms."""
_MENDED = r"\bthis (?:article|story|report|page|item) (?:has been|was) (?:corrected|amended)\b"
_NOTICE = re.compile("|".join((_HEADED, _EARLIER, _ERRED, _WROTE, _MENDED)), re.IGNORECASE)

_RETRACTED = re.compile(
    rf"{_EARLIER}|"
    r"^(?:correction|clarification|editor['’]s note|retraction)\b|"
    r"\b(?:we|the \w+) (?:withdraws?|withdrew|retracts?|retracted|apologi[sz]es?|regrets?|"
    r"(?:was|were) wrong to (?:report|say|state))\b|\b(?:has|have) (?:withdrawn|retracted|taken down) "
    r"(?:the|its|our|this|a) (?:report|story|article|claim)|\b(?:wrongly|incorrectly|mistakenly|erroneously) "
    r"(?:said|stated|reported|gave|named|identified|described|claimed)\b|\bin error\b",
    re.IGNORECASE,
)
"""Words that a notice may have, and a report on somebody else's mistake."""


def standing(cluster: Cluster) -> Cluster:
    """The cluster without its notices: nobody claims any more what they repeat."""
    readings = (
        replace(r, sentences=tuple(s for s in r.sentences if not _NOTICE.search(one_line(outside(s.text)))))
        for r in cluster.readings
    )
    return replace(cluster, readings=tuple(readings))


def may_be_notice(text: str) -> bool:
    """Whether a sentence takes something back; "as we first reported" affirms it."""
    return _RETRACTED.search(text) is not None
