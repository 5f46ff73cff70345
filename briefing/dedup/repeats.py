"""Sentences that say again what an earlier one said.

Dropping a sentence must never drop news, so a near repeat adds no word that matters: its words stand in
the earlier sentence in the same order, and what it leaves out turns no meaning (a number, a denial, a
hedge, an attribution). "40 killed" never repeats "43 killed".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from briefing.plain import dateline
from briefing.words import matching_key, words

SHORT = 8
"""Words below which a sentence ("The company declined to comment.") may be said twice for a reason."""

REMEMBERED = 2048
"""Sentences among which a near repeat is looked for: with their words, they take 7 MB. Said again word for
word, a sentence is known however far back it stands."""

NEAR = 5
KEPT_SHARE = 0.8
"""A near repeat has at least NEAR words that matter, and this share of the earlier sentence's."""

_LIGHT = frozenset(
    "a an and also as at been being be had has have in is it its of on that the was were".split()
)
_TURNING = frozenset(
    """
    about according accused against after alleged allegedly almost around before by can cannot claim
    claimed claims could denied denies deny doubt down dozen eight eleven ever except expected failed fails
    false few five four half hardly hoax hundred if least less likely may maybe might million more most
    nearly neither never nine no nobody none nor not nothing one only or over perhaps planned plans possible
    possibly probably refused refuses rejected rejects reportedly rumour rumoured said say says seven should
    six some suspected ten than thousand three told tells twelve twice two unconfirmed under unless unlikely
    until up warned warns without would
    """.split()
)
_SIGNS = str.maketrans({"$": " usd ", "€": " eur ", "£": " gbp ", "%": " percent ", "?": " questioned "})
_SIGN = re.compile("[$€£%?]")
_DIGIT = re.compile(r"\d")
_ENDS = tuple(".!?:;")
_CLOSING = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class _Wording:
    key: str
    heavy: tuple[str, ...]
    cut: bool

    @classmethod
    def of(cls, text: str) -> _Wording:
        # To look for a dateline in every sentence would take a tenth longer; a copy's names its agency.
        folded = matching_key(text[dateline(text) :] if "(" in text else text)
        listed = words(folded.translate(_SIGNS) if _SIGN.search(folded) else folded)
        if _DIGIT.search(folded):
            key = "".join(f" {word}" if word[0].isdigit() else word for word in listed)  # "50billion"
        else:
            key = "".join(listed)
        heavy = tuple([word for word in listed if word not in _LIGHT])
        return cls(key or folded, heavy, cut=not folded.rstrip(_CLOSING).endswith(_ENDS))

    def repeats(self, earlier: _Wording) -> bool:
        """Whether this says nothing that the earlier wording does not say in the same order."""
        if self.cut and self._begins(earlier):
            return True
        if not NEAR <= len(self.heavy) <= len(earlier.heavy):
            return False
        if len(self.heavy) < KEPT_SHARE * len(earlier.heavy):
            return False
        remaining = iter(earlier.heavy)
        if not all(word in remaining for word in self.heavy):
            return False
        left_out = Counter(earlier.heavy) - Counter(self.heavy)
        return not any(word in _TURNING or not word.isalpha() or word.endswith("n't") for word in left_out)

    def _begins(self, earlier: _Wording) -> bool:
        """Whether this is the earlier wording cut off, as in a cut reprint; in the last word, too."""
        last = len(self.heavy) - 1
        if not NEAR <= last < len(earlier.heavy) or self.heavy[:last] != earlier.heavy[:last]:
            return False
        ending, whole = self.heavy[last], earlier.heavy[last]
        return ending == whole or (ending.isalpha() and whole.startswith(ending))


class Repeats:
    """The sentences met so far, in the order in which they were met."""

    def __init__(self) -> None:
        self._count = 0
        # By the hash of the words: those of a book would take its size again.
        self._exact: dict[int, int] = {}
        self._met: dict[int, _Wording] = {}
        self._pairs: dict[tuple[str, str], int] = {}

    def __len__(self) -> int:
        return self._count

    def meet(self, text: str) -> int | None:
        """The number of the earlier sentence that this one repeats; None, and remembered, if it is new.

        Numbers count the new sentences from 0. Takes time linear in the sentence, whatever was met.
        """
        wording = _Wording.of(text)
        found = self._exact.get(hash(wording.key))
        if found is None:
            found = self._near(wording)
        if found is None:
            self._remember(wording)
        return found

    def _remember(self, wording: _Wording) -> None:
        if len(self._met) == REMEMBERED:
            self._met.clear()
            self._pairs.clear()
        self._exact[hash(wording.key)] = self._count
        self._met[self._count] = wording
        for pair in pairwise(wording.heavy):
            self._pairs.setdefault(pair, self._count)
        self._count += 1

    def _near(self, wording: _Wording) -> int | None:
        known = [self._pairs[pair] for pair in pairwise(wording.heavy) if pair in self._pairs]
        likely = [number for number, _ in Counter(known).most_common(2)] if known else []
        return next((number for number in likely if wording.repeats(self._met[number])), None)
