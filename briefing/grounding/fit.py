"""Fit: which sentence carries a text best, and can be read alone."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.grounding.credit import credited
from briefing.grounding.loaded import loaded
from briefing.grounding.names import names
from briefing.grounding.quotations import is_cut
from briefing.sentences.reference import leans
from briefing.words import stems


def fit(text: str, among: Sequence[str], near: float = 0.5) -> list[int]:
    """The places of the sentences `among`, the one that carries the text best first, names apart.

    Of those near the best one, which have more than this part of what it has, one that stands alone comes
    first: no pronoun at its head, no outlet credited, no loaded word, no quotation cut in two.
    """
    own = set(stems(text)).difference(*(stems(name.text) for name in names(text)))
    shares = [len(own.intersection(stems(one))) for one in among]
    most = max(shares, default=0)
    key = [(n > near * most, _alone(one), n) for n, one in zip(shares, among, strict=True)]
    return sorted(range(len(among)), key=lambda k: key[k], reverse=True)


def _alone(text: str) -> bool:
    return not (is_cut(text) or leans(text) or credited(text) or loaded(text))
