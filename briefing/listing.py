"""Claims as a model is shown them: numbers are its only handles, here as among sentences."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.printable import one_line
from briefing.types import Claim


def listed(claims: Sequence[Claim]) -> dict[str, object]:
    """What the templates are given: claims numbered from 1, each with the labels of its sources.

    Two stages begin with it, word for word, so that what serves the second need not read it anew.
    """
    return {
        "claims": [
            {"number": n, "text": one_line(claim.text), "sources": _sources(claim)}
            for n, claim in enumerate(claims, 1)
        ]
    }


def _sources(claim: Claim) -> list[str]:
    return list(dict.fromkeys(c.span.source for c in claim.citations))
