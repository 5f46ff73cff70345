"""What an outlet takes back of its own report: nobody claims it any more."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.grounding import outside
from briefing.types import Cluster

_NOTICE = re.compile(
    r"^(?:correction|clarification|corrected)\s*[:(—–-]|"
    r"\b(?:an?|the) (?:earlier|previous|original|first) version of th(?:is|e) "
    r"(?:article|story|report|page|item)\b|"
    r"\b(?:we|this (?:newspaper|paper|site|website)) (?:earlier|previously|originally|first|wrongly|"
    r"incorrectly|mistakenly|erroneously) (?:reported|said|stated|wrote|gave)\b|"
    r"\bwe (?:reported|wrote) (?:earlier|previously|originally|at first|yesterday)\b|"
    r"\bthis (?:article|story|report|page|item) (?:has been|was) (?:corrected|amended)\b",
    re.IGNORECASE,
)
"""Words in which an outlet corrects what it said itself."""


def standing(cluster: Cluster) -> Cluster:
    """The cluster without the sentences in which an outlet takes something back."""
    readings = (
        replace(r, sentences=tuple(s for s in r.sentences if not _NOTICE.search(outside(s.text))))
        for r in cluster.readings
    )
    return replace(cluster, readings=tuple(readings))
